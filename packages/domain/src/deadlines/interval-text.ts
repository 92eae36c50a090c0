import { areIntervals, type Interval } from './business-time.ts'

/** `09:05` for 545; the end of a day is 24:00. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Minutes after midnight of `9`, `9:05`, `9.05` or `24:00`; null when it is no time of day. */
export function minutesOf(text: string): number | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined) return null
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1440 ? minutes : null
}

/** `09:00–12:30, 13:00–17:00`; nothing when it is closed. */
export const intervalsText = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(', ')

/**
 * Opening hours of a day as people type them: `9-17`, `9:00 – 12:30, 13-17`, nothing for closed. In any order; null when it
 * cannot be read, overlaps, or has more than six.
 */
export function readIntervals(text: string): Interval[] | null {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== '')
  const intervals: Interval[] = []
  for (const part of parts) {
    const [from, to, ...more] = part.split(/[-–—]/).map(minutesOf)
    if (from === undefined || from === null || to === undefined || to === null || more.length > 0) return null
    intervals.push({ from, to })
  }
  const sorted = intervals.toSorted((a, b) => a.from - b.from)
  return areIntervals(sorted) ? sorted : null
}
