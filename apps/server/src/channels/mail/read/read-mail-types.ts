import type { AutomaticReason, DeliveryReport, MailHeaders } from '@care/domain/mail'

/** How much of a mail is read; what is more is cut or left out, and named among its problems. */
export interface MailLimits {
  /** Of the whole mail as it came, in bytes. */
  mailBytes: number
  /** Of the head of the mail and of each of its parts, in bytes. */
  headerBytes: number
  /** Parts of all kinds, nested or not; so many levels at most. */
  parts: number
  attachments: number
  /** Of all attachments together, decoded, in bytes. */
  attachmentBytes: number
  /** Of text and of HTML, in UTF-16 characters. */
  textLength: number
  htmlLength: number
  /** Tags in HTML: what is not closed costs the square of its number. */
  htmlTags: number
  recipients: number
}

export const mailLimits: MailLimits = {
  mailBytes: 40 * 1024 * 1024,
  headerBytes: 256 * 1024,
  parts: 200,
  attachments: 100,
  attachmentBytes: 30 * 1024 * 1024,
  textLength: 1_000_000,
  htmlLength: 1_000_000,
  htmlTags: 30_000,
  recipients: 200,
}

export type ReadProblem =
  | 'MAIL_TOO_BIG'
  | 'HEADERS_TOO_BIG'
  | 'TOO_MANY_PARTS'
  | 'TOO_MANY_ATTACHMENTS'
  | 'ATTACHMENTS_TOO_BIG'
  | 'TOO_MANY_RECIPIENTS'
  | 'TEXT_TOO_BIG'
  | 'HTML_TOO_BIG'
  /** The parts do not end as they should, or do not decode. */
  | 'BROKEN_MIME'
  /** Some letters could not be read. */
  | 'UNKNOWN_CHARSET'
  | 'NO_SENDER'
  | 'NO_DATE'
  /** Outlook's own form (winmail.dat) that could not be read: kept as a file. */
  | 'TNEF_NOT_OPENED'
  | 'ENCRYPTED'

export interface MailAddress {
  /** Folded. */
  address: string
  /** As it can be shown; empty where there is none or it is an address itself. */
  name: string
}

export interface ReadAttachment {
  fileName: string
  contentType: string
  bytes: number
  content: Buffer
  /** Its Content-ID without brackets, by which the HTML of the same mail shows it. */
  cid: string | null
  /** The HTML shows it. */
  isInline: boolean
}

/** A mail as it was understood. Nothing in it is trusted: names, addresses and dates are what the sender wrote. */
export interface ReadMail {
  /** Its own, or one made of sender, date and body (rule 33). */
  messageId: string
  hasOwnMessageId: boolean
  inReplyTo: string[]
  references: string[]
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  replyTo: MailAddress[]
  /** Empty for none (RFC 5321 4.5.5); null where it is not known. */
  returnPath: string | null
  /** Of To, Cc and what servers note on the way: where a plus-address may stand. */
  recipients: string[]
  subject: string
  /** Epoch ms, as the sender's clock said. */
  date: number | null
  headers: MailHeaders
  /** All of the text, of the HTML where there is no text part. */
  text: string
  visible: string
  quoted: string
  /** Safe to be shown in a sandboxed frame; null where there is none. */
  html: string | null
  quotedHtml: string | null
  attachments: ReadAttachment[]
  automatic: AutomaticReason | null
  report: DeliveryReport | null
  problems: ReadProblem[]
}
