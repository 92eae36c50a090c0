import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setImmediate as others } from 'node:timers/promises'
import { cutText } from '@care/domain'
import {
  foldQuotes,
  headerOf,
  isAutomatic,
  isDeliveryReport,
  isForwardSubject,
  messageIdOf,
  type MailHeaders,
} from '@care/domain/mail'
import { readAttachments } from './attachments.ts'
import { cutQuotes } from './html/cut-quotes.ts'
import { htmlText } from './html/html-text.ts'
import { safeHtml } from './html/safe-html.ts'
import { parseMail, type ParsedMail } from './parse.ts'
import { addressesOf, headersOf, idsIn, noteOfServers, readDate } from './read-headers.ts'
import { mailLimits, type MailLimits, type ReadMail, type ReadProblem } from './read-mail-types.ts'
import { readReport } from './report.ts'
import { openTnef } from './tnef/open-tnef.ts'

export interface ReadOptions {
  /** Of what the server was told; null where only the mail itself is known, as with IMAP. */
  envelopeFrom?: string | null
  limits?: Partial<MailLimits>
}

/**
 * Reads a mail as it came over the wire (row E1). Never throws and never refuses: of what is broken or too much it
 * gives what can be read, and names among `problems` what is missing. Nothing is loaded and nothing of it is run.
 */
export async function readMail(raw: Buffer | Readable, options: ReadOptions = {}): Promise<ReadMail> {
  const limits = { ...mailLimits, ...options.limits }
  const problems = new Set<ReadProblem>()
  const bytes = await wholeOf(raw, limits, problems)
  const parsed = openTnef(await parseMail(bytes, limits, problems), limits, problems)
  const headers = headersOf(parsed)
  const returnPath = options.envelopeFrom ?? headerOf(headers, 'return-path')?.replace(/^<|>$/gu, '') ?? null
  const envelope = { from: returnPath }
  const people = readPeople(parsed, headers, limits, problems)
  const subject = readSubject(parsed)
  // What a forwarded mail or a report repeats is what it is about.
  const isWhole = isForwardSubject(subject) || isDeliveryReport(headers, envelope)
  const body = await readBody(parsed, isWhole, limits, problems)
  if (isEncrypted(headers)) problems.add('ENCRYPTED')
  const date = readDate(headerOf(headers, 'date'))
  if (date === null) problems.add('NO_DATE')
  const [ownId] = idsIn(headers, 'message-id')
  const from = people.from?.address ?? ''
  return {
    messageId: messageIdOf({ messageId: ownId ?? null, from, date, body: body.text }, shortHash),
    hasOwnMessageId: ownId !== undefined,
    inReplyTo: idsIn(headers, 'in-reply-to'),
    references: idsIn(headers, 'references'),
    ...people,
    returnPath,
    subject,
    date,
    headers,
    ...body,
    attachments: readAttachments(parsed.parts, shownIn(body.html, body.quotedHtml)),
    automatic: isAutomatic(headers, envelope),
    report: readReport(headers, envelope, parsed.parts, body.text),
    problems: [...problems],
  }
}

/** OpenPGP and S/MIME: the words are in a file that is not opened. */
function isEncrypted(headers: MailHeaders): boolean {
  const type = headerOf(headers, 'content-type') ?? ''
  return /^multipart\/encrypted\b/iu.test(type) || /^application\/(x-)?pkcs7-mime\b.{0,200}enveloped/iu.test(type)
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)

/** Everything up to the limit; a stream that breaks off has what came until then. */
async function wholeOf(raw: Buffer | Readable, { mailBytes }: MailLimits, problems: Set<ReadProblem>): Promise<Buffer> {
  if (Buffer.isBuffer(raw)) {
    if (raw.length > mailBytes) problems.add('MAIL_TOO_BIG')
    return raw.subarray(0, mailBytes)
  }
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of raw) {
      const bytes = Buffer.from(chunk as Uint8Array)
      chunks.push(bytes)
      length += bytes.length
      if (length <= mailBytes) continue
      problems.add('MAIL_TOO_BIG')
      break
    }
  } catch {
    problems.add('BROKEN_MIME')
  }
  return Buffer.concat(chunks).subarray(0, mailBytes)
}

function readPeople(parsed: ParsedMail, headers: MailHeaders, limits: MailLimits, problems: Set<ReadProblem>) {
  const of = (name: string) => addressesOf(parsed, name, limits, problems)
  const [from = null] = [...of('from'), ...of('sender')]
  if (from === null) problems.add('NO_SENDER')
  const [to, cc] = [of('to'), of('cc')]
  const recipients = [...new Set([...[...to, ...cc].map(({ address }) => address), ...noteOfServers(headers)])]
  return { from, to, cc, replyTo: of('reply-to'), recipients }
}

function readSubject({ headers }: ParsedMail): string {
  const subject = headers.get('subject')
  const plain = typeof subject === 'string' ? subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ') : ''
  return cutText(plain.replace(/\s+/gu, ' ').trim(), 1_000)
}

type Body = Pick<ReadMail, 'text' | 'visible' | 'quoted' | 'html' | 'quotedHtml'>

async function readBody(
  parsed: ParsedMail,
  isWhole: boolean,
  limits: MailLimits,
  problems: Set<ReadProblem>,
): Promise<Body> {
  const cids = new Set(parsed.parts.flatMap(({ cid }) => (cid === null ? [] : [cid])))
  const plain = shortened(cleanText(parsed.text ?? ''), limits.textLength, 'TEXT_TOO_BIG', problems)
  const source = shortened((parsed.html ?? '').replaceAll('\0', ''), limits.htmlLength, 'HTML_TOO_BIG', problems)
  if (plain.includes('\ufffd') || source.includes('\ufffd')) problems.add('UNKNOWN_CHARSET')
  const hasTooManyTags = countTags(source, limits.htmlTags) > limits.htmlTags
  if (hasTooManyTags) problems.add('HTML_TOO_BIG')
  const cut = source === '' || hasTooManyTags ? null : cutQuotes(source, { isForward: isWhole })
  // Of the longest mails each step takes some tenths of a second; what waits meanwhile comes in between.
  await others()
  const html = cut === null ? null : safeHtml(cut.visible, cids)
  const quotedHtml = cut === null || cut.quoted === null ? null : safeHtml(cut.quoted, cids)
  await others()
  const visibleOfHtml = html === null ? '' : htmlText(html)
  const quotedOfHtml = quotedHtml === null ? '' : htmlText(quotedHtml)
  const ofHtml = [visibleOfHtml, quotedOfHtml].filter((part) => part !== '').join('\n\n')
  const text = plain.trim() === '' ? ofHtml : plain
  const folded = foldQuotes(text, { isForward: isWhole })
  const isCutInHtml = folded.quoted === '' && quotedOfHtml !== '' && visibleOfHtml !== ''
  return {
    text,
    ...(isCutInHtml ? { visible: visibleOfHtml, quoted: quotedOfHtml } : folded),
    html: html === '' ? null : html,
    quotedHtml,
  }
}

/** Without marks that text has no use for, and that PostgreSQL does not take. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\0\ufeff]/gu, '')
    .trim()

function shortened(text: string, most: number, problem: ReadProblem, problems: Set<ReadProblem>): string {
  if (text.length <= most) return text
  problems.add(problem)
  return cutText(text, most)
}

function countTags(html: string, most: number): number {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0 && count <= most; at = html.indexOf('<', at + 1)) count += 1
  return count
}

const shownIn = (...htmls: (string | null)[]): Set<string> =>
  new Set(htmls.flatMap((html) => [...(html ?? '').matchAll(/ data-cid="([^"]*)"/gu)].map(([, cid = '']) => cid)))
