import { recordingPauseMs } from '@care/domain/phone'
import { and, eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadActivity } from '../../activities/index.ts'
import { noteLostRecording } from '../../calls/index.ts'
import type {} from '../events.ts'
import { fetchPhoneRecording } from '../jobs-names.ts'
import { callInTurn, findPhoneCall, type PhoneCallKey } from '../store.ts'

export interface SettlePhoneRecording extends PhoneCallKey {
  /** `again`: it did not come this time. */
  became: 'kept' | 'refused' | 'failed' | 'again'
  /** Why not; null where it is kept. */
  problem: string | null
}

/**
 * How fetching a recording went: it is kept, a rule refuses it, it cannot be had, or it is tried again after a growing pause
 * and given up after about a day. What cannot be had stands in the call as failed. Only the job runs it.
 */
export const settlePhoneRecording = command({
  name: 'settle-phone-recording',
  action: [],
  async load(ctx, { channelId, callId }: SettlePhoneRecording) {
    await callInTurn(ctx, channelId, callId)
    const call = await findPhoneCall(ctx.tx, channelId, callId)
    if (!call?.activityId) throw notFound('call')
    return { call, activity: (await loadActivity(ctx, call.activityId)).activity }
  },
  allow: () => false,
  async run(ctx, { call, activity }, { channelId, callId, became, problem }) {
    const pause = became === 'again' ? recordingPauseMs(call.recordingTries) : null
    const state = became === 'again' ? (pause === null ? 'failed' : 'owed') : became
    const { phoneCalls } = ctx.tx.t
    const [row] = await ctx.tx
      .update(phoneCalls)
      .set({ recordingState: state, recordingProblem: problem, recordingBusyUntil: null })
      .where(
        and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId), eq(phoneCalls.recordingState, 'owed')),
      )
      .returning({ callId: phoneCalls.callId })
    if (!row || state === 'kept') return { state }
    if (pause !== null) ctx.owe(fetchPhoneRecording, { channelId, callId }, { lane: 'long', runAt: ctx.now + pause })
    else ctx.emit('phone.recordingNotKept', { ...about(activity), channelId, problem: problem ?? 'BROKEN' })
    if (state === 'failed') await noteLostRecording(ctx, activity.id)
    return { state }
  },
})
