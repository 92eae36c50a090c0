import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { missOffer } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_expire_offers', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(lte(activities.offerExpiresAt, sql.placeholder('now')))
    .orderBy(asc(activities.offerExpiresAt), asc(activities.id))
    .limit(sql.placeholder('limit'))
})

/** Offers that nobody answered in time move on (rule 16). */
export const expireOffers: Sweep = {
  name: 'expire-offers',
  everyMs: 500,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, activityId) => unlessLost(execute(missOffer, system, { activityId })),
}
