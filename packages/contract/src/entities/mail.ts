import { limits, mailStates } from '@care/domain'
import { z } from 'zod'
import { email, id, instant, keepable, requiredText } from './common.ts'

/** One mail of the outbox: what it says stands in its message. */
export const mail = z.object({
  id,
  messageId: id,
  activityId: id,
  to: z.string(),
  subject: z.string(),
  state: z.enum(mailStates),
  createdAt: instant,
  /** Not before then; null when it is no longer to be sent. */
  sendAfter: instant.nullable(),
  /** What the last try was told; null while nothing went wrong. */
  error: z.string().nullable(),
  canCancel: z.boolean(),
})
export type Mail = z.output<typeof mail>

export const newMail = z.object({
  to: email,
  /** One line: a line break would begin another header. */
  subject: requiredText(limits.requestTitle).pipe(z.string().regex(/^[^\r\n]*$/, 'one line')),
  clientMessageId: z.string().min(8).max(64),
  text: z.string().max(limits.message).transform(keepable).pipe(z.string().regex(/\S/, 'empty')),
})
export type NewMail = z.output<typeof newMail>
