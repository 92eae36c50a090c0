import type { CallDetails } from '@care/contract'
import { and, desc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'

interface People {
  operatorId: string | null
  consultId: string | null
}

/** Where its phone system has the call: what was handed over is the latest of its names there. */
export async function atExchange(db: Reader, activityId: string, people: People): Promise<CallDetails['phone']> {
  const { phoneCalls, phoneDials } = db.t
  const [call] = await db
    .select({ channelId: phoneCalls.channelId, callId: phoneCalls.callId, number: phoneCalls.number })
    .from(phoneCalls)
    .where(eq(phoneCalls.activityId, activityId))
    .orderBy(desc(phoneCalls.createdAt), desc(phoneCalls.callId))
    .limit(1)
  const [dial] = call ? [] : await db.select().from(phoneDials).where(eq(phoneDials.activityId, activityId))
  const channelId = call?.channelId ?? dial?.channelId
  const lines = channelId === undefined ? new Map<string, string>() : await linesOf(db, channelId, people)
  return {
    callId: call?.callId ?? null,
    number: call?.number ?? dial?.number ?? null,
    operatorLine: lines.get(people.operatorId ?? '') ?? null,
    consultLine: lines.get(people.consultId ?? '') ?? null,
    isToDial: dial ? await isOfSoftphone(db, dial) : false,
  }
}

async function linesOf(db: Reader, channelId: string, people: People): Promise<Map<string, string>> {
  const ids = [people.operatorId, people.consultId].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const { phoneLines } = db.t
  const rows = await db
    .select({ id: phoneLines.operatorId, userName: phoneLines.userName })
    .from(phoneLines)
    .where(and(eq(phoneLines.channelId, channelId), inArray(phoneLines.operatorId, ids)))
  return new Map(rows.map(({ id, userName }) => [id, userName]))
}

type Dial = Reader['t']['phoneDials']['$inferSelect']

/** The line that was to dial it is a softphone's, and nobody has said that it did. */
async function isOfSoftphone(db: Reader, { channelId, operatorId, state }: Dial): Promise<boolean> {
  if (state !== 'asked') return false
  const { phoneLines, channels } = db.t
  const [row] = await db
    .select({ password: phoneLines.password, settings: channels.settings })
    .from(phoneLines)
    .innerJoin(channels, eq(channels.id, phoneLines.channelId))
    .where(and(eq(phoneLines.channelId, channelId), eq(phoneLines.operatorId, operatorId)))
  return row !== undefined && row.password !== null && String(row.settings['sipSocket'] ?? '') !== ''
}
