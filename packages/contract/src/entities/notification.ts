import { isZone, minutesOfDay, notificationEvents, panelKinds, ways } from '@care/domain'
import { z } from 'zod'
import { id, instant } from './common.ts'
import { customerRef } from './customer.ts'

/** One thing that the operator is told, with what its line shows; words are the desk's. */
export const notification = z.object({
  id,
  kind: z.enum(panelKinds),
  at: instant,
  seenAt: instant.nullable(),
  /** Nothing is left to be done about it, whoever did it. */
  handledAt: instant.nullable(),
  /** The same came so often while it was open. */
  times: z.number().int(),
  actor: z.object({ kind: z.enum(['operator', 'customer', 'system']), id: id.nullable(), name: z.string() }),
  /** What it is about; null when it is about none or he may not see it any more. */
  request: z.object({ id, number: z.number(), title: z.string(), customer: customerRef }).nullable(),
  activityId: id.nullable(),
  commentId: id.nullable(),
  /** Of kinds about something else: a to-do, a queue. */
  subjectId: id.nullable(),
  /** The words it is about, cut: the comment, the to-do. Mentions stand in it as names. */
  excerpt: z.string(),
})
export type Notification = z.output<typeof notification>

const event = z.enum(notificationEvents)
const switches = z.partialRecord(z.enum(ways), z.boolean())

export const quietHours = z.object({
  from: z
    .number()
    .int()
    .min(0)
    .max(minutesOfDay - 1),
  to: z
    .number()
    .int()
    .min(0)
    .max(minutesOfDay - 1),
  days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
  zone: z.string().max(64).refine(isZone, 'not a time zone'),
})

export const notificationSettings = z.object({
  /** Where it differs from the defaults: event → way → on or off. */
  ways: z.partialRecord(event, switches),
  volume: z.number().int(),
})
export type NotificationSettings = z.output<typeof notificationSettings>

/** What a change does not name stays as it is; of `ways` only the switches named change. */
export const notificationPatch = z
  .object({ ways: z.partialRecord(event, switches), volume: z.number().int().min(0).max(100) })
  .partial()

/** A colleague who may see a request, as one picks him to be mentioned. */
export const colleague = z.object({
  id,
  name: z.string(),
  /** The name where nobody else who may see it has it, else with what tells namesakes apart. */
  label: z.string(),
  hint: z.string(),
})
export type Colleague = z.output<typeof colleague>
