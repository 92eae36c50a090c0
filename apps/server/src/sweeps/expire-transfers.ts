import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { missTransfer } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_expire_transfers', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(lte(activities.transferExpiresAt, sql.placeholder('now')))
    .orderBy(asc(activities.transferExpiresAt), asc(activities.id))
    .limit(sql.placeholder('limit'))
})

/** Colleagues who did not answer in time are asked no more (rule 24). */
export const expireTransfers: Sweep = {
  name: 'expire-transfers',
  everyMs: 500,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, activityId) => unlessLost(execute(missTransfer, system, { activityId })),
}
