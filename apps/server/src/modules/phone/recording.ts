import { mayFetchRecording } from '@care/domain/phone'
import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord } from '../activities/index.ts'
import { keepsRecordings } from '../calls/index.ts'
import type {} from './events.ts'
import { fetchPhoneRecording } from './jobs-names.ts'
import type { PhoneCallRecord, PhoneSystem } from './store.ts'

/**
 * Its phone system has a recording of a call that is over: it is owed once, or refused by what is set (row K5). A step of
 * the command that knows the call; what comes of it later is `settlePhoneRecording`.
 */
export async function oweRecording(
  ctx: Ctx,
  system: PhoneSystem,
  call: PhoneCallRecord,
  activity: ActivityRecord,
): Promise<void> {
  const isTold = call.recordingUrl !== null || call.recordingId !== null
  if (!isTold || call.state !== 'ended' || call.recordingState !== null) return
  const isKept = await keepsRecordings(ctx, activity.queueId)
  const problem = mayFetchRecording({ isKept, isAnnounced: system.announcesRecording })
  const { channelId, callId } = call
  const { phoneCalls } = ctx.tx.t
  const [row] = await ctx.tx
    .update(phoneCalls)
    .set({ recordingState: problem === null ? 'owed' : 'refused', recordingProblem: problem })
    .where(and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId), isNull(phoneCalls.recordingState)))
    .returning({ callId: phoneCalls.callId })
  if (!row) return
  if (problem === null) ctx.owe(fetchPhoneRecording, { channelId, callId }, { lane: 'long' })
  else ctx.emit('phone.recordingNotKept', { ...about(activity), channelId, problem })
}
