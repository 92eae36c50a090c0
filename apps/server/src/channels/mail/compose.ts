import { automaticReplyHeaders, plusAddress, type SignedId } from '@care/domain/mail'
import type { SendMailOptions } from 'nodemailer'
import type { MailToSend } from '../../modules/mails/index.ts'
import type { MailSettings } from './fields.ts'
import { quoteOf } from './quoting.ts'

interface Letterhead {
  mailbox: MailSettings
  /** The activity that answers come back to, with its tag. */
  signed: SignedId
  /** Its Message-ID, the same at each try. */
  internetId: string
  /** By which our automatic mail is known when it comes back. */
  workspace: string
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/gu, ' ').trim()

/**
 * A mail as it goes out (row E3, rules 34 and 37): from the mailbox, answering what came last by its ids, with the
 * signature and what it answers below. Answers and delivery reports come back to a signed address where the mailbox takes
 * such. Without its files, which are streamed.
 */
export function composeMail(
  { mail, text, answers, earlierIds, language }: MailToSend,
  { mailbox, signed, internetId, workspace }: Letterhead,
): SendMailOptions {
  const own = mailbox.hasPlusAddresses ? plusAddress(mailbox.address, signed) : null
  const inReplyTo = answers?.mail.internetId ?? earlierIds.at(-1)
  const quote =
    answers &&
    quoteOf(
      {
        text: answers.text,
        name: answers.mail.fromName,
        address: answers.mail.fromAddress,
        at: answers.mail.createdAt,
      },
      language,
    )
  const below = [mailbox.signature === '' ? null : `-- \n${mailbox.signature}`, quote]
  const isAutomatic = mail.automatic !== null
  return {
    from: { name: oneLine(mailbox.senderName), address: mailbox.address },
    to: mail.toAddress,
    cc: mail.cc.map(({ name, address }) => ({ name: oneLine(name), address })),
    bcc: mail.bcc.map(({ name, address }) => ({ name: oneLine(name), address })),
    ...(own !== null && { replyTo: own }),
    subject: oneLine(mail.subject),
    messageId: internetId,
    ...(inReplyTo !== undefined && { inReplyTo }),
    references: earlierIds,
    headers: isAutomatic ? automaticReplyHeaders(workspace) : {},
    // An automatic mail has no return path, so that nothing answers it (RFC 3834 3.3 allows what RFC 5321 4.5.5 has for reports).
    envelope: {
      from: isAutomatic ? '' : (own ?? mailbox.address),
      to: [mail.toAddress, ...mail.cc, ...mail.bcc].map((one) => (typeof one === 'string' ? one : one.address)),
    },
    text: [text, ...below.filter((part) => part !== null)].join('\n\n'),
    ...(mail.html !== null && { html: mail.html }),
    // What stands in a file or at an address is never fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
