import { type PhoneEvent, phoneLimits } from '@care/domain/phone'
import { and, asc, eq, or } from '../../db/drizzle.ts'
import { inTurn } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { ChannelRecord } from '../channels/index.ts'
import { readPhone } from '../customers/index.ts'

/** The kind of channel that phone systems are. */
export const phoneKind = 'phone'

export type PhoneCallRecord = Reader['t']['phoneCalls']['$inferSelect']
/** Names a call of a phone system. */
export type PhoneCallKey = Pick<PhoneCallRecord, 'channelId' | 'callId'>
export type PhoneLineRecord = Reader['t']['phoneLines']['$inferSelect']
export type PhoneDialRecord = Reader['t']['phoneDials']['$inferSelect']

/** What a password of a line is sealed for: with another operator or phone system it does not open. */
export const sealedForLine = (channelId: string, operatorId: string): string => `phone-line:${channelId}:${operatorId}`

/** A phone system of ours, and where what comes in by it belongs. */
export interface PhoneSystem {
  channelId: string
  name: string
  queueId: string
  typeId: string
  locationId: string | null
  /** Where numbers without a country code belong; ISO 3166. */
  country: string | null
  /** A call that nobody took becomes a call back. */
  callsBack: boolean
  /** It tells its callers that calls are recorded. */
  announcesRecording: boolean
}

/** Without a queue or type of its own it has the first and the standard one. */
export async function phoneSystemOf(db: Reader, channel: ChannelRecord): Promise<PhoneSystem> {
  const { queues, requestTypes } = db.t
  const [queue] = await db
    .select({ id: queues.id })
    .from(queues)
    .where(eq(queues.isActive, true))
    .orderBy(asc(queues.name), asc(queues.id))
    .limit(1)
  const [type] = await db.select({ id: requestTypes.id }).from(requestTypes).where(eq(requestTypes.isDefault, true))
  const queueId = channel.queueId ?? queue?.id
  const typeId = channel.typeId ?? type?.id
  if (queueId === undefined || typeId === undefined)
    throw new AppError('NOT_ALLOWED_NOW', 'there is no queue or no request type for calls')
  const { id: channelId, name, locationId, settings } = channel
  const country = String(settings['country'] ?? '').toUpperCase()
  const callsBack = settings['callsBack'] !== false
  const announcesRecording = settings['announcesRecording'] === true
  const where = { channelId, name, queueId, typeId, locationId }
  return { ...where, country: country === '' ? null : country, callsBack, announcesRecording }
}

/** A number as it is compared: E.164 where the country is known; null when it is hidden or none. */
export function numberOf(given: string | null, country: string | null): string | null {
  return given === null ? null : (readPhone(given.slice(0, phoneLimits.number), { country })?.normal ?? null)
}

export async function findPhoneCall(db: Reader, channelId: string, callId: string): Promise<PhoneCallRecord | null> {
  const { phoneCalls } = db.t
  const [row] = await db
    .select()
    .from(phoneCalls)
    .where(and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId)))
  return row ?? null
}

/** What comes of one call is taken one after the other. */
export const callInTurn = (ctx: Ctx, channelId: string, callId: string): Promise<void> =>
  inTurn(ctx.tx, `phone:${channelId}:${callId}`)

export async function eventsOf(db: Reader, channelId: string, callId: string): Promise<PhoneEvent[]> {
  const { phoneEvents } = db.t
  const rows = await db
    .select({ event: phoneEvents.event })
    .from(phoneEvents)
    .where(and(eq(phoneEvents.channelId, channelId), eq(phoneEvents.callId, callId)))
    .limit(phoneLimits.eventsOfCall * 2)
  return rows.map(({ event }) => event)
}

/** Whose line this is: by its user name or its extension. */
export async function lineOfAgent(db: Reader, channelId: string, agent: string): Promise<PhoneLineRecord | null> {
  const { phoneLines } = db.t
  const [row] = await db
    .select()
    .from(phoneLines)
    .where(
      and(eq(phoneLines.channelId, channelId), or(eq(phoneLines.userName, agent), eq(phoneLines.extension, agent))),
    )
    .limit(1)
  return row ?? null
}

export async function lineOfOperator(
  db: Reader,
  channelId: string,
  operatorId: string | null,
): Promise<PhoneLineRecord | null> {
  if (operatorId === null) return null
  const { phoneLines } = db.t
  const [row] = await db
    .select()
    .from(phoneLines)
    .where(and(eq(phoneLines.channelId, channelId), eq(phoneLines.operatorId, operatorId)))
  return row ?? null
}

export async function dialOf(db: Reader, activityId: string): Promise<PhoneDialRecord | null> {
  const { phoneDials } = db.t
  const [row] = await db.select().from(phoneDials).where(eq(phoneDials.activityId, activityId))
  return row ?? null
}
