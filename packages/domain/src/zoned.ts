import { minuteMs } from './time.ts'

/** A day of the calendar, 'YYYY-MM-DD', in no zone. */
export type CalendarDay = string
/** A time of the clock on the wall, 'HH:MM'. */
export type ClockTime = string

const made = new Map<string, Intl.DateTimeFormat>()
function wallFormat(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  made.set(timeZone, format)
  return format
}

/** Whether it is a zone of the tz database that this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    wallFormat(timeZone)
    return true
  } catch {
    return false
  }
}

/** Day and time that the clock on the wall shows in a zone. */
export function wallOf(at: number, timeZone: string): { date: CalendarDay; time: ClockTime } {
  const parts = new Map(
    wallFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? ''
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** Whether there is such a day: 2026-02-30 is none. Years 1970 to 2199: further away is a slip of the keyboard. */
export function isCalendarDay(text: string): boolean {
  if (!/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The day so many days after (or before) another. */
export const daysAfter = (date: CalendarDay, days: number): CalendarDay => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (date: CalendarDay): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7

/**
 * The instant at which the clock of a zone shows this. Where the clock jumps over it (summer time begins), as much later as
 * it jumps; where it shows it twice, the first time.
 */
export function instantOf(date: CalendarDay, time: ClockTime, timeZone: string): number {
  const shown = Date.parse(`${date}T${time}Z`)
  // The zone's distance from UTC around then; at most one change lies between a day before and a day after.
  const offsets = [-1, 1].map((day) => offsetAt(shown + day * 24 * 60 * minuteMs, timeZone))
  const [before = 0, after = 0] = offsets
  for (const offset of [before, after]) if (offsetAt(shown - offset, timeZone) === offset) return shown - offset
  return shown - before
}

/** Milliseconds by which a zone's clock is ahead of UTC at an instant, to the minute. */
export function offsetAt(at: number, timeZone: string): number {
  const { date, time } = wallOf(at, timeZone)
  return Date.parse(`${date}T${time}Z`) - Math.floor(at / minuteMs) * minuteMs
}
