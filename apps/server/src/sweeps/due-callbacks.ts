import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { queueCallback } from '../modules/callbacks/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_due_callbacks', (db) => {
  const { callbacks } = db.t
  return db
    .select({ id: callbacks.activityId })
    .from(callbacks)
    .where(lte(callbacks.dueAt, sql.placeholder('now')))
    .orderBy(asc(callbacks.dueAt), asc(callbacks.activityId))
    .limit(sql.placeholder('limit'))
})

/** Call backs whose time has come go into their queues (row K4), also after a downtime. */
export const dueCallbacks: Sweep = {
  name: 'due-callbacks',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, activityId) => unlessLost(execute(queueCallback, system, { activityId })),
}
