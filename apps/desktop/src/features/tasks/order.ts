import type { Task } from '@care/contract'
import { priorityRank } from '@care/domain'

export type TaskSort = 'waiting' | 'newest' | 'priority' | 'name'

export interface TaskGroups {
  offered: Task[]
  onCall: Task[]
  needsReply: Task[]
  waitingForCustomer: Task[]
  /** Next one to run out first. */
  wrapUp: Task[]
}

/** Since when the row waits for us; rows without a waiting customer go by their last line. */
const since = (task: Task): number => task.waitingSince ?? task.lastLine?.at ?? task.eligibleSince

/** Back from snooze, and nobody has answered since. */
export const isBack = ({ wokeAt, lastLine }: Task): boolean =>
  wokeAt !== null && (lastLine === null || lastLine.author !== 'operator' || lastLine.at < wokeAt)

const byWaiting = (a: Task, b: Task): number => since(a) - since(b) || a.activityId.localeCompare(b.activityId)
const byPriority = (a: Task, b: Task): number => priorityRank(a.priority) - priorityRank(b.priority) || byWaiting(a, b)

const byNewest = (a: Task, b: Task): number => latest(b) - latest(a) || a.activityId.localeCompare(b.activityId)
const latest = (task: Task): number => task.lastLine?.at ?? task.eligibleSince

/** A customer without his answer needs a reply; with it, one waits for him. Offers stand apart, oldest first. */
export function groupTasks(
  tasks: readonly Task[],
  sort: TaskSort,
  compareNames: (a: string, b: string) => number = (a, b) => a.localeCompare(b),
): TaskGroups {
  const byName = (a: Task, b: Task): number => compareNames(a.customer.name, b.customer.name) || byWaiting(a, b)
  const by = { waiting: byWaiting, newest: byNewest, priority: byPriority, name: byName }[sort]
  // What has just come back stands on top (row A4).
  const order = (a: Task, b: Task): number => Number(isBack(b)) - Number(isBack(a)) || by(a, b)
  const inProgress = tasks.filter((task) => task.state === 'active' && task.snoozedUntil === null)
  const own = inProgress.filter(({ medium }) => medium !== 'call')
  return {
    offered: tasks
      .filter((task) => task.offer !== null && task.state === 'offered')
      .toSorted((a, b) => (a.offer?.offeredAt ?? 0) - (b.offer?.offeredAt ?? 0)),
    onCall: inProgress.filter(({ medium }) => medium === 'call').toSorted(order),
    wrapUp: tasks
      .filter((task) => task.state === 'wrapUp')
      .toSorted((a, b) => (a.wrapUpUntil ?? 0) - (b.wrapUpUntil ?? 0)),
    needsReply: own.filter((task) => task.waitingSince !== null || isBack(task)).toSorted(order),
    waitingForCustomer: own.filter((task) => task.waitingSince === null && !isBack(task)).toSorted(order),
  }
}

/**
 * The wanted order, but rows that stood already keep their places while frozen (pointer over the list or focus in it):
 * a row must not move away under a click. New ones come at the end, gone ones leave.
 */
export function keepPlaces<T>(wanted: readonly T[], before: readonly string[], idOf: (item: T) => string): T[] {
  const byId = new Map(wanted.map((item) => [idOf(item), item]))
  const stayed = before.flatMap((id) => byId.get(id) ?? [])
  const known = new Set(before)
  return [...stayed, ...wanted.filter((item) => !known.has(idOf(item)))]
}
