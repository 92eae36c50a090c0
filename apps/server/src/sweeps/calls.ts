import { callSides } from '@care/domain'
import { and, asc, eq, isNotNull, isNull, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { endLostSide, loseCallSeat } from '../modules/calls/index.ts'
import { unlessLost } from './lost-race.ts'

const due = prepared('sweep_lost_call_sides', (db) => {
  const { callSeats } = db.t
  return db
    .select({ callId: callSeats.callId, side: callSeats.side })
    .from(callSeats)
    .where(lte(callSeats.graceUntil, sql.placeholder('now')))
    .orderBy(asc(callSeats.graceUntil), asc(callSeats.callId))
    .limit(sql.placeholder('limit'))
})

/** Sides of a call that did not come back in time. */
export const lostCallSides: Sweep = {
  name: 'lost-call-sides',
  everyMs: 500,
  find: async ({ store }, now, limit) =>
    (await due(store.read, { now, limit })).map(({ callId, side }) => `${side} ${callId}`),
  handle: async ({ execute }, id) => {
    const [name, callId = ''] = id.split(' ')
    const side = callSides.find((one) => one === name)
    if (side) await unlessLost(execute(endLostSide, system, { callId, side }))
  },
}

const orphans = prepared('sweep_gone_call_lines', (db) => {
  const { callSeats, processes } = db.t
  return db
    .select({ socketId: callSeats.socketId })
    .from(callSeats)
    .leftJoin(processes, eq(processes.id, callSeats.processId))
    .where(and(isNotNull(callSeats.socketId), isNull(processes.id)))
    .orderBy(asc(callSeats.socketId))
    .limit(sql.placeholder('limit'))
})

/** Lines that ended with their process, which could not say so. */
export const goneCallLines: Sweep = {
  name: 'gone-call-lines',
  everyMs: 2_000,
  find: async ({ store }, _now, limit) =>
    (await orphans(store.read, { limit })).flatMap(({ socketId }) => socketId ?? []),
  handle: ({ execute }, socketId) => unlessLost(execute(loseCallSeat, system, { socketId })),
}
