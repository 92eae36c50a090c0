import { withStandards } from '@care/domain/channels'
import type { WhoRings } from '@care/domain/phone'
import { system } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import type { ChannelRecord } from '../../modules/channels/index.ts'
import {
  askWhoRings,
  isFresh,
  phoneSystemOf,
  type PhoneSystem,
  whoCalls,
  whoRingsFor,
} from '../../modules/phone/index.ts'
import type { Delivery, HookAnswer } from '../channel.ts'
import type { PhoneQuestion } from './dialects/dialect.ts'
import { dialectOf } from './dialects/index.ts'
import { phoneFields } from './fields.ts'

/** Answers who calls, and who is to ring; null for any other question. */
export async function answerPhone(
  delivery: Delivery,
  channel: ChannelRecord,
  services: Services,
): Promise<HookAnswer | null> {
  const { dialect: id } = withStandards(phoneFields, channel.settings)
  const dialect = dialectOf(id)
  const question = dialect.question?.(delivery) ?? null
  if (!question) return null
  const phoneSystem = await phoneSystemOf(services.store.read, channel)
  if (question.asks === 'whoCalls')
    return dialect.formatCaller?.(await whoCalls(services.store.read, phoneSystem, question.from), delivery) ?? null
  const answer = await ringAnswer(services, phoneSystem, question, Buffer.from(delivery.body).toString('utf8'))
  return dialect.formatRing?.(answer, delivery) ?? null
}

type RingQuestion = Extract<PhoneQuestion, { asks: 'whoRings' }>

async function ringAnswer(
  { store, execute, clock }: Services,
  phoneSystem: PhoneSystem,
  { callId, from, did }: RingQuestion,
  raw: string,
): Promise<WhoRings> {
  const known = await whoRingsFor(store.read, phoneSystem.channelId, callId)
  // Asked each second by every caller who waits: a transaction only where there is something to write.
  if (known && isFresh(known.silentAt, clock.now())) return known.answer
  const kept = raw.replaceAll('\u0000', '').slice(0, longestRaw).toWellFormed()
  const { isClosed } = await execute(askWhoRings, system, { system: phoneSystem, callId, from, did, raw: kept })
  if (isClosed) return { answer: 'end', reason: 'closed' }
  return (await whoRingsFor(store.read, phoneSystem.channelId, callId))?.answer ?? { answer: 'end', reason: 'over' }
}

const longestRaw = 16 * 1024
