import { system } from '../kernel/actor.ts'
import type { Command } from '../kernel/command.ts'
import type { Services } from '../kernel/services.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { followSearch, searchUnsearched } from '../modules/search/index.ts'
import { addUpCounts, followLog, listUnlisted } from '../modules/lists/index.ts'

/** Does a slice of work again and again until there is no more; between two slices messages get through. */
async function untilDone<S>({ execute }: Services, work: Command<null, S, { isMore: boolean }>): Promise<void> {
  while ((await execute(work, system, null)).isMore) await new Promise(setImmediate)
}

async function untilNothing(
  services: Services,
  work: (services: Services) => Promise<{ isMore: boolean }>,
): Promise<void> {
  while ((await work(services)).isMore) await new Promise(setImmediate)
}

const slices = (name: string, everyMs: number, work: (services: Services) => Promise<void>): Sweep => ({
  name,
  everyMs,
  find: async () => [name],
  handle: work,
})

/** The lists behind what was said, some tenths of a second late. */
export const listsFollow = slices('lists-follow', 500, (services) => untilDone(services, followLog))
/** What came into the database beside the commands. */
export const listsUnlisted = slices('lists-unlisted', 2_000, (services) => untilDone(services, listUnlisted))
export const listsCounts = slices('lists-counts', 1_000, (services) => untilDone(services, addUpCounts))

/** What was said is found, some tenths of a second late. */
export const searchFollow = slices('search-follow', 500, (services) => untilNothing(services, followSearch))
/** What came into the database beside the commands is found too. */
export const searchUnfound = slices('search-unsearched', 2_000, (services) => untilNothing(services, searchUnsearched))
