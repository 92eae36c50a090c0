import type { LiveQueueRow } from '@care/contract'

/** About as many rows as a wide screen shows. */
const seenAtOnce = 10

/**
 * Nobody scrolls a wall: when there are more queues than it shows, those in which somebody waits come first, longest wait first,
 * then those with work. Fewer keep their places, so that one knows where to look.
 */
export function onTheWall(queues: readonly LiveQueueRow[]): readonly LiveQueueRow[] {
  if (queues.length <= seenAtOnce) return queues
  const rank = ({ oldestAt, inProgress }: LiveQueueRow): number => (oldestAt !== null ? 0 : inProgress > 0 ? 1 : 2)
  return queues.toSorted((a, b) => rank(a) - rank(b) || (a.oldestAt ?? 0) - (b.oldestAt ?? 0))
}
