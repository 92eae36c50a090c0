import { recordingFetchLeaseMs } from '@care/domain/phone'
import { and, eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { hasRecording } from '../../calls/index.ts'
import { fetchPhoneRecording } from '../jobs-names.ts'
import { callInTurn, findPhoneCall, type PhoneCallKey } from '../store.ts'

/** What is to be fetched, and for which call of the desk. */
export interface ClaimedRecording {
  activityId: string
  url: string | null
  id: string | null
  /** As the phone system says it, in ms. */
  ms: number | null
}

/**
 * One process takes it on itself to fetch a recording. Null: it is owed no more, or another one has it; then the job comes
 * again when that one should be done. Only the job runs it.
 */
export const claimPhoneRecording = command({
  name: 'claim-phone-recording',
  action: [],
  async load(ctx, { channelId, callId }: PhoneCallKey) {
    await callInTurn(ctx, channelId, callId)
    const call = await findPhoneCall(ctx.tx, channelId, callId)
    if (!call) throw notFound('call')
    return call
  },
  allow: () => false,
  async run(ctx, call, { channelId, callId }): Promise<ClaimedRecording | null> {
    const { activityId, recordingUrl: url, recordingId: id, recordingMs: ms, recordingBusyUntil: busyUntil } = call
    if (call.recordingState !== 'owed' || activityId === null) return null
    if (busyUntil !== null && busyUntil > ctx.now) {
      ctx.owe(fetchPhoneRecording, { channelId, callId }, { lane: 'long', runAt: busyUntil })
      return null
    }
    // A process that kept it and died before it could say so.
    const isHere = await hasRecording(ctx, activityId)
    const { phoneCalls } = ctx.tx.t
    await ctx.tx
      .update(phoneCalls)
      .set(
        isHere
          ? { recordingState: 'kept', recordingProblem: null, recordingBusyUntil: null }
          : { recordingBusyUntil: ctx.now + recordingFetchLeaseMs, recordingTries: call.recordingTries + 1 },
      )
      .where(
        and(
          eq(phoneCalls.channelId, channelId),
          eq(phoneCalls.callId, callId),
          eq(phoneCalls.recordingState, 'owed'),
          eq(phoneCalls.recordingTries, call.recordingTries),
        ),
      )
    return isHere ? null : { activityId, url, id, ms }
  },
})
