import { dayMs, minuteMs } from '../time.ts'
import { type Due, dueAtOf } from './due.ts'
import { instantOf } from '../zoned.ts'

/** So many minutes before it is due, or at an exact time (epoch ms). */
export type Reminder = { kind: 'before'; minutes: number } | { kind: 'at'; at: number }

/** The longest "before": four weeks. */
export const longestReminderMinutes = (28 * dayMs) / minuteMs
/** What is due some time on a day is reminded of as if it were due at this hour. */
export const reminderHour = '09:00'

/** The instant of a reminder; null when there is none, or nothing that it could be before. */
export function remindAtOf(due: Due | null, reminder: Reminder | null): number | null {
  if (reminder === null) return null
  if (reminder.kind === 'at') return reminder.at
  if (due === null) return null
  const from = due.time === null ? instantOf(due.date, reminderHour, due.timeZone) : dueAtOf(due)
  return from - reminder.minutes * minuteMs
}

/** Why a to-do cannot have this reminder at `now`, in English for developers; null when it can. */
export function reminderProblem(due: Due | null, reminder: Reminder | null, now: number): string | null {
  if (reminder === null) return null
  const at = remindAtOf(due, reminder)
  if (at === null) return 'it needs a due date'
  return at <= now ? 'it is in the past' : null
}
