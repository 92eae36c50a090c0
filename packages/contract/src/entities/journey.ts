import { z } from 'zod'
import { activityState, medium } from './activity.ts'
import { callOutcome } from './callback.ts'
import { id, instant, ref, translated } from './common.ts'
import { dealState } from './follow-up.ts'
import { stageCategory } from './request-type.ts'

/** What stands on a customer's line of time. */
export const journeyKinds = ['activity', 'request', 'rating', 'todo', 'deal'] as const
export type JourneyKind = (typeof journeyKinds)[number]

/** Every item has its place in the one order: `at`, then `id`, latest first. */
const place = { id, at: instant, requestId: id }
const perhapsOfRequest = { ...place, requestId: id.nullable() }

export const journeyActivity = z.object({
  ...place,
  kind: z.literal('activity'),
  medium,
  state: activityState,
  endedAt: instant.nullable(),
  title: z.string(),
  operator: ref.nullable(),
  messages: z.number(),
  /** Of a call back: what it waits for, how often it was tried and with what (row K4); null = it is none, or of a request that one may not see. */
  callback: z
    .object({
      /** Null while it waits in its queue, is in progress, or is over. */
      dueAt: instant.nullable(),
      tries: z.number().int(),
      lastOutcome: callOutcome.nullable(),
      isCancelled: z.boolean(),
    })
    .nullable(),
  /** To another request (rules 2 and 3). */
  canMove: z.boolean(),
})
export type JourneyActivity = z.output<typeof journeyActivity>

export const journeyItem = z.discriminatedUnion('kind', [
  journeyActivity,
  /** It was made then; what it is stands in the page's `requests`. */
  z.object({ ...place, kind: z.literal('request') }),
  z.object({ ...place, kind: z.literal('rating'), score: z.number().int(), comment: z.string() }),
  z.object({
    ...perhapsOfRequest,
    kind: z.literal('todo'),
    title: z.string(),
    owner: ref.nullable(),
    doneAt: instant.nullable(),
  }),
  z.object({
    ...perhapsOfRequest,
    kind: z.literal('deal'),
    title: z.string(),
    owner: ref.nullable(),
    /** In minor units of the currency (ISO 4217). */
    amount: z.number().int(),
    currency: z.string(),
    state: dealState,
  }),
])
export type JourneyItem = z.output<typeof journeyItem>

/** A request of the line; of one that the viewer may not see only the number and the state. */
export const journeyRequest = z.object({
  id,
  number: z.number(),
  title: z.string(),
  category: stageCategory,
  stageName: translated.nullable(),
  outcomeName: translated.nullable(),
  createdAt: instant,
  updatedAt: instant,
  canSee: z.boolean(),
})
export type JourneyRequest = z.output<typeof journeyRequest>
