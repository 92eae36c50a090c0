import { minuteMs } from '../time.ts'
import { isTalkOver, type ActivityState } from './activity-state.ts'
import { media, type Medium } from './media.ts'

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const
export type MailState = (typeof mailStates)[number]

/** What became of a mail after it was sent, as the receiver's server reports it (rule 36). */
export const deliveryStates = ['delayed', 'failed', 'delivered'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Held so long before it may be sent, in ms: the time to think better of it. */
export const mailHoldMs = 10_000

/** What a customer has not read after so long away is mailed to him, in ms (rule 38). */
export const unreadMailAfterMs = 10 * minuteMs
/** So often at most, in ms (rule 38). */
export const unreadMailEveryMs = 15 * minuteMs

export type MailProblem = 'REQUEST_CLOSED' | 'IS_MAIL' | 'CUSTOMER_HERE'

interface Talk {
  medium: Medium
  state: ActivityState
  /** The customer has the chat open now. */
  customerIsHere: boolean
  isRequestClosed: boolean
}

/**
 * Why a talk cannot be answered by mail; null when it can (row M5): the customer is no longer there, or never was, as
 * with a form. Who is there is answered where he is; who calls is there as long as his call is.
 */
export function mailProblem({ medium, state, customerIsHere, isRequestClosed }: Talk): MailProblem | null {
  if (isRequestClosed) return 'REQUEST_CLOSED'
  if (medium === 'email') return 'IS_MAIL'
  return media[medium].isLive && !isTalkOver(state) && (customerIsHere || medium === 'call') ? 'CUSTOMER_HERE' : null
}
