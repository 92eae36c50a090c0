interface DayGroup<T> {
  day: 'today' | 'yesterday' | 'earlier'
  /** The first instant of the reader's day. */
  at: number
  items: T[]
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Items that stand newest first, by the reader's days. */
export function dayGroups<T extends { at: number }>(items: readonly T[], now: number): Array<DayGroup<T>> {
  const today = dayOf(now)
  const yesterday = dayOf(today - 1)
  const groups: Array<DayGroup<T>> = []
  for (const item of items) {
    const at = dayOf(item.at)
    const last = groups.at(-1)
    if (last?.at === at) last.items.push(item)
    else groups.push({ day: at >= today ? 'today' : at === yesterday ? 'yesterday' : 'earlier', at, items: [item] })
  }
  return groups
}
