import { type CalendarDay, type ClockTime, daysAfter, instantOf, wallOf, weekdayOf } from '../zoned.ts'

/** When a to-do is due: on a day, or at a time of it, as the clocks of a zone show it. */
export interface Due {
  date: CalendarDay
  /** Null = some time on that day. */
  time: ClockTime | null
  timeZone: string
}

export const dueStates = ['overdue', 'today', 'week', 'later', 'none'] as const
export type DueState = (typeof dueStates)[number]

/** The instant after which it is overdue: its time, or the last moment of its day. */
export const dueAtOf = ({ date, time, timeZone }: Due): number =>
  time === null ? instantOf(daysAfter(date, 1), '00:00', timeZone) - 1 : instantOf(date, time, timeZone)

/** Where the days that matter begin for somebody in a zone, epoch ms. */
export interface DueBounds {
  now: number
  tomorrow: number
  /** Monday, 00:00. */
  nextWeek: number
}

export function dueBounds(now: number, timeZone: string): DueBounds {
  const { date } = wallOf(now, timeZone)
  return {
    now,
    tomorrow: instantOf(daysAfter(date, 1), '00:00', timeZone),
    nextWeek: instantOf(daysAfter(date, 7 - weekdayOf(date)), '00:00', timeZone),
  }
}

/** In which part of a list of to-dos it stands, by the reader's days. */
export function dueState(dueAt: number | null, { now, tomorrow, nextWeek }: DueBounds): DueState {
  if (dueAt === null) return 'none'
  if (dueAt < now) return 'overdue'
  if (dueAt < tomorrow) return 'today'
  return dueAt < nextWeek ? 'week' : 'later'
}

/** From (inclusive) and before (exclusive) which instants a to-do of this part is due; null = no bound. */
export function rangeOf(
  state: Exclude<DueState, 'none'>,
  { now, tomorrow, nextWeek }: DueBounds,
): { from: number | null; before: number | null } {
  switch (state) {
    case 'overdue':
      return { from: null, before: now }
    case 'today':
      return { from: now, before: tomorrow }
    case 'week':
      return { from: tomorrow, before: nextWeek }
    case 'later':
      return { from: Math.max(tomorrow, nextWeek), before: null }
  }
}
