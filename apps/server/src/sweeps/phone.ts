import { dayMs } from '@care/domain'
import { asc, lte, sql } from '../db/drizzle.ts'
import { prepared } from '../db/prepared.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { anyChannel } from '../modules/channels/index.ts'
import { endSilentCall, forgetPhoneEvent, phoneSystemOf } from '../modules/phone/index.ts'
import { unlessLost } from './lost-race.ts'

const silent = prepared('sweep_silent_phone_calls', (db) => {
  const { phoneCalls } = db.t
  return db
    .select({ channelId: phoneCalls.channelId, callId: phoneCalls.callId })
    .from(phoneCalls)
    .where(lte(phoneCalls.silentAt, sql.placeholder('now')))
    .orderBy(asc(phoneCalls.silentAt), asc(phoneCalls.channelId), asc(phoneCalls.callId))
    .limit(sql.placeholder('limit'))
})

/** Calls of which nothing more was heard: their end was lost, or who waited has gone. */
export const silentPhoneCalls: Sweep = {
  name: 'silent-phone-calls',
  everyMs: 1_000,
  find: async ({ store }, now, limit) =>
    (await silent(store.read, { now, limit })).map(({ channelId, callId }) => `${channelId} ${callId}`),
  async handle({ store, execute }, id) {
    const at = id.indexOf(' ')
    const channel = await anyChannel(store.read, id.slice(0, at))
    if (!channel) return
    const phoneSystem = await phoneSystemOf(store.read, channel)
    await unlessLost(execute(endSilentCall, system, { system: phoneSystem, callId: id.slice(at + 1) }))
  },
}

/** What a phone system itself said is personal; so long it may be asked about. */
const keptMs = 90 * dayMs

const old = prepared('sweep_old_phone_events', (db) => {
  const { phoneEvents } = db.t
  return db
    .select({ channelId: phoneEvents.channelId, callId: phoneEvents.callId, name: phoneEvents.name })
    .from(phoneEvents)
    .where(lte(phoneEvents.receivedAt, sql.placeholder('before')))
    .orderBy(asc(phoneEvents.receivedAt), asc(phoneEvents.channelId), asc(phoneEvents.callId), asc(phoneEvents.name))
    .limit(sql.placeholder('limit'))
})

/** Forgets what phone systems said ninety days ago; what came of it stays. */
export const oldPhoneEvents: Sweep = {
  name: 'old-phone-events',
  everyMs: 10 * 60_000,
  find: async ({ store }, now, limit) =>
    (await old(store.read, { before: now - keptMs, limit })).map((row) => JSON.stringify(row)),
  async handle({ execute, clock }, id) {
    const { channelId, callId, name } = JSON.parse(id) as { channelId: string; callId: string; name: string }
    await execute(forgetPhoneEvent, system, { channelId, callId, name, receivedBy: clock.now() - keptMs })
  },
}
