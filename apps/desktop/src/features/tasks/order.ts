import type { Task } from '@care/contract'
import { priorityRank } from '@care/domain'

export type TaskSort = 'waiting' | 'priority'

export interface TaskGroups {
  offered: Task[]
  needsReply: Task[]
  waitingForCustomer: Task[]
}

/** Since when the row waits for us; rows without a waiting customer go by their last line. */
const since = (task: Task): number => task.waitingSince ?? task.lastLine?.at ?? task.eligibleSince

/** Back from snooze, and nobody has answered since. */
export const isBack = ({ wokeAt, lastLine }: Task): boolean =>
  wokeAt !== null && (lastLine === null || lastLine.author !== 'operator' || lastLine.at < wokeAt)

const byWaiting = (a: Task, b: Task): number => since(a) - since(b) || a.activityId.localeCompare(b.activityId)
const byPriority = (a: Task, b: Task): number => priorityRank(a.priority) - priorityRank(b.priority) || byWaiting(a, b)

/** A customer without his answer needs a reply; with it, one waits for him. Offers stand apart, oldest first. */
export function groupTasks(tasks: readonly Task[], sort: TaskSort): TaskGroups {
  const by = sort === 'priority' ? byPriority : byWaiting
  // What has just come back stands on top (row A4).
  const order = (a: Task, b: Task): number => Number(isBack(b)) - Number(isBack(a)) || by(a, b)
  const own = tasks.filter((task) => task.state !== 'offered' && task.snoozedUntil === null)
  return {
    offered: tasks
      .filter((task) => task.offer !== null && task.state === 'offered')
      .toSorted((a, b) => (a.offer?.offeredAt ?? 0) - (b.offer?.offeredAt ?? 0)),
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
