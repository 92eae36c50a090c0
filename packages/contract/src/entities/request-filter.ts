import { limits, mediumIds, requestSorts, type Medium } from '@care/domain'
import { z } from 'zod'
import { chosenInstant, id, requiredText } from './common.ts'
import { priority } from './request.ts'
import { stageCategory } from './request-type.ts'

/** From and to in epoch ms, or the days before now; a saved view means the days before it is looked at. */
export const dateRange = z
  .object({
    from: chosenInstant.optional(),
    to: chosenInstant.optional(),
    lastDays: z.number().int().min(1).max(3650).optional(),
  })
  .refine((range) => Object.values(range).some((value) => value !== undefined), { message: 'empty range' })
export type DateRange = z.output<typeof dateRange>

const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(50).optional()

/** What a list of requests is narrowed to: every field given must fit, one of its values is enough. */
export const requestFilter = z.object({
  /** Words that were said in it, or stand in its texts or its customer's: all of them, each by its beginning. */
  words: requiredText(limits.search).optional(),
  state: z.enum(['open', 'closed']).optional(),
  category: some(stageCategory),
  stage: some(z.string().min(1).max(64)),
  priority: some(priority),
  queueId: some(id),
  /** `me` is who asks, `nobody` nobody. */
  assigneeId: some(id),
  typeId: some(id),
  locationId: some(id),
  outcome: some(z.string().min(1).max(64)),
  medium: some(z.enum(mediumIds as [Medium, ...Medium[]])),
  tag: some(requiredText(50)),
  companyId: some(id),
  customerId: id.optional(),
  isVip: z.literal(true).optional(),
  created: dateRange.optional(),
  updated: dateRange.optional(),
  closed: dateRange.optional(),
  dueAt: dateRange.optional(),
  /** Of open requests: past its time, due before the caller's day ends, without a time. */
  due: z.enum(['overdue', 'today', 'none']).optional(),
})
export type RequestFilter = z.output<typeof requestFilter>

export const requestSort = z.object({ by: z.enum(requestSorts), isDescending: z.boolean() })
export type RequestSort = z.output<typeof requestSort>

export const defaultSort: RequestSort = { by: 'updated', isDescending: true }

export const listColumns = [
  'number',
  'title',
  'customer',
  'company',
  'stage',
  'priority',
  'queue',
  'assignee',
  'type',
  'tags',
  'due',
  'updated',
  'created',
  'closed',
  'outcome',
] as const
export type ListColumn = (typeof listColumns)[number]
/** The columns that are shown, in order, each with its width in px. */
export const listLayout = z
  .array(z.object({ id: z.enum(listColumns), width: z.number().int().min(48).max(800) }))
  .min(1)
  .max(listColumns.length)
  .refine((columns) => new Set(columns.map(({ id: column }) => column)).size === columns.length, {
    message: 'a column twice',
  })
export type ListLayout = z.output<typeof listLayout>
