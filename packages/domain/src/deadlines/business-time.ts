import { type CalendarDay, daysAfter, isCalendarDay, isTimeZone, wallOf, weekdayOf } from '../zoned.ts'
import { borderOf } from './border.ts'

/** Open from one minute after midnight to another, by the calendar's own clocks; 1440 is the midnight that ends the day. */
export interface Interval {
  from: number
  to: number
}
/** A day that is not as its weekday usually is: closed, or open at other times. */
export interface Holiday {
  date: CalendarDay
  name: string
  intervals: readonly Interval[]
}
/** Opening hours of a calendar in its own time zone (rule 30). */
export interface BusinessHours {
  timeZone: string
  /** Seven lists of intervals, Monday first. */
  days: readonly (readonly Interval[])[]
  holidays: readonly Holiday[]
}
/** From an instant up to, and without, another. */
export interface Period {
  from: number
  to: number
}

export const businessHoursLimits = { intervalsPerDay: 6, holidays: 400, holidayName: 100 } as const

/** Further ahead nobody plans: hours that do not turn within so many days never do. */
const horizonDays = 400

/** Whether the calendar is open at an instant. */
export function isOpenAt(hours: BusinessHours, at: number): boolean {
  const [next] = periods(hours, at)
  return next !== undefined && next.from <= at
}

/** When it next opens or closes after an instant; null = never, or not within a year. */
export function nextTurn(hours: BusinessHours, at: number): number | null {
  const [next] = periods(hours, at)
  if (next === undefined) return null
  if (next.from > at) return next.from
  return next.to < endOfSight(hours, at) ? next.to : null
}

/** When it is open next: the instant itself while it is open; null = never, or not within a year. */
export function nextOpening(hours: BusinessHours, at: number): number | null {
  const [next] = periods(hours, at)
  return next === undefined ? null : Math.max(next.from, at)
}

/** Milliseconds of open time between two instants; 0 when the second is not after the first. */
export function businessTime(hours: BusinessHours, from: number, to: number): number {
  let sum = 0
  for (let begin = from; begin < to;) {
    const sight = endOfSight(hours, begin)
    for (const period of periods(hours, begin)) {
      if (period.from >= to) return sum
      sum += Math.min(period.to, to) - Math.max(period.from, begin)
    }
    begin = sight
  }
  return sum
}

/**
 * The instant at which so many milliseconds of open time have passed since another (rule 30); null when there is not
 * enough open time within three years.
 */
export function addBusinessTime(hours: BusinessHours, from: number, ms: number): number | null {
  let left = ms
  let begin = from
  for (let year = 0; year < 3; year += 1) {
    const sight = endOfSight(hours, begin)
    for (const period of periods(hours, begin)) {
      const start = Math.max(period.from, begin)
      // A clock that has run out stops at once, not at the next opening.
      if (left <= period.to - start) return start + left
      left -= period.to - start
    }
    begin = sight
  }
  return null
}

/** When the calendar is open between two instants, in order; a period that is on at one of them is cut there. */
export function openPeriods(hours: BusinessHours, from: number, to: number): Period[] {
  const found: Period[] = []
  for (const period of periods(hours, from)) {
    if (period.from >= to) break
    found.push({ from: Math.max(period.from, from), to: Math.min(period.to, to) })
  }
  return found
}

/** What is wrong with hours that somebody typed; null when nothing is. */
export function businessHoursProblem({ timeZone, days, holidays }: BusinessHours): string | null {
  if (!isTimeZone(timeZone)) return 'timeZone'
  if (days.length !== 7) return 'days'
  const badDay = days.findIndex((intervals) => !areIntervals(intervals))
  if (badDay >= 0) return `days.${badDay}`
  const badHoliday = holidays.findIndex(({ date, intervals }) => !isCalendarDay(date) || !areIntervals(intervals))
  if (badHoliday >= 0) return `holidays.${badHoliday}`
  return new Set(holidays.map(({ date }) => date)).size === holidays.length ? null : 'holidays'
}

/** In order, none empty, none in another. */
export const areIntervals = (intervals: readonly Interval[]): boolean =>
  intervals.length <= businessHoursLimits.intervalsPerDay &&
  intervals.every(
    ({ from, to }, i) =>
      Number.isInteger(from) &&
      Number.isInteger(to) &&
      from >= 0 &&
      to <= 1440 &&
      from < to &&
      from >= (intervals[i - 1]?.to ?? 0),
  )

const endOfSight = (hours: BusinessHours, at: number): number =>
  borderOf(hours.timeZone, daysAfter(wallOf(at, hours.timeZone).date, horizonDays), 0, 'first')

/** Open periods that end after an instant, in order; what touches is one, so midnight is no border. */
function* periods(hours: BusinessHours, at: number): Generator<Period> {
  const special = new Map(hours.holidays.map((holiday) => [holiday.date, holiday.intervals]))
  const today = wallOf(at, hours.timeZone).date
  let open: Period | null = null
  for (let i = 0; i < horizonDays; i += 1) {
    for (const period of periodsOf(hours, special, daysAfter(today, i))) {
      if (open !== null && period.from <= open.to) open.to = Math.max(open.to, period.to)
      else {
        if (open !== null && open.to > at) yield open
        open = { ...period }
      }
    }
  }
  if (open !== null && open.to > at) yield open
}

function periodsOf(
  hours: BusinessHours,
  special: ReadonlyMap<string, readonly Interval[]>,
  date: CalendarDay,
): Period[] {
  const intervals = special.get(date) ?? hours.days[weekdayOf(date)] ?? []
  return intervals
    .map(({ from, to }) => ({
      from: borderOf(hours.timeZone, date, from, 'first'),
      to: borderOf(hours.timeZone, date, to, 'last'),
    }))
    .filter(({ from, to }) => from < to)
}

/** Every interval of a week at the same times: `everyWeekday(9, 17)` is Monday to Friday. */
export function everyWeekday(fromHour: number, toHour: number): Interval[][] {
  const day = [{ from: fromHour * 60, to: toHour * 60 }]
  return Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? day : []))
}
