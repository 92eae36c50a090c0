import { dayMs, minuteMs } from '../time.ts'

/** A snooze is at least this long and at most `longestSnoozeMs`. */
export const shortestSnoozeMs = minuteMs
export const longestSnoozeMs = 366 * dayMs

/** Why a request cannot be snoozed until then, in English for developers; null when it can. Row A4. */
export function snoozeProblem(until: number, now: number): string | null {
  if (until < now + shortestSnoozeMs) return 'at least a minute from now'
  return until > now + longestSnoozeMs ? 'at most a year from now' : null
}
