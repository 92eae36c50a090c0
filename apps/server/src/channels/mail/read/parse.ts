import { MailParser, type AttachmentStream, type MessageText } from 'mailparser'
import type { MailLimits, ReadProblem } from './read-mail-types.ts'

/** One part that is a file, or a report's. */
export interface ParsedPart {
  fileName: string | null
  contentType: string
  cid: string | null
  content: Buffer
}
export interface ParsedMail {
  /** As they stand in the mail, unfolded; bytes are taken as UTF-8. */
  headerLines: { name: string; value: string }[]
  /** What mailparser made of the headers with addresses and of the subject. */
  headers: ReadonlyMap<string, unknown>
  text: string | null
  html: string | null
  parts: ParsedPart[]
}

interface HeaderLine {
  key: string
  line: string
}

/**
 * Takes a mail apart with mailparser. Never fails: what is broken ends the reading, and what was read until then is
 * given with a problem.
 */
export async function parseMail(raw: Buffer, limits: MailLimits, problems: Set<ReadProblem>): Promise<ParsedMail> {
  let { mail, problems: found } = await parseOnce(raw, limits)
  for (const problem of found) problems.add(problem)
  if (found.has('HEADERS_TOO_BIG') && mail.headerLines.length === 0) {
    ;({ mail, problems: found } = await parseOnce(withShortHead(raw, limits), limits))
  }
  // Of a mail of thousands of parts the beginning is read: half of it, or half of that.
  for (let beginning = raw; found.has('TOO_MANY_PARTS') && beginning.length > 1;) {
    beginning = beginning.subarray(0, beginning.length / 2)
    ;({ mail, problems: found } = await parseOnce(beginning, limits))
  }
  for (const problem of found) problems.add(problem)
  if (mail.text !== null || mail.html !== null || mail.parts.length > 0) return mail
  const body = bodyOf(raw).subarray(0, limits.textLength).toString('utf8').trim()
  if (body === '') return mail
  problems.add('BROKEN_MIME')
  return { ...mail, text: body }
}

/** All below the head, as it stands: what is left to show where the parts cannot be told apart. */
function bodyOf(raw: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => raw.indexOf(end)).filter((at) => at >= 0)
  return ends.length === 0 ? Buffer.alloc(0) : raw.subarray(Math.min(...ends))
}

/** The mail with the beginning of its head: what makes a head too long stands rarely at its top. */
function withShortHead(raw: Buffer, { headerBytes }: MailLimits): Buffer {
  const cut = raw.subarray(0, Math.floor(headerBytes / 2))
  return Buffer.concat([cut.subarray(0, Math.max(cut.lastIndexOf('\n'), 0)), Buffer.from('\r\n'), bodyOf(raw)])
}

function parseOnce(raw: Buffer, limits: MailLimits): Promise<{ mail: ParsedMail; problems: Set<ReadProblem> }> {
  const problems = new Set<ReadProblem>()
  const mail: ParsedMail = { headerLines: [], headers: new Map(), text: null, html: null, parts: [] }
  const options = {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipHtmlToText: true,
    keepDeliveryStatus: true,
    // A mail that is attached is a file: its words are not the sender's.
    ignoreEmbedded: true,
    maxHeadSize: limits.headerBytes,
    maxChildNodes: limits.parts,
  }
  const parser = new MailParser(options)
  const takeText = ({ text, html }: Pick<MessageText, 'text' | 'html'>): void => {
    mail.text = typeof text === 'string' ? text : null
    mail.html = typeof html === 'string' ? html : null
  }
  const collect = partCollector(mail.parts, limits, problems)
  return new Promise((resolve) => {
    const finish = (): void => resolve({ mail, problems })
    parser.on('headers', (headers) => {
      mail.headers = headers
    })
    parser.on('headerLines', (lines) => {
      mail.headerLines = lines.map(readLine)
    })
    parser.on('data', (data) => ('content' in data ? collect(data) : takeText(data)))
    parser.on('error', (error: Error) => {
      problems.add(problemOf(error))
      finish()
    })
    parser.on('end', finish)
    parser.on('close', finish)
    parser.end(raw)
  })
}

function problemOf(error: Error): ReadProblem {
  if (!('code' in error) || error.code !== 'EMAXLEN') return 'BROKEN_MIME'
  return /header/iu.test(error.message) ? 'HEADERS_TOO_BIG' : 'TOO_MANY_PARTS'
}

/** Its header lines are bytes, one a character. */
const readLine = ({ key, line }: HeaderLine): { name: string; value: string } => ({
  name: key.toLowerCase(),
  value: Buffer.from(line.slice(line.indexOf(':') + 1), 'latin1')
    .toString('utf8')
    // Folds, and what no database takes.
    .replace(/\p{Cc}+/gu, ' ')
    .trim(),
})

/** Reads files one after the other; what passes the limits is let run by. */
function partCollector(parts: ParsedPart[], limits: MailLimits, problems: Set<ReadProblem>) {
  let bytes = 0
  let count = 0
  return (part: AttachmentStream): void => {
    const chunks: Buffer[] = []
    count += 1
    let isKept = count <= limits.attachments
    if (!isKept) problems.add('TOO_MANY_ATTACHMENTS')
    part.content.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limits.attachmentBytes) {
        problems.add('ATTACHMENTS_TOO_BIG')
        isKept = false
      }
      if (isKept) chunks.push(chunk)
      else chunks.length = 0
    })
    part.content.on('error', () => problems.add('BROKEN_MIME'))
    part.content.on('end', () => {
      const { filename, contentType, cid } = part
      const content = Buffer.concat(chunks)
      if (isKept) parts.push({ fileName: filename || null, contentType, cid: cid || null, content })
      part.release()
    })
  }
}
