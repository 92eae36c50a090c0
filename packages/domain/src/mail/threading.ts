import { messageIdsIn } from './message-id.ts'
import { readMarkers, readOwnMessageId, readPlusAddress, type IsRight, type SignedId } from './plus-address.ts'
import { requestNumberIn } from './subject.ts'

/** What of a mail says where it belongs. Headers as they stand in the mail. */
export interface ThreadedMail {
  /** Of To, Cc, Delivered-To, X-Original-To and Envelope-To: copies and redirections keep it in one of them. */
  recipients: readonly string[]
  inReplyTo: readonly string[]
  references: readonly string[]
  /** With what is quoted: the marker stands there. */
  text: string
  subject: string
}

/** `id` is of a conversation of ours, proved by its tag; the other keys are looked up. */
export type ThreadingKey =
  | { by: 'plusAddress' | 'marker' | 'ownId'; id: string }
  | { by: 'inReplyTo' | 'reference'; messageId: string }
  /** Counts only when the sender is a participant of that request: anybody can write a number. */
  | { by: 'number'; number: number }

/** A thread of years has hundreds; those at the end are the nearest. */
const mostReferences = 100

/**
 * By what a mail may be put to its request, the surest first (rule 34): plus-address, In-Reply-To, every id of
 * References from the end, signed marker or own id, number in the subject. Without a key it is a new request. What is
 * signed wrongly is no key.
 */
export function threadingKeys(mail: ThreadedMail, isRight: IsRight): ThreadingKey[] {
  const answered = [...new Set(mail.inReplyTo.flatMap(messageIdsIn))]
  const earlier = mail.references.flatMap(messageIdsIn).toReversed()
  const referred = [...new Set(earlier)].filter((id) => !answered.includes(id)).slice(0, mostReferences)
  const number = requestNumberIn(mail.subject)
  const signed = (by: 'plusAddress' | 'marker' | 'ownId', found: readonly (SignedId | null)[]): ThreadingKey[] => {
    const right = found.flatMap((one) => (one !== null && isRight(one) ? [one.id] : []))
    return [...new Set(right)].map((id) => ({ by, id }))
  }
  return [
    ...signed('plusAddress', mail.recipients.map(readPlusAddress)),
    ...answered.map((messageId) => ({ by: 'inReplyTo' as const, messageId })),
    ...referred.map((messageId) => ({ by: 'reference' as const, messageId })),
    ...signed('marker', readMarkers(mail.text)),
    ...signed('ownId', [...answered, ...referred].map(readOwnMessageId)),
    ...(number === null ? [] : [{ by: 'number' as const, number }]),
  ]
}
