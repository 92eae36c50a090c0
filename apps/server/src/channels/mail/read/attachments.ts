import { cutText, limits } from '@care/domain'
import type { ParsedPart } from './parse.ts'
import type { ReadAttachment } from './read-mail-types.ts'

/** Parts that say the same as the text in another form, or that a report is read from: nobody opens them. */
const hiddenTypes = new Set([
  'text/x-amp-html',
  'text/watch-html',
  'text/enriched',
  'message/delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
  'application/pgp-encrypted',
])

const extensions: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/csv': 'csv',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
}

/** A name for a part that has none: `image.png`, `invite.ics`. */
function nameFor(contentType: string): string {
  const extension = extensions[contentType] ?? 'bin'
  if (contentType === 'message/rfc822') return 'message.eml'
  if (contentType === 'text/calendar') return 'invite.ics'
  return `${contentType.startsWith('image/') ? 'image' : 'attachment'}.${extension}`
}

/**
 * A file name as it can be kept and shown: the last part of a path, without control and direction marks or what file
 * systems do not take, not beginning with a dot.
 */
export function safeFileName(name: string): string {
  const last = name.replace(/\s+/gu, ' ').split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/u, '')
    .trimEnd()
  if (plain.length <= limits.fileName) return plain
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? ''
  return `${cutText(plain, limits.fileName - extension.length)}${extension}`
}

/** The files of a mail. `shown` are the Content-IDs that its HTML shows. */
export function readAttachments(parts: readonly ParsedPart[], shown: ReadonlySet<string>): ReadAttachment[] {
  return parts
    .filter(({ contentType }) => !hiddenTypes.has(contentType.toLowerCase()))
    .map(({ fileName, contentType: type, cid, content }) => {
      const contentType = type.toLowerCase()
      const name = safeFileName(fileName ?? '') || nameFor(contentType)
      const isInline = cid !== null && shown.has(cid)
      return { fileName: name, contentType, bytes: content.length, content, cid, isInline }
    })
}
