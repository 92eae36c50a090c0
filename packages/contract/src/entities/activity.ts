import { activityStates, endReasons, limits, mediumIds } from '@care/domain'
import { z } from 'zod'
import { id, instant, keepable, ref, text, version } from './common.ts'
import { customerRef } from './customer.ts'
import { priority } from './request.ts'
import { outcome, stageCategory } from './request-type.ts'

export const medium = z.enum(mediumIds)
export const activityState = z.enum(activityStates)

export const attachment = z.object({
  id,
  name: z.string(),
  /** Type found by looking at the bytes, not the one the sender claimed. */
  contentType: z.string(),
  size: z.number().int(),
  isImage: z.boolean(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})
export type Attachment = z.output<typeof attachment>

const mostSeq = 2 ** 31 - 1
/** A place in a thread as a caller names it; no thread gets longer. */
const place = z.number().int().nonnegative().max(mostSeq)
/** The messages before or after one. */
export const seqQuery = {
  beforeSeq: z.coerce.number().int().positive().max(mostSeq).optional(),
  afterSeq: z.coerce.number().int().nonnegative().max(mostSeq).optional(),
}
/** On the desk also those around one, around the first of a time, or around the first that nobody has read. */
export const placeQuery = {
  ...seqQuery,
  aroundSeq: z.coerce.number().int().positive().max(mostSeq).optional(),
  at: z.coerce.number().int().min(0).max(8.64e15).optional(),
  from: z.literal('unread').optional(),
}

export const message = z.object({
  id,
  activityId: id,
  /** Place in the thread, 1, 2, 3 … without gaps. */
  seq: z.number().int(),
  /** Made by the sender; the same one twice is one message. */
  clientMessageId: z.string(),
  author: z.object({ kind: z.enum(['customer', 'operator', 'system']), id: z.string().nullable(), name: z.string() }),
  text: z.string(),
  attachments: z.array(attachment),
  createdAt: instant,
  /** Absent in what stands as it was said. A deleted message keeps its place and has neither text nor attachments. */
  editedAt: instant.optional(),
  deletedAt: instant.optional(),
})
export type Message = z.output<typeof message>

/** Where in a thread the searched words stand; comments have no seq. */
export const threadHit = z.object({
  id,
  kind: z.enum(['message', 'comment']),
  seq: z.number().int().nullable(),
  at: instant,
})
export type ThreadHit = z.output<typeof threadHit>

/** How far each side got: every message with seq ≤ the mark is delivered or read. */
export const marks = z.object({
  customerDelivered: z.number().int(),
  customerRead: z.number().int(),
  operatorDelivered: z.number().int(),
  operatorRead: z.number().int(),
})
export type Marks = z.output<typeof marks>

export const newMessage = z
  .object({
    clientMessageId: z.string().min(8).max(64),
    text: z.string().max(limits.message).transform(keepable),
    attachmentIds: z.array(id).max(limits.attachmentsPerMessage).default([]),
  })
  .refine((value) => value.text.trim() !== '' || value.attachmentIds.length > 0, {
    message: 'text or an attachment is needed',
    path: ['text'],
  })
export type NewMessage = z.output<typeof newMessage>
/** An operator's: `seenSeq` is how far he had read when he began to write. A colleague's later answer is then asked about. */
export const newReply = newMessage.and(z.object({ seenSeq: place.optional() }))
export type NewReply = z.output<typeof newReply>
export const editedMessage = z.object({ text: z.string().max(limits.message).transform(keepable) })

export const newMarks = z.object({
  delivered: place.optional(),
  read: place.optional(),
})

export const comment = z.object({
  id,
  activityId: id,
  requestId: id,
  /** Made by the writer: what he shows as on its way is known by it. */
  clientCommentId: z.string(),
  author: ref,
  /** Mentions stand in it as `<@id>`. */
  text: z.string(),
  /** Whom it mentions, with their present names; absent = nobody. */
  mentions: z.array(ref).optional(),
  createdAt: instant,
})
export type Comment = z.output<typeof comment>

/** What is chosen and typed in a wrap-up so far. */
export const wrapUpDraft = z.object({ outcome: z.string().max(64).nullable(), comment: z.string() })
export const wrapUpFields = z.object({
  outcome: z.string().min(1).max(64).nullable(),
  comment: text(limits.comment).default(''),
})

export const activityDetails = z.object({
  id,
  request: z.object({ id, number: z.number(), title: z.string(), category: stageCategory }),
  customer: customerRef,
  medium,
  state: activityState,
  queue: ref.nullable(),
  /** It waits for this group, whose members alone are asked (rule 24). */
  group: ref.nullable(),
  operator: ref.nullable(),
  /** The colleague who is asked to take it over and has not answered. */
  transferTo: ref.nullable(),
  tags: z.array(z.string()),
  /** What routing looks for in an operator: its queue's skills and its own (domain rule 14). */
  skills: z.array(z.string()),
  startedAt: instant,
  acceptedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.enum(endReasons).nullable(),
  /** Its result: chosen in wrap-up, or that of the request whose closing ended it. */
  outcome: outcome.nullable(),
  /** While its operator wraps it up; for him alone. */
  wrapUp: z
    .object({
      until: instant,
      canHaveMore: z.boolean(),
      /** Recorded when the time is up and nothing is chosen. */
      defaultOutcome: z.string().nullable(),
      draft: wrapUpDraft,
    })
    .nullable(),
  /** Where it came from: the page of the widget, the form, the mailbox. */
  source: z.string(),
  /** The customer has the widget open now. */
  customerIsHere: z.boolean(),
  marks,
  version,
  abilities: z.object({
    reply: z.boolean(),
    tag: z.boolean(),
    comment: z.boolean(),
    take: z.boolean(),
    giveBack: z.boolean(),
    transfer: z.boolean(),
    end: z.boolean(),
    move: z.boolean(),
    moveToCustomer: z.boolean(),
    /** The customer is gone, and his next answer can go by mail. */
    answerByMail: z.boolean(),
    wrapUp: z.boolean(),
  }),
})
export type ActivityDetails = z.output<typeof activityDetails>

export const lastLine = z.object({ text: z.string(), author: z.enum(['customer', 'operator', 'system']), at: instant })

/** An activity as work: one row of Tasks in progress or of the Queue tab. */
export const task = z.object({
  activityId: id,
  requestId: id,
  requestNumber: z.number(),
  requestTitle: z.string(),
  category: stageCategory,
  customer: customerRef,
  medium,
  state: activityState,
  priority,
  queue: ref.nullable(),
  /** It waits for this group, whose members alone are asked (rule 24). */
  group: ref.nullable(),
  operatorId: id.nullable(),
  offer: z
    .object({
      offeredAt: instant,
      expiresAt: instant,
      isNewRequest: z.boolean(),
      /** A colleague hands it over, to oneself, a group or a queue: who and why (rule 24). */
      transfer: z
        .object({
          from: ref,
          reason: z.string(),
          /** A call: one is talked to first and gets it afterwards. */
          isWarm: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  /** The colleague who is asked to take it over and has not answered. */
  transferTo: ref.nullable(),
  /** While it waits: who had the request last (rule 12). */
  knowsIt: ref.nullable(),
  lastLine: lastLine.nullable(),
  unread: z.number().int(),
  /** The customer's oldest message without an answer; null when he has his answer. */
  waitingSince: instant.nullable(),
  /** Put aside until then (row A4). */
  snoozedUntil: instant.nullable(),
  /** It came back from snooze then and nobody has worked on it since. */
  wokeAt: instant.nullable(),
  /** While its operator wraps it up: until then. */
  wrapUpUntil: instant.nullable(),
  /** Since when it waits in its queue. */
  eligibleSince: instant,
  version,
})
export type Task = z.output<typeof task>
