import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asc, desc, eq } from '../../db/drizzle.ts'
import { openTies, type TiesBench } from '../../testing/ties-bench.ts'
import { moveActivity } from '../activities/commands/move-activity.ts'
import { setTags } from '../activities/commands/set-tags.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { splitRequest } from '../ties/commands/split-request.ts'
import { system } from '../../kernel/actor.ts'
import { unlistedReader } from './commands/list-unlisted.ts'
import { listsModule, listUnlisted } from './index.ts'
import { rowsOf } from './queries/request-list.ts'

let bench: TiesBench
beforeAll(async () => {
  bench = await openTies([listsModule])
})
afterAll(() => bench.remove())

const kinds = ['talk', 'mail', 'tag', 'move', 'merge', 'unmerge', 'split'] as const
const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(999) }), { minLength: 6, maxLength: 16 })
const pick = <T>(rows: readonly T[], at: number): T | undefined => rows[at % rows.length]

async function act({ kind, at }: { kind: (typeof kinds)[number]; at: number }): Promise<void> {
  const { store, execute, anna, jonas } = bench
  const { requests, activities, requestMerges } = store.t
  const talk = pick(await store.read.select().from(activities).orderBy(asc(activities.id)), at)
  const all = await store.read.select({ id: requests.id }).from(requests).orderBy(asc(requests.number))
  const target = pick(all, at * 7)
  if (kind === 'talk' || kind === 'mail' || !talk || !target) {
    const medium = kind === 'mail' ? 'email' : 'chat'
    const activityId = await bench.task({ customerId: jonas.customerId, visitorId: jonas.id, medium })
    await execute(takeTask, anna, { activityId })
  } else if (kind === 'tag') {
    const tags = [['refund', 'Ёлка'], ['late'], []][at % 3] ?? []
    await execute(setTags, anna, { activityId: talk.id, version: talk.version, tags })
  } else if (kind === 'move')
    await execute(moveActivity, anna, { activityId: talk.id, requestId: at % 4 === 0 ? null : target.id })
  else if (kind === 'merge') await bench.merge(talk.requestId, target.id)
  else if (kind === 'split')
    await execute(splitRequest, anna, { requestId: talk.requestId, activityIds: [talk.id], title: 'Split' })
  else {
    const merge = pick(await store.read.select().from(requestMerges), at)
    if (merge) await bench.unmerge(merge.id)
  }
}

async function rows() {
  const { store } = bench
  const { requests } = store.t
  const all = await store.read.select({ number: requests.number }).from(requests).orderBy(desc(requests.number))
  return rowsOf(
    store.read,
    all.map(({ number }) => number),
  )
}

test('whatever is begun, tagged, moved, merged and split: rows show what stands in the activities', async () => {
  const { store } = bench
  const { requestEntries, logReaders } = store.t
  await fc.assert(
    fc.asyncProperty(steps, async (does) => {
      let done = 0
      for (const step of does) {
        bench.clock.advance(1_000)
        await act(step).then(
          () => (done += 1),
          (error: { code?: string }) => {
            if (error.code === undefined) throw error
          },
        )
      }
      expect(done).toBeGreaterThan(0)
      const kept = await rows()
      // Without anything kept they are read from the activities themselves.
      await store.transact((tx) => tx.update(requestEntries).set({ talk: null }))
      expect(kept).toEqual(await rows())
      // As an update of the product finds them: looked through once.
      await store.transact((tx) => tx.delete(logReaders).where(eq(logReaders.name, unlistedReader)))
      while ((await bench.execute(listUnlisted, system, null)).isMore);
      const filled = await store.read.select({ talk: requestEntries.talk }).from(requestEntries)
      expect(filled.every(({ talk }) => talk !== null)).toBe(true)
      expect(await rows()).toEqual(kept)
    }),
    { numRuns: 20 },
  )
}, 120_000)
