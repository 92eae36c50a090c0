import { wallOf } from '../zoned.ts'

/** Half-hours of a day: the finest that figures of a day are kept by. */
export const slotsPerDay = 48

/**
 * The day (`2026-11-26`) and the half-hour of it (0 to 47) in which an instant lies on the wall clock of a time zone.
 * The hour that comes twice in autumn counts into the same slots.
 */
export function localSlot(at: number, timeZone: string): { day: string; slot: number } {
  const { date, time } = wallOf(at, timeZone)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { day: date, slot: hour * 2 + (minute >= 30 ? 1 : 0) }
}
