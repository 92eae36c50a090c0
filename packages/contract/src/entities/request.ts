import { limits, mediumIds, priorities, type Medium } from '@care/domain'
import { z } from 'zod'
import { chosenInstant, id, instant, ref, requiredText, text, translated, version } from './common.ts'
import { customerRef } from './customer.ts'
import { attributes, requestField } from './field.ts'
import { outcome, stage, stageCategory } from './request-type.ts'

export const priority = z.enum(priorities)
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

/** Name null: the stage is of another type or gone. */
export const stageTime = z.object({
  typeId: id,
  stage: z.string(),
  category: stageCategory,
  name: translated.nullable(),
  /** How often it was entered; with now. */
  visits: z.number().int(),
  ms: z.number().int(),
  /** Within the opening hours of its queue (rule 30); null when none is known. */
  businessMs: z.number().int().nullable(),
})
export type StageTime = z.output<typeof stageTime>
/** A line of a list of requests. */
export const listedRequest = requestRow.extend({
  type: ref,
  companyName: z.string().nullable(),
  /** Of the request and of its activities. */
  tags: z.array(z.string()),
  media: z.array(z.enum(mediumIds as [Medium, ...Medium[]])),
  createdAt: instant,
  dueAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: z.string().nullable(),
  snoozedUntil: instant.nullable(),
  /** The activity that opening it shows: the newest one. */
  activityId: id.nullable(),
})
export type ListedRequest = z.output<typeof listedRequest>

export const requestDetails = requestRow.extend({
  description: z.string(),
  type: ref,
  /** The type's own fields in their order, without removed ones; and what stands in them, by their ids (row J4). */
  fields: z.array(requestField),
  attributes,
  location: ref.nullable(),
  /** Who watches it (row J4). */
  followers: z.array(ref),
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
  /** Every stage of the type, in order, which ones may be chosen now, and whether fields must be filled in for it. */
  stages: z.array(stage.extend({ isNext: z.boolean(), asks: z.boolean() })),
  /** Time spent in each stage that it has been in, in order of first entry; without the one it is in now (row R4). */
  stageTimes: z.array(stageTime),
  outcomes: z.array(outcome),
  abilities: z.object({
    edit: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    snooze: z.boolean(),
    assign: z.boolean(),
    comment: z.boolean(),
    /** Merge, split. */
    merge: z.boolean(),
    /** Link, parent and parts. */
    tie: z.boolean(),
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
    locationId: id.nullable(),
    attributes,
  })
  .partial()
export type RequestPatch = z.output<typeof requestPatch>

/** What a history can be narrowed to. */
export const historyKinds = ['stage', 'fields', 'assignment', 'activity', 'comment'] as const
export type HistoryKind = (typeof historyKinds)[number]

/** Types of events that stand in the history of a request: the server keeps the list whole, the desk has words for each. */
export const historyEvents = [
  'activity.ended',
  'activity.moved',
  'activity.plannedAgain',
  'activity.queued',
  'activity.resumed',
  'activity.tagged',
  'call.held',
  'callback.cancelled',
  'callback.planned',
  'callback.tried',
  'change.undone',
  'chat.rated',
  'comment.added',
  'deal.added',
  'deal.deleted',
  'deal.edited',
  'deal.restored',
  'deal.stageMoved',
  'mail.begun',
  'mail.cancelled',
  'mail.failed',
  'mail.putOff',
  'mail.queued',
  'mail.reported',
  'mail.retried',
  'mail.sent',
  'message.deleted',
  'message.edited',
  'offer.declined',
  'offer.made',
  'offer.missed',
  'offer.withdrawn',
  'phone.called',
  'phone.dialFailed',
  'phone.missed',
  'phone.recordingNotKept',
  'request.assigned',
  'request.closed',
  'request.created',
  'request.edited',
  'request.followed',
  'request.keptOpen',
  'request.linked',
  'request.merged',
  'request.parentSet',
  'request.partAdded',
  'request.partRemoved',
  'request.reopened',
  'request.snoozed',
  'request.split',
  'request.stageMoved',
  'request.typeChanged',
  'request.unfollowed',
  'request.unlinked',
  'request.unmerged',
  'request.unsplit',
  'request.woke',
  'sender.blocked',
  'sender.lifted',
  'task.accepted',
  'task.groupOver',
  'task.overflowed',
  'task.returned',
  'task.transferred',
  'todo.added',
  'todo.deleted',
  'todo.done',
  'todo.due',
  'todo.edited',
  'todo.restored',
  'todo.undone',
  'transfer.accepted',
  'transfer.consulting',
  'transfer.declined',
  'transfer.missed',
  'transfer.offered',
  'transfer.withdrawn',
  'wrapUp.ended',
  'wrapUp.extended',
] as const
export type HistoryEvent = (typeof historyEvents)[number]

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
