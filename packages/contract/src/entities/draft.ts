import { limits } from '@care/domain'
import { z } from 'zod'
import { attachment } from './activity.ts'
import { id, instant, keepable, ref } from './common.ts'

export const draftKind = z.enum(['reply', 'comment'])
const seq = z
  .number()
  .int()
  .nonnegative()
  .max(2 ** 31 - 1)

/** What an operator has begun to write in an activity and not sent. An empty one says that it is gone. */
export const draft = z.object({
  activityId: id,
  kind: draftKind,
  text: z.string(),
  attachments: z.array(attachment),
  /** Written at the same time in another window; kept until one has looked at it. */
  otherText: z.string().nullable(),
  /** How far the thread was read when the writing began. */
  seenSeq: seq.nullable(),
  editedAt: instant,
  /** 0 when there is none. */
  rev: z.number().int(),
})
export type Draft = z.output<typeof draft>

export const newDraft = z.object({
  text: z.string().max(limits.draft).transform(keepable),
  attachmentIds: z.array(id).max(limits.attachmentsPerMessage).default([]),
  seenSeq: seq.nullable().default(null),
  editedAt: instant,
  /** The revision that the writer had before him; 0 for none. */
  basedOn: z.number().int().nonnegative(),
  /** He has looked at `otherText` and needs it no more. */
  dropOther: z.boolean().default(false),
})

/** What a colleague is writing. */
export const colleagueDraft = z.object({ operator: ref, kind: draftKind, text: z.string(), editedAt: instant })
export type ColleagueDraft = z.output<typeof colleagueDraft>
