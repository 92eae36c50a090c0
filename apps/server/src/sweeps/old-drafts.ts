import { dayMs } from '@care/domain'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { type DraftKey, draftsBefore, expireDraft } from '../modules/drafts/index.ts'
import { unlessLost } from './lost-race.ts'

const keptMs = 90 * dayMs

/** Forgets drafts that nobody touched for ninety days. */
export const oldDrafts: Sweep = {
  name: 'old-drafts',
  everyMs: 10 * 60_000,
  find: async ({ store }, now, limit) =>
    (await draftsBefore(store.read, now - keptMs, limit)).map((key) => JSON.stringify(key)),
  handle: ({ execute }, found) =>
    unlessLost(execute(expireDraft, system, JSON.parse(found) as DraftKey & { updatedAt: number })),
}
