import { limits, longestSnoozeMs } from '@care/domain'
import { z } from 'zod'
import { id, instant, requiredText, text } from './common.ts'
import { attributes } from './field.ts'
import { priority } from './request.ts'
import { requestFilter } from './request-filter.ts'

const key = z.string().min(1).max(64)
const tags = z.array(requiredText(limits.tag)).max(20).default([])

/** What can be done to many requests at once, or by a macro to one; each is the ordinary change of its kind. */
export const bulkAction = z.discriminatedUnion('kind', [
  /** `operatorId` null: nobody, back to the queue. */
  z.object({ kind: z.literal('assign'), operatorId: id.nullable() }),
  z.object({ kind: z.literal('queue'), queueId: id }),
  /** `attributes`: what the stage asks for, the same at each that lacks it. */
  z.object({ kind: z.literal('stage'), stage: key, attributes: attributes.default({}) }),
  z.object({ kind: z.literal('priority'), priority }),
  z.object({ kind: z.literal('tags'), add: tags, remove: tags }),
  z.object({
    kind: z.literal('close'),
    outcome: key,
    note: text(limits.outcomeNote).default(''),
    attributes: attributes.default({}),
  }),
  /** Closes as spam; whoever wrote it is blocked (rule 26). */
  z.object({ kind: z.literal('spam') }),
  z.object({
    kind: z.literal('snooze'),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(longestSnoozeMs / 60_000),
    wakesOnAnswer: z.boolean().default(true),
  }),
  /** At the newest activity of the request. */
  z.object({ kind: z.literal('comment'), text: requiredText(limits.comment) }),
])
export type BulkAction = z.output<typeof bulkAction>

/** The rows that were chosen, or whatever a filter finds when the run begins. */
export const bulkSelection = z.union([
  z.object({ ids: z.array(id).min(1).max(limits.bulkItems) }),
  z.object({ filter: requestFilter, dayEndsAt: instant.optional() }),
])
export type BulkSelection = z.output<typeof bulkSelection>

export const bulkPreview = z.object({
  /** Requests that it is about; the limit when there are more. */
  count: z.number().int(),
  /** More than one run takes: it would be refused. */
  isTooMany: z.boolean(),
  types: z.array(z.object({ typeId: id, open: z.number().int(), closed: z.number().int() })),
})
export type BulkPreview = z.output<typeof bulkPreview>

export const bulkState = z.enum(['gathering', 'running', 'finished', 'stopped', 'refused', 'undoing', 'undone'])
export type BulkState = z.output<typeof bulkState>
/** `skipped`: it was so already. `kept`: an undo left it alone, because it has changed since. */
export const bulkItemState = z.enum(['waiting', 'done', 'skipped', 'failed', 'undone', 'kept'])
export type BulkItemState = z.output<typeof bulkItemState>

export const bulkRun = z.object({
  id,
  actions: z.array(bulkAction),
  macroId: id.nullable(),
  state: bulkState,
  total: z.number().int(),
  counts: z.record(bulkItemState, z.number().int()),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** Until when it can be undone; null when it cannot. */
  undoUntil: instant.nullable(),
})
export type BulkRun = z.output<typeof bulkRun>

export const bulkItem = z.object({
  requestId: id,
  /** Null when it is gone or one no longer sees it. */
  request: z.object({ number: z.number().int(), title: z.string() }).nullable(),
  state: bulkItemState,
  /** The refusal of a failed or kept one. */
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
})
export type BulkItem = z.output<typeof bulkItem>
