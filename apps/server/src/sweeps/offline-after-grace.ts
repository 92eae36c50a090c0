import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { goOffline } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_offline_after_grace', (db) => {
  const { presence } = db.t
  return db
    .select({ id: presence.operatorId })
    .from(presence)
    .where(lte(presence.graceUntil, sql.placeholder('now')))
    .orderBy(asc(presence.graceUntil), asc(presence.operatorId))
    .limit(sql.placeholder('limit'))
})

/** Operators who lost their connection a minute ago and did not come back (rule 21). */
export const offlineAfterGrace: Sweep = {
  name: 'offline-after-grace',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, operatorId) => unlessLost(execute(goOffline, system, { operatorId })),
}
