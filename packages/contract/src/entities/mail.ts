import { deliveryStates, limits, mailStates } from '@care/domain'
import { z } from 'zod'
import { email, id, instant, keepable, requiredText, text } from './common.ts'

/** One line: a line break would begin another header. */
const oneLine = z.string().regex(/^[^\r\n]*$/, 'one line')

export const mailPerson = z.object({ address: z.string(), name: z.string() })
export type MailPerson = z.output<typeof mailPerson>

/** What only a mail has; its words stand in its message. */
export const mail = z.object({
  id,
  messageId: id,
  activityId: id,
  direction: z.enum(['in', 'out']),
  /** Null for one that goes out: it is from the mailbox that its activity is answered from. */
  from: mailPerson.nullable(),
  /** Of one that came in the mailbox; whom else its headers name stands in `cc`. */
  to: z.array(mailPerson),
  cc: z.array(mailPerson),
  bcc: z.array(mailPerson),
  subject: z.string(),
  hasHtml: z.boolean(),
  /** It quotes what was written before, or forwards it. */
  hasQuote: z.boolean(),
  /** Why it counts as written by a machine (domain rule 36); null for a person's. */
  automatic: z.string().nullable(),
  /** What of it could not be taken: a code, or a code, a colon and the name of a file. */
  problems: z.array(z.string()),
  /** The whole mail as it came. */
  originalFileId: id.nullable(),
  /** Files that its HTML shows in their place. */
  inlineFileIds: z.array(id),
  state: z.enum(['received', ...mailStates]),
  createdAt: instant,
  /** Not before then; null when it is no longer to be sent. */
  sendAfter: instant.nullable(),
  sentAt: instant.nullable(),
  tries: z.number().int(),
  /** What the last try was told; null while nothing went wrong. */
  error: z.string().nullable(),
  /** What the receiver's server reported later (RFC 3464), and its words; null when nothing was heard. */
  delivery: z.enum(deliveryStates).nullable(),
  deliveryNote: z.string(),
  canCancel: z.boolean(),
  /** It has failed, or waits for another try: it may be sent now. */
  canRetry: z.boolean(),
})
export type Mail = z.output<typeof mail>

const subject = requiredText(limits.requestTitle).pipe(oneLine)
const clientMessageId = z.string().min(8).max(64)

export const newMail = z.object({
  to: email,
  subject,
  clientMessageId,
  text: z.string().max(limits.message).transform(keepable).pipe(z.string().regex(/\S/, 'empty')),
})
export type NewMail = z.output<typeof newMail>

/** A mail that an operator begins; without a request it makes a new one, without a mailbox it goes from that of the request's queue, else from the first that is listed. */
export const beginMail = z.object({ requestId: id.optional(), channelId: id.optional(), subject })
export type BeginMail = z.output<typeof beginMail>

/** A mailbox that mail can go out from. */
export const sendingMailbox = z.object({ id, name: z.string(), address: z.string(), queueId: id.nullable() })
export type SendingMailbox = z.output<typeof sendingMailbox>

const recipients = z
  .array(z.object({ address: email, name: text(limits.customerName).pipe(oneLine).default('') }))
  .max(limits.mailRecipients)

/** A mail with receivers and looks of its own, in a mail activity. */
export const newLetter = z
  .object({
    clientMessageId,
    to: recipients.min(1),
    cc: recipients.default([]),
    bcc: recipients.default([]),
    subject,
    /** A picture within it names its file: `<img src="cid:<id of the file>">`. What is not safe to show goes out of it. */
    html: z.string().max(limits.mailHtml).transform(keepable),
    attachmentIds: z.array(id).max(limits.attachmentsPerMessage).default([]),
    /** The files of its pictures. */
    pictureIds: z.array(id).max(limits.mailPictures).default([]),
    /** The message of this activity that it forwards, with its attachments. */
    forwards: id.optional(),
    /** How far one had read when one began to write: a colleague's later answer is then asked about. */
    seenSeq: z
      .number()
      .int()
      .nonnegative()
      .max(2 ** 31 - 1)
      .optional(),
  })
  .refine(({ to, cc, bcc }) => to.length + cc.length + bcc.length <= limits.mailRecipients, {
    message: 'too many receivers',
    path: ['to'],
  })
export type NewLetter = z.output<typeof newLetter>

/** Parts of a mail as they are shown in a frame of their own. */
export const mailFrameQuery = z.object({
  part: z.enum(['body', 'quote']).default('body'),
  /** Pictures from elsewhere are fetched: who sent the mail learns that it is read. */
  images: z.enum(['own', 'all']).default('own'),
  look: z.enum(['light', 'dark']).default('light'),
})
