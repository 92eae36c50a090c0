import { automaticReplyHeaders, plusAddress, type SignedId } from '@care/domain/mail'
import type { SendMailOptions } from 'nodemailer'
import { escapeHtml, type MailToSend } from '../../modules/mails/index.ts'
import type { MailSettings } from './fields.ts'
import { letterHtml } from './letter-html.ts'
import { htmlQuoteOf, quoteOf } from './quoting.ts'

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
const person = ({ name, address }: { name: string; address: string }) => ({ name: oneLine(name), address })

/**
 * A mail as it goes out (row E3, rules 34 and 37): from the mailbox, answering what came last by its ids, with the
 * signature and what it answers or forwards below. Answers and delivery reports come back to a signed address where the mailbox takes
 * such. Without its files, which are streamed.
 */
export function composeMail(
  letter: MailToSend,
  { mailbox, signed, internetId, workspace }: Letterhead,
): SendMailOptions {
  const { mail, answers, earlierIds } = letter
  const own = mailbox.hasPlusAddresses ? plusAddress(mailbox.address, signed) : null
  const inReplyTo = answers?.mail.internetId ?? earlierIds.at(-1)
  const isAutomatic = mail.automatic !== null
  return {
    from: { name: oneLine(mailbox.senderName), address: mailbox.address },
    to: [{ name: '', address: mail.toAddress }, ...mail.alsoTo].map(person),
    // Whom it goes to in secret stands in the envelope alone.
    cc: mail.cc.map(person),
    ...(own !== null && { replyTo: own }),
    subject: oneLine(mail.subject),
    messageId: internetId,
    ...(inReplyTo !== undefined && { inReplyTo }),
    references: earlierIds,
    headers: isAutomatic ? automaticReplyHeaders(workspace) : {},
    // An automatic mail has no return path, so that nothing answers it (RFC 3834 3.3 allows what RFC 5321 4.5.5 has for reports).
    envelope: {
      from: isAutomatic ? '' : (own ?? mailbox.address),
      to: [mail.toAddress, ...[...mail.alsoTo, ...mail.cc, ...mail.bcc].map(({ address }) => address)],
    },
    ...bodyOf(letter, mailbox.signature),
    // What stands in a file or at an address is never fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** As text, and as HTML where it was written as such: its words, the signatures (RFC 3676 4.3), what it quotes. */
function bodyOf({ mail, text, answers, language, signature }: MailToSend, ofMailbox: string) {
  const signatures = [signature, ofMailbox].filter((part) => part !== '').join('\n')
  const isForward = mail.quotedText !== '' || mail.quotedHtml !== null
  const answered = isForward || answers === null ? null : quotedOf(answers)
  const quote = isForward ? mail.quotedText : answered && quoteOf(answered, language)
  const below = [signatures === '' ? null : `-- \n${signatures}`, quote]
  const plain = [text, ...below].filter((part) => part !== null && part !== '').join('\n\n')
  if (mail.html === null) return { text: plain }
  const htmlQuote = isForward
    ? (mail.quotedHtml ?? asHtml(mail.quotedText))
    : answered && htmlQuoteOf(answered, language)
  const parts = [mail.html, signatures === '' ? null : asHtml(`-- \n${signatures}`), htmlQuote]
  return { text: plain, html: letterHtml(parts.filter((part) => part !== null).join('<br />')) }
}

const asHtml = (text: string): string => `<div>${escapeHtml(text).replaceAll('\n', '<br />')}</div>`

const quotedOf = ({ mail, text }: NonNullable<MailToSend['answers']>) => ({
  text,
  html: mail.html,
  name: mail.fromName,
  address: mail.fromAddress,
  at: mail.createdAt,
})
