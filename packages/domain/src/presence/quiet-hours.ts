import { dayMs, minuteMs } from '../time.ts'

/** When one is not to be disturbed by himself: from and to in minutes of the day, in his own time zone. */
export interface QuietHours {
  from: number
  /** The same as `from` is the whole day; before it, the span ends on the next day. */
  to: number
  /** On which days it begins, 0 = Sunday. */
  days: readonly number[]
  /** IANA, e.g. Europe/Sofia. */
  zone: string
}

export const minutesOfDay = 1440

/** Whether this is a time zone that can be computed with. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch {
    return false
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterOf(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, made)
  }
  return made
}

/** What a clock on the wall of the zone shows, as if it were UTC. */
function wallClock(at: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The instant at which that clock shows `wall`; in the hour that summer time skips, the one after it. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - (wallClock(wall, zone) - wall)
  // Across a change of the clock the first guess is off by the change.
  const better = guess - (wallClock(guess, zone) - wall)
  return wallClock(better, zone) === wall ? better : Math.max(guess, better)
}

/** The span of quiet hours that is on at `now`, else the next one within a week; null when there is none. */
export function quietSpan(hours: QuietHours, now: number): { start: number; end: number } | null {
  const midnight = Math.floor(wallClock(now, hours.zone) / dayMs) * dayMs
  const length = hours.to > hours.from ? hours.to - hours.from : hours.to - hours.from + minutesOfDay
  for (let day = -1; day <= 8; day++) {
    const wall = midnight + day * dayMs
    if (!hours.days.includes(new Date(wall).getUTCDay())) continue
    const start = instantOf(wall + hours.from * minuteMs, hours.zone)
    const end = instantOf(wall + (hours.from + length) * minuteMs, hours.zone)
    if (end > now) return { start, end }
  }
  return null
}

/** Not to be disturbed: since when, until when (null = until he says so), by hand or by his quiet hours. */
export interface DoNotDisturb {
  since: number | null
  until: number | null
  by: 'hand' | 'quietHours' | null
}
export const disturb: DoNotDisturb = { since: null, until: null, by: null }

/**
 * What holds at `now`, and when to look again (null = nothing ends or begins by itself). By hand goes before quiet hours;
 * `isDismissed`: he has ended the present quiet hours himself, so they begin anew only with the next ones.
 */
export function doNotDisturbAt(
  state: DoNotDisturb,
  hours: QuietHours | null,
  now: number,
  isDismissed = false,
): DoNotDisturb & { lookAt: number | null } {
  if (state.by === 'hand' && (state.until === null || state.until > now)) return { ...state, lookAt: state.until }
  const span = hours === null ? null : quietSpan(hours, now)
  if (!span || !hours) return { ...disturb, lookAt: null }
  if (span.start > now) return { ...disturb, lookAt: span.start }
  if (isDismissed) return { ...disturb, lookAt: quietSpan(hours, span.end)?.start ?? null }
  return {
    since: state.by === 'quietHours' ? (state.since ?? span.start) : now,
    until: span.end,
    by: 'quietHours',
    lookAt: span.end,
  }
}
