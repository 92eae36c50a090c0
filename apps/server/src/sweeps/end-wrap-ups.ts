import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { finishWrapUp } from '../modules/activities/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_end_wrap_ups', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(lte(activities.wrapUpUntil, sql.placeholder('now')))
    .orderBy(asc(activities.wrapUpUntil), asc(activities.id))
    .limit(sql.placeholder('limit'))
})

/** A wrap-up whose time is up ends with what is chosen and typed so far (row T7). */
export const endWrapUps: Sweep = {
  name: 'end-wrap-ups',
  everyMs: 500,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute, clock }, activityId) =>
    unlessLost(execute(finishWrapUp, system, { activityId, onlyIfDueBy: clock.now() })),
}
