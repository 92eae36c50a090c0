import { minuteMs } from '../time.ts'
import { media, type Medium } from './media.ts'

/** How long after the server took a message its author may still edit or delete it. */
export const messageChangeMs = 5 * minuteMs

export interface ChangeableMessage {
  author: { kind: 'customer' | 'operator' | 'system'; id: string | null }
  /** The server's time of the message. */
  createdAt: number
  deletedAt?: number | null | undefined
}

/**
 * Why an operator may not edit or delete a message now; null when he may. Only what he said himself, only where the
 * other side reads it here (a mail that is out is out), and only for five minutes.
 */
export function whyNotChangeMessage(
  operatorId: string,
  medium: Medium,
  message: ChangeableMessage,
  now: number,
): 'notOwn' | 'sentAway' | 'deleted' | 'tooLate' | null {
  if (message.author.kind !== 'operator' || message.author.id !== operatorId) return 'notOwn'
  if (!media[medium].isLive) return 'sentAway'
  if (message.deletedAt !== null && message.deletedAt !== undefined) return 'deleted'
  return now - message.createdAt > messageChangeMs ? 'tooLate' : null
}
