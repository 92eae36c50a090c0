import { isOpenAt } from '@care/domain'
import { phoneCallOf, silentAskMs } from '@care/domain/phone'
import { and, eq } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { endActivityRow } from '../../activities/index.ts'
import { hoursOfQueue } from '../../callbacks/index.ts'
import { followCall, linkCall, noteMissed } from '../follow-call.ts'
import { asksForHim } from '../nothing-more.ts'
import { openPhoneActivity } from '../open-activity.ts'
import { callInTurn, eventsOf, findPhoneCall, numberOf, type PhoneCallRecord, type PhoneSystem } from '../store.ts'
import { countEvents, keepEvents } from './take-phone-events.ts'

export interface AskWhoRings {
  system: PhoneSystem
  callId: string
  from: string | null
  did: string | null
  /** As it was asked, which is kept. */
  raw: string
}

/**
 * A phone system asks who is to ring. With the first question the call comes to its queue (rule 1) and is offered like any
 * task; while it is asked about, its caller is there. Out of the queue's hours it is missed at once. The answer is read by
 * `whoRingsFor`.
 */
export const askWhoRings = command({
  name: 'ask-who-rings',
  action: [],
  async load(ctx, { system: { channelId }, callId }: AskWhoRings) {
    await callInTurn(ctx, channelId, callId)
    return findPhoneCall(ctx.tx, channelId, callId)
  },
  allow: () => false,
  async run(ctx, found, input) {
    const { system, callId } = input
    if (found && found.activityId !== null) return heardOf(ctx, found)
    const event = asksForHim(callId, ctx.now, input)
    const added = await keepEvents(ctx, system.channelId, callId, [{ event, raw: input.raw }])
    const call = await countEvents(ctx, system.channelId, callId, found, added)
    const told = phoneCallOf(await eventsOf(ctx.tx, system.channelId, callId))
    // Its end came before the question.
    if (told?.state === 'ended') return followCall(ctx, { system, call, told }).then(() => ({ isClosed: false }))
    const number = numberOf(input.from, system.country)
    const activity = await openPhoneActivity(ctx, system, { direction: 'in', number, startedAt: call.createdAt })
    await linkCall(ctx, call, activity.id)
    const hours = await hoursOfQueue(ctx.tx, activity.queueId)
    const isClosed = hours !== null && !isOpenAt(hours, ctx.now)
    await writeAsked(ctx, call, { number, silentAt: isClosed ? null : ctx.now + silentAskMs })
    if (isClosed && (await endActivityRow(ctx, activity, 'abandoned'))) await noteMissed(ctx, system, activity, number)
    return { isClosed }
  },
})

/** Who waits is still there. */
async function heardOf(ctx: Ctx, call: PhoneCallRecord): Promise<{ isClosed: boolean }> {
  if (call.silentAt !== null && (call.state === 'queued' || call.state === 'ringing'))
    await writeAsked(ctx, call, { silentAt: Math.max(call.silentAt, ctx.now + silentAskMs) })
  return { isClosed: false }
}

type Asked = Pick<PhoneCallRecord, 'silentAt'> & Partial<Pick<PhoneCallRecord, 'number'>>

async function writeAsked(ctx: Ctx, { channelId, callId }: PhoneCallRecord, fields: Asked): Promise<void> {
  const { phoneCalls } = ctx.tx.t
  await ctx.tx
    .update(phoneCalls)
    .set({ ...fields, isAsked: true })
    .where(and(eq(phoneCalls.channelId, channelId), eq(phoneCalls.callId, callId)))
}
