import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { turnQueue } from '../modules/calendars/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_turn_queues', (db) => {
  const { queues } = db.t
  return db
    .select({ id: queues.id })
    .from(queues)
    .where(lte(queues.turnsAt, sql.placeholder('now')))
    .orderBy(asc(queues.turnsAt), asc(queues.id))
    .limit(sql.placeholder('limit'))
})

/** Queues open and close by their hours, to the second (row T8). */
export const turnQueues: Sweep = {
  name: 'turn-queues',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute, clock }, queueId) =>
    unlessLost(execute(turnQueue, system, { queueId, onlyIfDueBy: clock.now() })),
}
