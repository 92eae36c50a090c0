import { readerOf } from './bytes.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { decodePage } from './code-pages.ts'
import { bytesOf, numberOf, objectOf, type Properties, property, readProperties, textOf } from './properties.ts'

/** One file of such a form. */
export interface TnefFile {
  /** As it was written; null for none. */
  fileName: string | null
  contentType: string
  cid: string | null
  content: Buffer
}
export interface Tnef {
  subject: string
  text: string | null
  html: string | null
  /** Of a mail whose words stand in no other form. */
  rtf: Buffer | null
  files: TnefFile[]
}

const signature = 0x223e9f78
/** Attributes by their ids ([MS-OXTNEF] 2.1.3.2). */
const attribute = {
  page: 0x0006_9007,
  subject: 0x0001_8004,
  body: 0x0002_800c,
  messageProperties: 0x0006_9003,
  beginsFile: 0x0006_9002,
  fileData: 0x0006_800f,
  fileTitle: 0x0001_8010,
  fileProperties: 0x0006_9005,
} as const

/** IID_IMessage and IID_IStorage as bytes: a message of its own, and what only its program can open. */
const messageInterface = '0703020000000000c000000000000046'
/** So many messages stand in one another at most. */
const mostLevels = 5
const mostRtfBytes = 4 * 1024 * 1024

interface Bare {
  title: Buffer | null
  data: Buffer | null
  properties: Properties
}
const none: Properties = new Map()

/**
 * What Outlook packs into `winmail.dat` ([MS-OXTNEF]): words and files. Messages within it give their files too, and their
 * words as one. Null when it is broken or something else. Sums of attributes are not held against it: writers get them wrong.
 */
export function readTnef(content: Buffer): Tnef | null {
  try {
    return readLevel(content, mostLevels)
  } catch {
    return null
  }
}

function readLevel(content: Buffer, levels: number): Tnef {
  const { page: ownPage, subject, body, properties, files } = attributesOf(content)
  const page = numberOf(properties, property.page) ?? ownPage
  const plain = textOf(properties, property.body, page) ?? (body && decodePage(body, page))
  const rtf = bytesOf(properties, property.rtf)
  const html = htmlOf(properties, page)
  return {
    subject: textOf(properties, property.subject, page) ?? (subject ? decodePage(subject, page) : ''),
    text: plain,
    html,
    rtf: rtf === null || plain?.trim() || html !== null ? null : unpackRtf(rtf, mostRtfBytes),
    files: files.flatMap((file) => filesOf(file, page, levels)),
  }
}

function attributesOf(content: Buffer) {
  const reader = readerOf(content)
  if (reader.long() !== signature) throw new RangeError('it is no TNEF')
  reader.short()
  let page: number | null = null
  let subject: Buffer | null = null
  let body: Buffer | null = null
  let properties = none
  const files: Bare[] = []
  while (!reader.isOver()) {
    reader.byte()
    const id = reader.long()
    const data = reader.take(reader.long())
    reader.short()
    const file = files.at(-1)
    if (id === attribute.page) page = data.readUInt32LE(0)
    else if (id === attribute.subject) subject = data
    else if (id === attribute.body) body = data
    else if (id === attribute.messageProperties) properties = readProperties(data)
    else if (id === attribute.beginsFile) files.push({ title: null, data: null, properties: none })
    else if (file === undefined) continue
    else if (id === attribute.fileTitle) file.title = data
    else if (id === attribute.fileData) file.data = data
    else if (id === attribute.fileProperties) file.properties = readProperties(data)
  }
  return { page, subject, body, properties, files }
}

/** HTML stands as bytes of the code page of the internet, in rare cases as text. */
function htmlOf(properties: Properties, page: number | null): string | null {
  const bytes = bytesOf(properties, property.html)
  const html = bytes
    ? decodePage(bytes, numberOf(properties, property.internetPage) ?? page)
    : textOf(properties, property.html, page)
  return html?.trim() ? html : null
}

function filesOf({ title, data, properties }: Bare, page: number | null, levels: number): TnefFile[] {
  const text = (id: number): string | null => textOf(properties, id, page) || null
  const object = objectOf(properties, property.data)
  if (object?.interfaceId === messageInterface && levels > 1) return filesOfMessage(readLevel(object.bytes, levels - 1))
  const content = data ?? bytesOf(properties, property.data) ?? object?.bytes
  if (content === undefined) return []
  const fileName =
    text(property.longFileName) ??
    text(property.fileName) ??
    text(property.displayName) ??
    (title && decodePage(title, page))
  const contentType = text(property.contentType) ?? 'application/octet-stream'
  return [{ fileName, contentType, cid: text(property.contentId)?.replace(/^<|>$/gu, '') ?? null, content }]
}

/** A message within another is a file: as text where it has words, else as it is written. Its files stand beside it. */
function filesOfMessage({ subject, text, html, rtf, files }: Tnef): TnefFile[] {
  const name = subject.trim() === '' ? 'message' : subject.trim()
  const own = { cid: null }
  // Nothing within it is shown in its place: the mail that shows it is this file.
  const others = files.map((file) => ({ ...file, ...own }))
  if (text?.trim())
    return [{ ...own, fileName: `${name}.txt`, contentType: 'text/plain', content: Buffer.from(text) }, ...others]
  if (html !== null)
    return [{ ...own, fileName: `${name}.html`, contentType: 'text/html', content: Buffer.from(html) }, ...others]
  return rtf === null ? others : [{ ...own, ...rtfFile(rtf), fileName: `${name}.rtf` }, ...others]
}

/** Words that stand in no form but RTF, as a file. */
export const rtfFile = (rtf: Buffer): TnefFile => ({
  fileName: 'message.rtf',
  contentType: 'application/rtf',
  cid: null,
  content: rtf,
})
