import { limits, priorities, stageCategories } from '@care/domain'
import { z } from 'zod'
import { chosenInstant, id, instant, ref, requiredText, text, translated, version } from './common.ts'
import { customerRef } from './customer.ts'

export const priority = z.enum(priorities)
export const stageCategory = z.enum(stageCategories)

export const stage = z.object({ key: z.string(), category: stageCategory, name: translated })
export type StageView = z.output<typeof stage>
export const outcome = z.object({ key: z.string(), name: translated, isSystem: z.boolean() })
export type OutcomeView = z.output<typeof outcome>

export const requestType = z.object({
  id,
  name: z.string(),
  isDefault: z.boolean(),
  /** Days without an update until the request closes itself; null = never (domain rule 8). */
  autoCloseDays: z.number().positive().max(3650).nullable(),
  /** Days after closing in which a customer's message reopens (domain rule 10). */
  reopenDays: z.number().nonnegative().max(3650),
  onReply: z.enum(['reopen', 'new']),
  stages: z.array(stage),
  transitions: z.array(z.object({ from: z.string(), to: z.string() })),
  outcomes: z.array(outcome),
  version,
})
export type RequestType = z.output<typeof requestType>
/** From an hour to ten years: a shorter time would close requests between two messages. */
const days = z
  .number()
  .min(1 / 24)
  .max(3650)
export const requestTypePatch = requestType
  .pick({ onReply: true })
  .extend({
    name: requiredText(100),
    autoCloseDays: days.nullable(),
    /** 0 = a reply never reopens. */
    reopenDays: days.or(z.literal(0)),
  })
  .partial()

export const requestRow = z.object({
  id,
  /** Shown as REQ-123. */
  number: z.number().int(),
  title: z.string(),
  customer: customerRef,
  stage: z.string(),
  category: stageCategory,
  priority,
  queue: ref.nullable(),
  assignee: ref.nullable(),
  updatedAt: instant,
  version,
})
export type RequestRow = z.output<typeof requestRow>

export const requestDetails = requestRow.extend({
  description: z.string(),
  type: ref,
  tags: z.array(z.string()),
  dueAt: instant.nullable(),
  createdAt: instant,
  stageSince: instant,
  /** Last update of the request or any of its activities; restarts auto-close. */
  lastUpdateAt: instant,
  autoCloseAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  /** The customer's answer wakes it before its time. */
  wakesOnAnswer: z.boolean(),
  closedAt: instant.nullable(),
  closedBy: ref.nullable(),
  outcome: outcome.nullable(),
  outcomeNote: z.string(),
  previousRequest: z.object({ id, number: z.number() }).nullable(),
  rating: z.object({ score: z.number(), comment: z.string() }).nullable(),
  /** Every stage of the type, in order, and which ones may be chosen now. */
  stages: z.array(stage.extend({ isNext: z.boolean() })),
  outcomes: z.array(outcome),
  abilities: z.object({
    edit: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    snooze: z.boolean(),
    assign: z.boolean(),
    comment: z.boolean(),
  }),
})
export type RequestDetails = z.output<typeof requestDetails>

/** A line of what one has put aside. */
export const snoozedRequest = z.object({
  requestId: id,
  number: z.number(),
  title: z.string(),
  customer: customerRef,
  snoozedUntil: instant,
  wakesOnAnswer: z.boolean(),
})
export type SnoozedRequest = z.output<typeof snoozedRequest>

export const requestPatch = z
  .object({
    title: requiredText(limits.requestTitle),
    description: text(limits.description),
    priority,
    tags: z.array(requiredText(limits.tag)).max(limits.tagsPerActivity),
    dueAt: chosenInstant.nullable(),
    typeId: id,
    queueId: id,
  })
  .partial()
export type RequestPatch = z.output<typeof requestPatch>

/** One line of the history: what changed, who, when, from, to (row J4). */
export const historyLine = z.object({
  id: z.string(),
  type: z.string(),
  at: instant,
  actor: z.object({
    kind: z.enum(['operator', 'customer', 'system', 'rule']),
    id: z.string().nullable(),
    name: z.string(),
  }),
  activityId: id.nullable(),
  facts: z.record(z.string(), z.unknown()),
})
export type HistoryLine = z.output<typeof historyLine>
