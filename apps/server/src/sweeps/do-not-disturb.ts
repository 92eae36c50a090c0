import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { refreshDoNotDisturb } from '../modules/routing/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_do_not_disturb', (db) => {
  const { presence } = db.t
  return db
    .select({ id: presence.operatorId })
    .from(presence)
    .where(lte(presence.dndLookAt, sql.placeholder('now')))
    .orderBy(asc(presence.dndLookAt), asc(presence.operatorId))
    .limit(sql.placeholder('limit'))
})

/** Quiet hours begin and end on time, and so does what was said for a time; also after a downtime. */
export const doNotDisturb: Sweep = {
  name: 'do-not-disturb',
  everyMs: 1_000,
  find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map((row) => row.id),
  handle: ({ execute }, operatorId) => unlessLost(execute(refreshDoNotDisturb, system, { operatorId })),
}
