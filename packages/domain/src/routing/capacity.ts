import { media, mediumIds } from '../activity/media.ts'
import type { ActivityState } from '../activity/activity-state.ts'
import type { Medium } from '../activity/media.ts'
import { minuteMs } from '../time.ts'

/** How many tasks of each medium an operator takes at once; a medium left out means the default, 0 means none. */
export type Capacity = Partial<Record<Medium, number>>

export const defaultCapacity: Readonly<Record<Medium, number>> = {
  chat: 4,
  call: 1,
  email: 6,
  form: 6,
  callback: 2,
  messenger: 4,
  portal: 6,
}

/** After so long without a customer message a chat frees its place but stays with its operator. Rule 17. */
export const quietAfterMs = 10 * minuteMs

/** A task that an operator has or is offered. */
export interface HeldTask {
  medium: Medium
  state: ActivityState
  lastCustomerMessageAt: number | null
  acceptedAt: number | null
  /** Its request is put aside. */
  isSnoozed?: boolean
}

/** The limit for one medium: never below 0, and never more than one call at a time. Rule 2. */
export function capacityFor(capacity: Capacity, medium: Medium): number {
  const limit = Math.max(0, capacity[medium] ?? defaultCapacity[medium])
  return medium === 'call' ? Math.min(1, limit) : limit
}

/**
 * Whether the task takes a place of its operator's capacity: offered, in progress and in wrap-up, but not a
 * chat in progress that has been quiet for 10 minutes, nor work in progress that he has put aside. Rule 17.
 */
export function occupiesPlace(task: HeldTask, now: number): boolean {
  if (task.state === 'wrapUp') return true
  if (task.state === 'waiting' || task.state === 'ended' || task.isSnoozed === true) return false
  if (task.medium !== 'chat' || task.state !== 'active') return true
  // A chat that waited long in the queue is not quiet at once: its operator has just begun to answer.
  const lastSign = Math.max(task.lastCustomerMessageAt ?? -Infinity, task.acceptedAt ?? -Infinity)
  return lastSign === -Infinity || now - lastSign < quietAfterMs
}

/** How many places are taken, by medium. */
export function loadByMedium(tasks: readonly HeldTask[], now: number): Record<Medium, number> {
  const load = Object.fromEntries(mediumIds.map((medium) => [medium, 0])) as Record<Medium, number>
  for (const task of tasks) if (occupiesPlace(task, now)) load[task.medium] += 1
  return load
}

/** The load over all media in twelfths of an operator's attention, for the strategy "least loaded". */
export function weightedLoad(tasks: readonly HeldTask[], now: number): number {
  return tasks.reduce((sum, task) => sum + (occupiesPlace(task, now) ? media[task.medium].capacityWeight : 0), 0)
}

/** A call has all of an operator's ears, from when it rings at him. */
const isOnLine = ({ medium, state }: HeldTask): boolean =>
  medium === 'call' && (state === 'offered' || state === 'active')

/**
 * Whether routing may offer one more task of this medium. Media do not limit each other, but none comes while he wraps
 * something up (row T7) or is on a call. Work taken by hand may exceed it and does not ask. Rules 2, 17.
 */
export function hasRoom(capacity: Capacity, tasks: readonly HeldTask[], medium: Medium, now: number): boolean {
  if (tasks.some((task) => task.state === 'wrapUp' || isOnLine(task))) return false
  return loadByMedium(tasks, now)[medium] < capacityFor(capacity, medium)
}
