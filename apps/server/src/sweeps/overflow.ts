import { and, asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { overflowTask, waitsNow } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_overflow', (db) => {
  const { activities } = db.t
  return (
    db
      .select({ id: activities.id })
      .from(activities)
      // What rings just now is looked at when it rings no more.
      .where(and(lte(activities.overflowAt, sql.placeholder('now')), waitsNow(activities)))
      .orderBy(asc(activities.overflowAt), asc(activities.id))
      .limit(sql.placeholder('limit'))
  )
})

/** Work that has waited longer than its queue's limit overflows (rule 18). */
export const overflow: Sweep = {
  name: 'overflow',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, activityId) => unlessLost(execute(overflowTask, system, { activityId })),
}
