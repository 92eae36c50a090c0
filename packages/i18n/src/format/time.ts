import { tagOf, type Language } from '../core.ts'

const made = new Map<string, Intl.DateTimeFormat>()
const dateFormat = (
  language: Language,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options) + (timeZone ?? '')
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(tagOf(language), timeZone ? { ...options, timeZone } : options)
  made.set(key, format)
  return format
}

/** Bulgarian data adds ' ч.' after the clock; the product writes '14:08' in all languages. */
const withoutHourMark = (text: string): string => text.replace(/\s*ч\.$/u, '')

/** '14:08'. Times are epoch milliseconds; `timeZone` only where it is not the reader's own. */
export const formatTime = (language: Language, at: number, timeZone?: string): string =>
  withoutHourMark(dateFormat(language, { hour: '2-digit', minute: '2-digit' }, timeZone).format(at))

/** '13 Nov 2026'. */
export const formatDate = (language: Language, at: number, timeZone?: string): string =>
  dateFormat(language, { dateStyle: 'medium' }, timeZone).format(at)

/** '13 Nov 2026, 14:08'. */
export const formatDateTime = (language: Language, at: number, timeZone?: string): string =>
  `${formatDate(language, at, timeZone)}, ${formatTime(language, at, timeZone)}`

/** 'Mon, 16 Nov, 09:00', for a time of the next days. */
export const formatDayTime = (language: Language, at: number, timeZone?: string): string =>
  `${dateFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }, timeZone).format(at)}, ${formatTime(language, at, timeZone)}`

const relative = new Map<Language, Intl.RelativeTimeFormat>()
const relativeFormat = (language: Language): Intl.RelativeTimeFormat => {
  const format =
    relative.get(language) ?? new Intl.RelativeTimeFormat(tagOf(language), { numeric: 'auto', style: 'short' })
  relative.set(language, format)
  return format
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 'now', '5 min ago', '3 hr ago' up to 24 h, then 'Yesterday', then the date. Also for times to come. */
export function formatRelative(language: Language, at: number, now: number): string {
  const distance = at - now
  const size = Math.abs(distance)
  const words = relativeFormat(language)
  if (size < minute) return words.format(0, 'second')
  if (size < hour) return words.format(Math.trunc(distance / minute), 'minute')
  if (size < day) return words.format(Math.trunc(distance / hour), 'hour')
  const days = calendarDaysBetween(at, now)
  if (Math.abs(days) === 1) return capitalised(language, words.format(days, 'day'))
  return formatDate(language, at)
}

/** Days on the reader's calendar, so that 25 hours over a change of clocks is still yesterday. */
function calendarDaysBetween(at: number, now: number): number {
  const midnight = (time: number): number => {
    const date = new Date(time)
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  }
  return Math.round((midnight(at) - midnight(now)) / day)
}

const capitalised = (language: Language, text: string): string =>
  text.charAt(0).toLocaleUpperCase(tagOf(language)) + text.slice(1)
