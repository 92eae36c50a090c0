import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { wakeRequest } from '../modules/requests/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_wake_snoozed', (db) => {
  const { requests } = db.t
  return db
    .select({ id: requests.id })
    .from(requests)
    .where(lte(requests.snoozedUntil, sql.placeholder('now')))
    .orderBy(asc(requests.snoozedUntil), asc(requests.id))
    .limit(sql.placeholder('limit'))
})

/** What was put aside comes back at its time (row A4), also after a downtime. */
export const wakeSnoozed: Sweep = {
  name: 'wake-snoozed',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute, clock }, requestId) =>
    unlessLost(execute(wakeRequest, system, { requestId, onlyIfDueBy: clock.now() })),
}
