import type { PhoneStep } from '@care/contract'
import { type PhoneEvent, type PhoneEventType, phoneCallOf, phoneLimits } from '@care/domain/phone'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { loadActivity } from '../../activities/index.ts'
import { findChannel } from '../../channels/index.ts'
import { followCall, linkCall } from '../follow-call.ts'
import { eventAt } from '../nothing-more.ts'
import {
  callInTurn,
  dialOf,
  eventsOf,
  findPhoneCall,
  lineOfOperator,
  type PhoneCallRecord,
  type PhoneDialRecord,
  phoneSystemOf,
} from '../store.ts'
import { failDial } from './note-dial.ts'
import { countEvents, keepEvents } from './take-phone-events.ts'

export interface TellPhoneStep {
  activityId: string
  /** The Call-ID, by which the exchange names it too. */
  callId: string
  step: PhoneStep
  cause: string | null
}

const typeOf = {
  dialled: 'ringing',
  answered: 'answered',
  held: 'held',
  resumed: 'resumed',
  ended: 'ended',
  failed: 'ended',
} as const satisfies Record<PhoneStep, PhoneEventType>

/**
 * What an operator's softphone has seen of his call, kept like an event of the phone system: one that tells it too changes
 * nothing, and one that tells nothing is not missed. NOT_FOUND for a call that is not his, NOT_ALLOWED_NOW for a Call-ID that
 * is another call's, or of what he was not to dial.
 */
export const tellPhoneStep = command({
  name: 'tell-phone-step',
  action: 'tasks.handle',
  async load(ctx, { activityId, callId }: TellPhoneStep) {
    const dial = await dialOf(ctx.tx, activityId)
    const channelId = dial?.channelId ?? (await channelOf(ctx, activityId))
    if (channelId === null) throw notFound('call')
    await callInTurn(ctx, channelId, callId)
    const { activity } = await loadActivity(ctx, activityId)
    if (ctx.actor.kind !== 'operator' || activity.operatorId !== ctx.actor.id) throw notFound('call')
    return { dial, channelId, activity, found: await findPhoneCall(ctx.tx, channelId, callId) }
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { dial, channelId, activity, found }, { callId, step, cause }) {
    const channel = await findChannel(ctx.tx, channelId)
    const line = await lineOfOperator(ctx.tx, channelId, activity.operatorId)
    if (!channel || !line) throw new AppError('NOT_ALLOWED_NOW', 'you have no line at this phone system')
    if (step === 'failed' && dial && !found) {
      await failDial(ctx, dial, activity, cause ?? 'BROKEN')
      return { ok: true as const }
    }
    const isKnown = found !== null && found.activityId === activity.id
    if (!isKnown) await claim(ctx, dial, found)
    if (isKnown && found.eventCount >= phoneLimits.eventsOfCall && step !== 'ended') return { ok: true as const }
    const heard = await eventsOf(ctx.tx, channelId, callId)
    // Two clocks: what the line has seen now comes after all that was told before.
    const at = Math.max(ctx.now, ...heard.map((one) => one.at + 1))
    const event: PhoneEvent = {
      ...eventAt(typeOf[step], callId, at),
      cause,
      agent: line.userName,
      ...(dial ? { direction: 'out', to: dial.number } : {}),
    }
    const added = await keepEvents(ctx, channelId, callId, [{ event, raw: '' }])
    if (added === 0 && isKnown) return { ok: true as const }
    const call = await countEvents(ctx, channelId, callId, found, added)
    if (!isKnown) await linkCall(ctx, call, activity.id)
    const told = phoneCallOf(await eventsOf(ctx.tx, channelId, callId))
    const system = await phoneSystemOf(ctx.tx, channel)
    if (told) await followCall(ctx, { system, call: { ...call, activityId: activity.id }, told })
    return { ok: true as const }
  },
})

async function channelOf(ctx: Ctx, activityId: string): Promise<string | null> {
  const { phoneCalls } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ channelId: phoneCalls.channelId })
    .from(phoneCalls)
    .where(eq(phoneCalls.activityId, activityId))
    .limit(1)
  return row?.channelId ?? null
}

/** This Call-ID is what the desk was to dial; once, and of a call that is nobody else's. */
async function claim(ctx: Ctx, dial: PhoneDialRecord | null, found: PhoneCallRecord | null): Promise<void> {
  if (!dial || (found !== null && found.activityId !== null))
    throw new AppError('NOT_ALLOWED_NOW', 'this is another call')
  const { phoneDials } = ctx.tx.t
  const [row] = await ctx.tx
    .update(phoneDials)
    .set({ state: 'known' })
    .where(and(eq(phoneDials.activityId, dial.activityId), eq(phoneDials.state, 'asked')))
    .returning({ activityId: phoneDials.activityId })
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it was dialled already')
}
