import { type PhoneEvent, phoneCallOf, phoneEventKey, phoneLimits, silentCallMs } from '@care/domain/phone'
import { command, type Ctx } from '../../../kernel/command.ts'
import { followCall } from '../follow-call.ts'
import { callInTurn, eventsOf, findPhoneCall, type PhoneCallRecord, type PhoneSystem } from '../store.ts'

export interface TakePhoneEvents {
  system: PhoneSystem
  callId: string
  /** With what the phone system itself said, which is kept. */
  heard: readonly { event: PhoneEvent; raw: string }[]
}

/**
 * Takes what a phone system says of one call: keeps each event once, and brings the desk to where the call is by all of
 * them together. What is known already changes nothing, so that order, duplicates and losses make no difference.
 */
export const takePhoneEvents = command({
  name: 'take-phone-events',
  action: [],
  async load(ctx, { system: { channelId }, callId }: TakePhoneEvents) {
    await callInTurn(ctx, channelId, callId)
    return findPhoneCall(ctx.tx, channelId, callId)
  },
  allow: () => false,
  async run(ctx, found, { system, callId, heard }) {
    const known = found?.eventCount ?? 0
    // A record and an end are taken whatever came before them.
    const kept = known < phoneLimits.eventsOfCall ? heard : heard.filter(({ event }) => isFinal(event))
    const added = await keepEvents(ctx, system.channelId, callId, kept)
    if (added === 0) return { added }
    const told = phoneCallOf(await eventsOf(ctx.tx, system.channelId, callId))
    if (!told) throw new Error('a call without events')
    const call = await countEvents(ctx, system.channelId, callId, found, added)
    await followCall(ctx, { system, call, told })
    return { added }
  },
})

const isFinal = ({ type }: PhoneEvent): boolean => type === 'ended' || type === 'cdr' || type === 'recording'

/** How many of these are new. */
export async function keepEvents(
  ctx: Ctx,
  channelId: string,
  callId: string,
  heard: TakePhoneEvents['heard'],
): Promise<number> {
  if (heard.length === 0) return 0
  const { phoneEvents } = ctx.tx.t
  const rows = await ctx.tx
    .insert(phoneEvents)
    .values(
      heard.map(({ event, raw }) => ({
        channelId,
        callId,
        name: phoneEventKey(event),
        type: event.type,
        event,
        raw,
        receivedAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ name: phoneEvents.name })
  return rows.length
}

/** The row of the call, made with its first event. */
export async function countEvents(
  ctx: Ctx,
  channelId: string,
  callId: string,
  found: PhoneCallRecord | null,
  added: number,
): Promise<PhoneCallRecord> {
  const { phoneCalls } = ctx.tx.t
  const eventCount = (found?.eventCount ?? 0) + added
  const fresh = {
    channelId,
    callId,
    direction: 'in' as const,
    state: 'queued' as const,
    isAsked: false,
    createdAt: ctx.now,
    silentAt: ctx.now + silentCallMs,
    eventCount,
  }
  const [row] = await ctx.tx
    .insert(phoneCalls)
    .values(fresh)
    .onConflictDoUpdate({ target: [phoneCalls.channelId, phoneCalls.callId], set: { eventCount } })
    .returning()
  if (!row) throw new Error('call was not kept')
  return row
}
