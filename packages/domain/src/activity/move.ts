import type { StageCategory } from '../request/lifecycle.ts'

export type MoveProblem = 'SAME_CUSTOMER' | 'SAME_REQUEST' | 'OTHER_CUSTOMER' | 'FROM_CLOSED' | 'TO_CLOSED'

/**
 * Why an activity cannot be moved to another request, or null when it can: the target is new or an open request
 * of the same customer, and the request it leaves is not closed. Rule 3.
 */
export function whyNotMove(move: {
  activity: { customerId: string; requestId: string }
  from: { category: StageCategory }
  target: { id: string; customerId: string; category: StageCategory } | 'new'
}): MoveProblem | null {
  const { activity, from, target } = move
  if (target !== 'new') {
    if (target.id === activity.requestId) return 'SAME_REQUEST'
    if (target.customerId !== activity.customerId) return 'OTHER_CUSTOMER'
  }
  if (from.category === 'closed') return 'FROM_CLOSED'
  if (target !== 'new' && target.category === 'closed') return 'TO_CLOSED'
  return null
}
