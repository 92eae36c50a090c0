import { priorityRank } from '../request/priority.ts'
import type { Priority } from '../request/priority.ts'

/** A task in a queue that can be offered; `eligibleSince` is epoch ms and is kept when an offer comes back. */
export interface WaitingTask {
  activityId: string
  priority: Priority
  isVip: boolean
  eligibleSince: number
}

/** The place of VIPs in sorting: 0 for a VIP, 1 for everybody else, the smaller goes first. Rule 13. */
export function vipRank(isVip: boolean): number {
  return isVip ? 0 : 1
}

/**
 * The order in which a queue is served, for `sort`: priority, VIP, then who is eligible longest; the id makes
 * it the same everywhere. Rule 13.
 */
export function compareWaiting(a: WaitingTask, b: WaitingTask): number {
  return (
    priorityRank(a.priority) - priorityRank(b.priority) ||
    Number(b.isVip) - Number(a.isVip) ||
    a.eligibleSince - b.eligibleSince ||
    (a.activityId < b.activityId ? -1 : Number(a.activityId > b.activityId))
  )
}
