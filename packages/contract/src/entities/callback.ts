import { isTimeZone, limits } from '@care/domain'
import { callOutcomes } from '@care/domain/callbacks'
import { z } from 'zod'
import { activityState } from './activity.ts'
import { chosenInstant, id, instant, language, ref, requiredText, text, version } from './common.ts'

const phone = requiredText(50)
const timeZone = z.string().min(1).max(64).refine(isTimeZone, 'not a time zone')

export const callOutcome = z.enum(callOutcomes)

/** Half an hour in which somebody can be called back; epoch ms. */
export const callbackSlot = z.object({ from: instant, to: instant })
export type CallbackSlot = z.output<typeof callbackSlot>

export const callbackAttempt = z.object({
  number: z.number().int(),
  operator: ref,
  outcome: callOutcome,
  note: z.string(),
  at: instant,
  nextTryAt: instant.nullable(),
})
export type CallbackAttempt = z.output<typeof callbackAttempt>

/** What an operator sees of a call back, beside its activity. */
export const callback = z.object({
  activityId: id,
  requestId: id,
  state: activityState,
  /** To dial it (E.164 where the country is known), and as people read it. */
  phone: z.string(),
  shownPhone: z.string(),
  origin: z.enum(['customer', 'operator', 'missedCall']),
  note: z.string(),
  /** What was promised, and the zone in which the customer was shown it; null = nobody knows it. */
  slot: callbackSlot,
  timeZone: z.string().nullable(),
  /** When it goes into its queue; null while it waits there, is in progress, or is over. */
  dueAt: instant.nullable(),
  attempts: z.array(callbackAttempt),
  triesMost: z.number().int(),
  cancelledAt: instant.nullable(),
  cancelledBy: z.enum(['customer', 'operator']).nullable(),
  version,
  abilities: z.object({ note: z.boolean(), move: z.boolean(), cancel: z.boolean() }),
})
export type Callback = z.output<typeof callback>

export const newCallback = z.object({
  customerId: id,
  /** An open request of the customer; without, his latest open one or a new one (domain rule 1). */
  requestId: id.optional(),
  phone,
  /** When he is to be called: in the future, within a year. */
  at: chosenInstant,
  /** Without, the request’s queue, else the first of one’s own. */
  queueId: id.optional(),
  timeZone: timeZone.nullable().default(null),
  note: text(limits.comment).default(''),
})

export const newAttempt = z.object({
  /** Which try it is, as its operator sees it: two who note the same one do not both count. */
  number: z.number().int().min(1).max(1_000),
  outcome: callOutcome,
  note: text(limits.comment).default(''),
  /** Needed for `later`; else without, after a pause inside the opening hours. */
  nextTryAt: chosenInstant.nullable().default(null),
})

export const askCallback = z.object({
  phone,
  /** Begin of one of the free slots. */
  from: chosenInstant,
  timeZone: timeZone.nullable().default(null),
  note: text(limits.comment).default(''),
  page: text(500).default(''),
})

/** What a customer sees of his call back through his link: no names, no notes, his number but for its last digits hidden. */
export const linkedCallback = z.object({
  state: z.enum(['planned', 'due', 'calling', 'over', 'cancelled']),
  maskedPhone: z.string(),
  slot: callbackSlot,
  timeZone: z.string().nullable(),
  language: language.nullable(),
  canChange: z.boolean(),
  /** Other free times. */
  slots: z.array(callbackSlot),
})
export type LinkedCallback = z.output<typeof linkedCallback>
