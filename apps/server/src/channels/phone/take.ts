import type { PhoneEvent } from '@care/domain/phone'
import { withStandards } from '@care/domain/channels'
import { system } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import { phoneSystemOf, takePhoneEvents } from '../../modules/phone/index.ts'
import type { Intake } from '../channel.ts'
import { dialectOf } from './dialects/index.ts'
import { phoneFields } from './fields.ts'

/** What a phone system said is kept as it is, to this length; longer is no event of a call. */
const longestRaw = 16 * 1024

/** Takes what a phone system said, in neutral words, call by call. */
export async function takePhoneIntake(
  { channel, raw, receivedAt }: Intake,
  { execute, store }: Services,
): Promise<void> {
  const { dialect } = withStandards(phoneFields, channel.settings)
  const events = dialectOf(dialect).read(raw, receivedAt)
  if (events.length === 0) return
  const phoneSystem = await phoneSystemOf(store.read, channel)
  const text = Buffer.from(raw).toString('utf8').replaceAll('\u0000', '').slice(0, longestRaw).toWellFormed()
  for (const [callId, heard] of byCall(events)) {
    const input = { system: phoneSystem, callId, heard: heard.map((event) => ({ event, raw: text })) }
    await execute(takePhoneEvents, system, input)
  }
}

function byCall(events: readonly PhoneEvent[]): Map<string, PhoneEvent[]> {
  const calls = new Map<string, PhoneEvent[]>()
  for (const event of events) calls.set(event.callId, [...(calls.get(event.callId) ?? []), event])
  return calls
}
