import { and, eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { notFound } from '../../kernel/app-error.ts'
import { escapeHtml } from './escape-html.ts'
import type { MailRecord } from './outbox.ts'

/** As the programs of our customers' languages write it, so that they, and we, know it for what it is. */
const words: Record<string, { line: string; from: string; date: string; subject: string; to: string }> = {
  en: { line: 'Forwarded message', from: 'From', date: 'Date', subject: 'Subject', to: 'To' },
  ru: { line: 'Пересылаемое сообщение', from: 'От', date: 'Дата', subject: 'Тема', to: 'Кому' },
  pl: { line: 'Przekazana wiadomość', from: 'Od', date: 'Data', subject: 'Temat', to: 'Do' },
  bg: { line: 'Препратено съобщение', from: 'От', date: 'Дата', subject: 'Тема', to: 'До' },
}

export interface Forwarded {
  quotedText: string
  quotedHtml: string | null
  inlineFiles: Record<string, string>
  attachmentIds: string[]
}

/** What goes on of a message when it is forwarded: who wrote it to whom, its words and its files. NOT_FOUND elsewhere. */
export async function forwarded(
  ctx: Ctx,
  { activityId, messageId, language }: { activityId: string; messageId: string; language: string | null },
): Promise<Forwarded> {
  const { mails, messages } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ mail: mails, message: messages })
    .from(mails)
    .innerJoin(messages, eq(messages.id, mails.messageId))
    .where(and(eq(mails.messageId, messageId), eq(mails.activityId, activityId)))
  if (!row || row.message.deletedAt !== null) throw notFound('message')
  const { mail, message } = row
  const lines = headLines(mail, message.authorName, language)
  const below = [message.text, mail.quotedText].filter((part) => part !== '').join('\n\n')
  const head = `<div>${lines.map(escapeHtml).join('<br />')}</div><br />`
  return {
    quotedText: [...lines, '', below].join('\n'),
    quotedHtml: mail.html === null ? null : head + mail.html + (mail.quotedHtml ?? ''),
    inlineFiles: mail.inlineFiles,
    attachmentIds: message.attachmentIds,
  }
}

function headLines(mail: MailRecord, author: string, language: string | null): string[] {
  const known = language !== null && language in words ? language : 'en'
  const { line, from, date, subject, to } = words[known] ?? { line: '', from: '', date: '', subject: '', to: '' }
  const when = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const isIn = mail.direction === 'in'
  const sender = isIn ? nameAnd(mail.fromName, mail.fromAddress) : author
  const receivers = [{ name: '', address: mail.toAddress }, ...mail.alsoTo, ...mail.cc]
  return [
    `---------- ${line} ----------`,
    `${from}: ${sender}`,
    `${date}: ${when.format(mail.createdAt)} UTC`,
    `${subject}: ${mail.subject}`,
    `${to}: ${receivers.map(({ name, address }) => nameAnd(name, address)).join(', ')}`,
  ]
}

const nameAnd = (name: string, address: string): string =>
  name === '' || name === address ? address : `${name} <${address}>`
