import { silentCallMs } from '@care/domain/phone'
import { and, eq, inArray } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, type ActivityRecord, endActivityRow, loadActivity } from '../../activities/index.ts'
import type {} from '../events.ts'
import { callInTurn, dialOf, findPhoneCall, type PhoneDialRecord } from '../store.ts'

export interface NoteDial {
  activityId: string
  /** How the phone system names the call; null when it told none. */
  callId: string | null
  /** Why it does not dial; null when it does. */
  problem: string | null
}

/**
 * How asking the phone system went: it dials, and this is the call's name there; or it does not, and the call is over. Events
 * that came before the answer have linked it already.
 */
export const noteDial = command({
  name: 'note-dial',
  action: [],
  async load(ctx, { activityId, callId }: NoteDial) {
    const dial = await dialOf(ctx.tx, activityId)
    if (!dial) throw notFound('call')
    if (callId !== null) await callInTurn(ctx, dial.channelId, callId)
    return { dial, loaded: await loadActivity(ctx, activityId) }
  },
  allow: () => false,
  async run(ctx, { dial, loaded }, { callId, problem }) {
    if (problem !== null) await failDial(ctx, dial, loaded.activity, problem)
    else if (callId !== null) await link(ctx, dial, callId)
    return null
  },
})

/** It is not dialled: the call is over before it began. Said once. */
export async function failDial(
  ctx: Ctx,
  { activityId, channelId }: PhoneDialRecord,
  activity: ActivityRecord,
  problem: string,
): Promise<void> {
  const { phoneDials } = ctx.tx.t
  const [row] = await ctx.tx
    .update(phoneDials)
    .set({ state: 'failed' })
    .where(and(eq(phoneDials.activityId, activityId), inArray(phoneDials.state, ['owed', 'asked'])))
    .returning({ activityId: phoneDials.activityId })
  if (!row) return
  await endActivityRow(ctx, activity, 'connectionLost')
  ctx.emit('phone.dialFailed', { ...about(activity), channelId, problem })
}

async function link(ctx: Ctx, dial: PhoneDialRecord, callId: string): Promise<void> {
  const { phoneDials, phoneCalls } = ctx.tx.t
  const { activityId, channelId, number } = dial
  const [row] = await ctx.tx
    .update(phoneDials)
    .set({ state: 'known' })
    .where(and(eq(phoneDials.activityId, activityId), eq(phoneDials.state, 'asked')))
    .returning({ activityId: phoneDials.activityId })
  if (!row) return
  const known = await findPhoneCall(ctx.tx, channelId, callId)
  if (known?.activityId) return
  const call = { activityId, direction: 'out' as const, number }
  await ctx.tx
    .insert(phoneCalls)
    .values({
      ...call,
      channelId,
      callId,
      state: 'queued',
      isAsked: false,
      eventCount: 0,
      createdAt: ctx.now,
      silentAt: ctx.now + silentCallMs,
    })
    .onConflictDoUpdate({ target: [phoneCalls.channelId, phoneCalls.callId], set: call })
}
