import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { eraseRecording, finishRecording } from '../modules/calls/index.ts'
import { unlessLost } from './lost-race.ts'

const toFinish = prepared('sweep_recordings_to_finish', (db) => {
  const { callRecordings } = db.t
  return db
    .select({ callId: callRecordings.callId })
    .from(callRecordings)
    .where(lte(callRecordings.finishAt, sql.placeholder('now')))
    .orderBy(asc(callRecordings.finishAt), asc(callRecordings.callId))
    .limit(sql.placeholder('limit'))
})

/** Recordings that are over, of which nothing came for a while: their parts become one file (row K5). */
export const finishRecordings: Sweep = {
  name: 'finish-recordings',
  everyMs: 2_000,
  find: async ({ store }, now, limit) => (await toFinish(store.read, { now, limit })).map(({ callId }) => callId),
  handle: (services, callId) => unlessLost(finishRecording(services, callId)),
}

const toErase = prepared('sweep_recordings_to_erase', (db) => {
  const { callRecordings } = db.t
  return db
    .select({ callId: callRecordings.callId })
    .from(callRecordings)
    .where(lte(callRecordings.eraseAt, sql.placeholder('now')))
    .orderBy(asc(callRecordings.eraseAt), asc(callRecordings.callId))
    .limit(sql.placeholder('limit'))
})

/** Recordings whose days are over. */
export const eraseRecordings: Sweep = {
  name: 'erase-recordings',
  everyMs: 60_000,
  find: async ({ store }, now, limit) => (await toErase(store.read, { now, limit })).map(({ callId }) => callId),
  handle: ({ execute }, callId) => unlessLost(execute(eraseRecording, system, { callId })),
}
