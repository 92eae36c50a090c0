import { parseDocument } from 'htmlparser2'
import type { MailToSend } from '../../modules/mails/index.ts'
import { attribute, htmlOf, isElement, walk } from './read/html/dom.ts'

/** Our HTML as other programs read it: pictures name parts of the mail (RFC 2392), or the address that they had. */
export function letterHtml(html: string): string {
  const document = parseDocument(html)
  for (const { node } of walk(document.children)) {
    if (!isElement(node) || node.name !== 'img') continue
    const [cid, remote] = [attribute(node, 'data-cid'), attribute(node, 'data-src')]
    delete node.attribs['data-cid']
    delete node.attribs['data-src']
    if (cid !== '') node.attribs['src'] = `cid:${cid}`
    else if (remote !== '') node.attribs['src'] = remote
  }
  return htmlOf(document.children)
}

type File = MailToSend['files'][number]
/** A file of a mail; one with a Content-ID stands in its text. */
export interface LetterFile {
  file: File
  cid: string | null
}

/** The files that go with a mail: its own, and the pictures of what it quotes that its HTML shows. */
export function filesOf({ mail, files, answers, quotedFiles }: MailToSend, html: string | null): LetterFile[] {
  const shown = (inlineFiles: Readonly<Record<string, string>>, id: string): string | null =>
    Object.entries(inlineFiles).find(([cid, fileId]) => fileId === id && html?.includes(`"cid:${cid}"`))?.[0] ?? null
  const own = files.map((file) => ({ file, cid: shown(mail.inlineFiles, file.id) }))
  const quoted = quotedFiles.map((file) => ({ file, cid: shown(answers?.mail.inlineFiles ?? {}, file.id) }))
  return [...own, ...quoted.filter(({ cid }) => cid !== null)]
}
