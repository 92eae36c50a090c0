import { phoneCallOf, silentCallMs } from '@care/domain/phone'
import { and, eq, lte } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { loadActivity } from '../../activities/index.ts'
import { followCall } from '../follow-call.ts'
import { nothingMore } from '../nothing-more.ts'
import { callInTurn, eventsOf, findPhoneCall, type PhoneCallRecord, type PhoneSystem } from '../store.ts'
import { keepEvents } from './take-phone-events.ts'

export interface EndSilentCall {
  system: PhoneSystem
  callId: string
}

/**
 * Nothing more was heard of a call: its end was lost, its lines are gone, or who waited has hung up. Only the sweep runs it;
 * NOT_ALLOWED_NOW when it was heard of meanwhile.
 */
export const endSilentCall = command({
  name: 'end-silent-call',
  action: [],
  async load(ctx, { system: { channelId }, callId }: EndSilentCall) {
    await callInTurn(ctx, channelId, callId)
    const call = await findPhoneCall(ctx.tx, channelId, callId)
    if (!call) throw notFound('call')
    return call
  },
  allow: () => false,
  async run(ctx, call, { system }) {
    if (call.silentAt === null || call.silentAt > ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'it was heard of meanwhile')
    if (await isTakenAtDesk(ctx, call)) return waitLonger(ctx, call)
    const heard = await eventsOf(ctx.tx, call.channelId, call.callId)
    const seen = phoneCallOf(heard)
    if (seen?.state !== 'ended' && !isYoung(ctx, call)) {
      const event = nothingMore(call.callId, ctx.now)
      await keepEvents(ctx, call.channelId, call.callId, [{ event, raw: '' }])
      heard.push(event)
    }
    const told = phoneCallOf(heard)
    if (told) await followCall(ctx, { system, call, told, isFinal: true })
    return null
  },
})

/** Too little was known of it to act on; it still goes on. */
const isYoung = (ctx: Ctx, { createdAt, isAsked }: PhoneCallRecord): boolean =>
  !isAsked && ctx.now < createdAt + silentCallMs / 2

/** Somebody has accepted what the phone system asked about, and it asks no more because it rings him. */
async function isTakenAtDesk(ctx: Ctx, call: PhoneCallRecord): Promise<boolean> {
  const isOld = ctx.now >= call.createdAt + silentCallMs
  if (!call.isAsked || isOld || call.activityId === null || call.state === 'active') return false
  return (await loadActivity(ctx, call.activityId)).activity.state === 'active'
}

async function waitLonger(ctx: Ctx, call: PhoneCallRecord): Promise<null> {
  const { phoneCalls } = ctx.tx.t
  await ctx.tx
    .update(phoneCalls)
    .set({ silentAt: call.createdAt + silentCallMs })
    .where(
      and(
        eq(phoneCalls.channelId, call.channelId),
        eq(phoneCalls.callId, call.callId),
        lte(phoneCalls.silentAt, ctx.now),
      ),
    )
  return null
}
