import { dayMs, minuteMs } from '../time.ts'
import { type CalendarDay, offsetAt } from '../zoned.ts'

/**
 * The instant at which opening hours begin or end: when the clocks of a zone show `minutes` after midnight of a day. Shown
 * twice, as clocks go back: the first or the last time, as asked. Never shown, as they go forward: when they jump over it, so
 * that hours within the gap are none (rule 30). Minutes may be 1440, the midnight that ends the day.
 */
export function borderOf(timeZone: string, date: CalendarDay, minutes: number, which: 'first' | 'last'): number {
  const shown = Date.parse(`${date}T00:00Z`) + minutes * minuteMs
  // At most one change of the clocks lies between a day before and a day after.
  const candidates = [-dayMs, dayMs].map((distance) => shown - offsetAt(shown + distance, timeZone))
  const right = candidates.filter((at) => at + offsetAt(at, timeZone) === shown)
  if (right.length > 0) return which === 'first' ? Math.min(...right) : Math.max(...right)
  return jumpBetween(timeZone, Math.min(...candidates), Math.max(...candidates))
}

/** The minute between two instants at which the zone's distance from UTC changes. */
function jumpBetween(timeZone: string, before: number, after: number): number {
  let [low, high] = [before, after]
  const first = offsetAt(low, timeZone)
  while (high - low > minuteMs) {
    const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs
    if (offsetAt(middle, timeZone) === first) low = middle
    else high = middle
  }
  return high
}
