import { dayMs } from '../time.ts'
import type { StageCategory } from './lifecycle.ts'

/** Days after the last update when the type says nothing else. Rule 8. */
export const autoCloseDaysDefault = 5

const restarts = {
  customerMessage: true,
  operatorMessage: true,
  comment: true,
  stageByPerson: true,
  assigneeByPerson: true,
  fieldByPerson: true,
  activityMoved: true,
  wake: true,
  view: false,
  readMark: false,
  ruleChange: false,
  automaticMail: false,
  bounce: false,
  rating: false,
} as const

/** Everything that happens to a request or its activities and could matter to the auto-close clock. */
export type ClockChange = keyof typeof restarts

/** Whether this change counts as an update of the request, which restarts the auto-close clock. Rule 8. */
export function restartsAutoClose(change: ClockChange): boolean {
  return restarts[change]
}

/**
 * When the request closes by itself if nothing more happens: epoch ms, or null for never (closed, snoozed, or
 * switched off by `days` null or not above 0). `days` may be a fraction. Rule 8.
 */
export function autoCloseAt(request: {
  lastUpdateAt: number
  days: number | null
  isSnoozed: boolean
  category: StageCategory
}): number | null {
  const { lastUpdateAt, days, isSnoozed, category } = request
  if (category === 'closed' || isSnoozed || days === null || !(days > 0)) return null
  return Math.ceil(lastUpdateAt + days * dayMs)
}

/** Whether the stored moment has come, to the millisecond and also long after a downtime. Rule 9. */
export function isAutoCloseDue(request: { autoCloseAt: number | null }, now: number): boolean {
  return request.autoCloseAt !== null && now >= request.autoCloseAt
}
