import { asc, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { watchQueue } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

/** The first of each queue's waiting work, by its own index: costs the queues, not the work. */
const turned = prepared('sweep_watch_queues', (db) => {
  const { queues } = db.t
  const oldest = sql`(select min(a.eligible_since) from activities a
    where a.queue_id = ${queues.id} and a.state in ('waiting', 'offered'))`
  const isLate = sql`coalesce(${oldest} + ${queues.maxWaitSeconds} * 1000 < ${sql.placeholder('now')}, false)`
  return db
    .select({ id: queues.id })
    .from(queues)
    .where(sql`${isLate} <> (${queues.lateSince} is not null)`)
    .orderBy(asc(queues.id))
    .limit(sql.placeholder('limit'))
})

/** Supervisors are told when a queue waits longer than it promises, and not any more when it does not (S1, X4). */
export const watchQueues: Sweep = {
  name: 'watch-queues',
  everyMs: 2_000,
  find: async ({ store }, now, limit) => (await turned(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, queueId) => unlessLost(execute(watchQueue, system, { queueId })),
}
