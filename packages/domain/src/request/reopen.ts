import { dayMs } from '../time.ts'

/** Days after closing in which a customer's message reopens, when the type says nothing else. Rule 10. */
export const reopenDaysDefault = 3

export type AfterCustomerMessage = 'reopen' | 'newRequest' | 'ignore'

/**
 * What a customer's message on a closed request does: reopens it within the type's window (its last moment
 * included), later or if the type says so starts a new request linked to it. Spam does neither. Rule 10.
 */
export function onCustomerMessage(message: {
  closedAt: number
  now: number
  reopenDays: number
  onReply: 'reopen' | 'new'
  isSpam: boolean
}): AfterCustomerMessage {
  if (message.isSpam) return 'ignore'
  if (message.onReply === 'new' || message.reopenDays <= 0) return 'newRequest'
  return message.now <= message.closedAt + message.reopenDays * dayMs ? 'reopen' : 'newRequest'
}
