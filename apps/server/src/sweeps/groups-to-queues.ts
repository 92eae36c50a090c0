import { and, asc, isNotNull, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { leaveGroup, waitsNow } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const waiting = prepared('sweep_groups', (db) => {
  const { activities } = db.t
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(and(isNotNull(activities.groupId), waitsNow(activities)))
    .orderBy(asc(activities.groupUntil), asc(activities.id))
    .limit(sql.placeholder('limit'))
})

/** What waits for a group goes to its queue when its time is up or nobody of the group is left (rule 24). */
export const groupsToQueues: Sweep = {
  name: 'groups-to-queues',
  everyMs: 1_000,
  // All that wait are looked at, few as they are. One less than asked for: the runner would look again at once.
  find: async ({ store }, _now, limit) => (await waiting(store.read, { limit: limit - 1 })).map((row) => row.id),
  handle: ({ execute }, activityId) => unlessLost(execute(leaveGroup, system, { activityId })),
}
