import { limits } from '@care/domain'
import {
  dealStates,
  greatestAmount,
  isCalendarDay,
  isClockTime,
  isCurrency,
  isTimeZone,
  longestReminderMinutes,
} from '@care/domain/follow-ups'
import { z } from 'zod'
import { chosenInstant, id, instant, ref, requiredText, text, translated, version } from './common.ts'
import { customerRef } from './customer.ts'

const { title, note } = limits.followUp

/** A day of the calendar, in no zone. */
export const calendarDay = z.string().max(10).refine(isCalendarDay, 'not a day')
export const due = z.object({
  date: calendarDay,
  /** Null = some time on that day. */
  time: z.string().max(5).refine(isClockTime, 'not a time').nullable(),
  /** Whose clocks show it. */
  timeZone: z.string().max(64).refine(isTimeZone, 'not a time zone'),
})
export const reminder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('before'), minutes: z.number().int().min(0).max(longestReminderMinutes) }),
  z.object({ kind: z.literal('at'), at: chosenInstant }),
])

const subject = {
  id,
  customer: customerRef,
  request: z.object({ id, number: z.number().int() }).nullable(),
  title: z.string(),
  note: z.string(),
  owner: ref,
  /** Null when the product made it. */
  createdBy: ref.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
  abilities: z.object({ edit: z.boolean() }),
}

/** A piece of work for a customer and perhaps a request (row J7). */
export const todo = z.object({
  ...subject,
  due: due.nullable(),
  /** The instant after which it is overdue. */
  dueAt: instant.nullable(),
  reminder: reminder.nullable(),
  /** When it will be reminded of; null when it was, or will not be. */
  remindAt: instant.nullable(),
  /** Its owner was reminded then and has not looked at it since. */
  ringsSince: instant.nullable(),
  doneAt: instant.nullable(),
  doneBy: ref.nullable(),
})
export type Todo = z.output<typeof todo>

const todoShape = z.object({
  title: requiredText(title),
  note: text(note),
  due: due.nullable(),
  reminder: reminder.nullable(),
  ownerId: id,
})
export const newTodo = todoShape.partial({ note: true, due: true, reminder: true, ownerId: true }).extend({
  customerId: id,
  /** One of this customer’s. */
  requestId: id.nullable().optional(),
})
export const todoPatch = todoShape.partial()
export type NewTodo = z.input<typeof newTodo>
export type TodoPatch = z.output<typeof todoPatch>

export const dealState = z.enum(dealStates)
export const dealStage = z.object({ key: z.string(), name: translated, state: dealState })
const stageName = requiredText(60)
export const newDealStage = dealStage.extend({
  key: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/),
  name: z.object({ en: stageName, ru: stageName, pl: stageName, bg: stageName }),
})

/** A sales opportunity of a customer. */
export const deal = z.object({
  ...subject,
  /** In minor units of the currency. */
  amount: z.number().int(),
  /** ISO 4217. */
  currency: z.string(),
  stage: z.string(),
  state: dealState,
  expectedOn: calendarDay.nullable(),
  closedAt: instant.nullable(),
})
export type Deal = z.output<typeof deal>

const dealShape = z.object({
  title: requiredText(title),
  note: text(note),
  amount: z.number().int().min(0).max(greatestAmount),
  currency: z.string().max(3).refine(isCurrency, 'not a currency'),
  stage: z.string().min(1).max(64),
  expectedOn: calendarDay.nullable(),
  ownerId: id,
})
export const newDeal = dealShape.partial({ note: true, stage: true, expectedOn: true, ownerId: true }).extend({
  customerId: id,
  requestId: id.nullable().optional(),
})
export const dealPatch = dealShape.partial()
export type NewDeal = z.input<typeof newDeal>
export type DealPatch = z.output<typeof dealPatch>

/** Sum of the deals of one stage in one currency. */
export const dealTotal = z.object({
  stage: z.string(),
  currency: z.string(),
  count: z.number().int(),
  amount: z.number().int(),
})
export type DealTotal = z.output<typeof dealTotal>
