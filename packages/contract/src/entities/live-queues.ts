import { mediumIds, priorities } from '@care/domain'
import { z } from 'zod'
import { id, instant, ref, version } from './common.ts'
import { customerRef } from './customer.ts'
import { awayReason, shownPresence } from './operator.ts'

const count = z.number().int().nonnegative()

/** Waits that ended today, by the workspace's time zone (domain rule 45). */
export const waitCounts = z.object({
  accepted: count,
  acceptedInTime: count,
  abandoned: count,
  shortAbandoned: count,
})
export const liveQueue = z.object({
  id,
  name: z.string(),
  /** Offered ones still wait. */
  waiting: count,
  /** Since when the one waits who waits longest. */
  oldestAt: instant.nullable(),
  inProgress: count,
  today: waitCounts,
  targets: z.object({ serviceLevelSeconds: count, serviceLevelPercent: count, maxWaitSeconds: count }),
})
export type LiveQueueRow = z.output<typeof liveQueue>

export const liveOperator = z.object({
  id,
  name: z.string(),
  shown: shownPresence,
  awayReason: awayReason.nullable(),
  /** He is not to be disturbed now: shown apart from being busy. */
  isDoNotDisturb: z.boolean(),
  since: instant,
  queueIds: z.array(id),
  skills: z.array(z.string()),
  /** Available, and would be offered one more. */
  isFree: z.boolean(),
  /** Media of which he takes any or has any. */
  load: z.array(z.object({ medium: z.enum(mediumIds), taken: count, places: count })),
})
export type LiveOperatorRow = z.output<typeof liveOperator>

export const waitingTask = z.object({
  activityId: id,
  requestId: id,
  requestNumber: z.number().int(),
  requestTitle: z.string(),
  /** Of the request, for changing its priority or queue. */
  requestVersion: version,
  customer: customerRef,
  medium: z.enum(mediumIds),
  queueId: id,
  /** The group whose members alone it rings at. */
  group: ref.nullable(),
  priority: z.enum(priorities),
  /** What it needs, its queue's and its own. */
  skills: z.array(z.string()),
  /** A call whose phone system rings only operators with a line there: its name and whose lines those are; null = anybody's. */
  line: z.object({ name: z.string(), operatorIds: z.array(id) }).nullable(),
  eligibleSince: instant,
  /** At whom it rings just now. */
  offeredTo: ref.nullable(),
})
export type WaitingTask = z.output<typeof waitingTask>

/** What waits, next one first: the first ones, and how many there are. */
export const waitingList = z.object({ items: z.array(waitingTask), total: count })

const liveParts = z.object({
  at: instant,
  queues: z.array(liveQueue),
  operators: z.array(liveOperator),
  waiting: waitingList,
})
export type LiveParts = z.output<typeof liveParts>
/** Parts that changed, each of them whole: no push needs the one before it. */
export const liveQueuesChange = liveParts.partial({ queues: true, operators: true, waiting: true })
export type LiveQueuesChange = z.output<typeof liveQueuesChange>

export const liveQueues = liveParts.extend({
  abilities: z.object({
    /** Give work to others, and take it up oneself. */
    canAssign: z.boolean(),
    canTake: z.boolean(),
    canPrioritise: z.boolean(),
    canManagePresence: z.boolean(),
    canSeeNumbers: z.boolean(),
  }),
})
export type LiveQueues = z.output<typeof liveQueues>

export const liveToday = z.object({
  at: instant,
  timeZone: z.string(),
  day: z.string(),
  targetPercent: count,
  /** Half-hours in which waits ended. */
  slots: z.array(waitCounts.extend({ slot: count })),
  arrivals: z.array(z.object({ hour: count, medium: z.enum(mediumIds), count })),
})
export type LiveToday = z.output<typeof liveToday>

export const operatorFigures = ['closed', 'firstResponse', 'handled', 'rated'] as const
export const queueFigures = ['accepted', 'late', 'abandoned'] as const
export const figurePeriods = ['today', 'days30'] as const

const figure = z.object({
  count,
  /** Milliseconds, or the score of ratings; null of what is only counted, and of none. */
  average: z.number().nullable(),
})
export type Figure = z.output<typeof figure>
const figures = z.object({ closed: figure, firstResponse: figure, handled: figure, rated: figure })
export const numbers = z.object({
  operator: ref,
  timeZone: z.string(),
  today: figures,
  days30: figures,
  /** Closed on each of the 30 days, the oldest first. */
  closedByDay: z.array(z.object({ day: z.string(), count })),
})
export type Numbers = z.output<typeof numbers>

/** A request behind a figure, as often as it counts in it. */
export const figureRow = z.object({
  sourceId: z.string(),
  requestId: id,
  requestNumber: z.number().int(),
  /** Empty when the request is no longer to be seen. */
  requestTitle: z.string(),
  canOpen: z.boolean(),
  customer: customerRef.nullable(),
  at: instant,
  value: z.number(),
})
export type FigureRow = z.output<typeof figureRow>
