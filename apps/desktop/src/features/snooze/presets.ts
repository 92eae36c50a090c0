export type PresetKey = 'hour' | 'evening' | 'tomorrow' | 'monday' | 'week'

const morning = 9
const evening = 18
/** An evening that is so near is no help. */
const leastMs = 60 * 60_000

/** A day from `now` at an hour of the clock on the wall, right also over a change to summer time. */
function dayAt(now: number, days: number, hour: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime()
}

/** Times that are chosen most, in the reader's zone, earliest first, each once. */
export function snoozePresets(now: number): { key: PresetKey; at: number }[] {
  const weekday = new Date(now).getDay()
  const toMonday = (8 - weekday) % 7 || 7
  const all: { key: PresetKey; at: number }[] = [
    { key: 'hour', at: now + 60 * 60_000 },
    { key: 'evening', at: dayAt(now, 0, evening) },
    { key: 'tomorrow', at: dayAt(now, 1, morning) },
    { key: 'monday', at: dayAt(now, toMonday, morning) },
    { key: 'week', at: dayAt(now, 7, morning) },
  ]
  return all.filter(
    ({ key, at }, index) =>
      (key !== 'evening' || at - now > leastMs) && all.findIndex((other) => other.at === at) === index,
  )
}
