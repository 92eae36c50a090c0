import { phoneLimits } from '@care/domain/phone'
import { z } from 'zod'
import { id, ref, requiredText } from './common.ts'
import { customerRef } from './customer.ts'

/** As a phone system names somebody: letters, digits and what stands in user names of SIP (RFC 3261, 19.1.1). */
const phoneName = z
  .string()
  .max(phoneLimits.number)
  .regex(/^[A-Za-z0-9._+*#-]+$/, 'only letters, digits and . _ + * # -')

/** An operator's line at a phone system, as administrators see it. */
export const phoneLine = z.object({
  operator: ref,
  userName: z.string(),
  extension: z.string().nullable(),
  hasPassword: z.boolean(),
})
export type PhoneLine = z.output<typeof phoneLine>

export const newPhoneLine = z.object({
  userName: phoneName,
  extension: phoneName.nullable().default(null),
  /** Of the softphone; null takes it away, one that is not named stays. */
  password: z.string().min(1).max(200).nullable().optional(),
})

/** One's own line; `sip` when a softphone can register with it. */
export const myPhoneLine = z.object({
  channel: ref,
  userName: z.string(),
  extension: z.string().nullable(),
  sip: z.object({ socketUrl: z.string(), domain: z.string(), password: z.string() }).nullable(),
})
export type MyPhoneLine = z.output<typeof myPhoneLine>

export const newDial = z.object({
  customerId: id,
  /** An open request of the customer; without, his latest open one or a new one (domain rule 1). */
  requestId: id.optional(),
  phone: requiredText(50),
  /** By which phone system; without, the first in which one has a line. */
  channelId: id.optional(),
})
/** The call that is begun: `desk`: one's own softphone is to dial the number, naming the activity; else one's phone rings. */
export const dialled = z.object({
  activityId: id,
  number: z.string(),
  dials: z.enum(['desk', 'phoneSystem']),
})
export type Dialled = z.output<typeof dialled>

/** As the exchange and the softphone name a call (the Call-ID of RFC 3261, 8.1.1.4). */
const sipCallId = z
  .string()
  .min(1)
  .max(phoneLimits.id)
  .regex(/^[\u0021-\u007e]+$/, 'no Call-ID')

/** What one's softphone has seen of one's call; `failed`: it did not come about. */
export const newPhoneStep = z.object({
  callId: sipCallId,
  step: z.enum(['dialled', 'answered', 'held', 'resumed', 'ended', 'failed']),
  /** Why it is over, or failed. */
  cause: z
    .string()
    .max(phoneLimits.cause)
    .regex(/^[A-Za-z0-9 .-]*$/, 'a code or a word')
    .nullable()
    .default(null),
})
export type PhoneStep = z.input<typeof newPhoneStep>['step']

export const ringingQuery = z.object({ callId: sipCallId, number: phoneName })
/** A call at one's line, as the desk knows it. */
export const ringingCall = z.object({
  /** Whose line it comes from. */
  colleague: ref.nullable(),
  /** Found by the number. */
  customer: customerRef.nullable(),
  /**
   * `none`: it rings at the line alone; `mine`: its task is offered to oneself, or is one's own; `over`: it is not any more;
   * `passedOn`: a colleague has taken it over, whose line is `holderLine`; `waits`: its talk was given away and nobody with a
   * line has taken it yet.
   */
  task: z.enum(['none', 'mine', 'over', 'passedOn', 'waits']),
  activityId: id.nullable(),
  holderLine: z.string().nullable(),
})
export type RingingCall = z.output<typeof ringingCall>
