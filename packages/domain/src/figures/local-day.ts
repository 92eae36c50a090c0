/** Half-hours of a day: the finest that figures of a day are kept by. */
export const slotsPerDay = 48

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  return format
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * The day (`2026-11-26`) and the half-hour of it (0 to 47) in which an instant lies on the wall clock of a time zone.
 * The hour that comes twice in autumn counts into the same slots.
 */
export function localSlot(at: number, timeZone: string): { day: string; slot: number } {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const slot = Number(parts.hour) * 2 + (Number(parts.minute) >= 30 ? 1 : 0)
  return { day: `${parts.year}-${parts.month}-${parts.day}`, slot }
}

/** The day so many days before (or after) one, by the calendar. */
export function dayPlus(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
