import { silentAskMs, whoRings, type WhoRings } from '@care/domain/phone'
import { and, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { lineOfOperator } from '../store.ts'

/** Who rings for this call now; null when it is not known here yet. */
export async function whoRingsFor(
  db: Reader,
  channelId: string,
  callId: string,
): Promise<{ answer: WhoRings; silentAt: number | null } | null> {
  const { phoneCalls, activities } = db.t
  const [row] = await db
    .select({
      silentAt: phoneCalls.silentAt,
      state: activities.state,
      operatorId: activities.operatorId,
      offeredToId: activities.offeredToId,
    })
    .from(phoneCalls)
    .innerJoin(activities, eq(activities.id, phoneCalls.activityId))
    .where(and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId)))
  if (!row) return null
  const line = await lineOfOperator(db, channelId, row.state === 'offered' ? row.offeredToId : row.operatorId)
  const { state, silentAt } = row
  return { answer: whoRings({ state, line: line && { userName: line.userName, extension: line.extension } }), silentAt }
}

/** That it is asked about is noted now and then, not each second. */
export const isFresh = (silentAt: number | null, now: number): boolean =>
  silentAt === null || silentAt - now > silentAskMs / 2
