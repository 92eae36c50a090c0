import type { ParsedMail, ParsedPart } from '../parse.ts'
import type { MailLimits, ReadProblem } from '../read-mail-types.ts'
import { readTnef, rtfFile, type Tnef } from './read-tnef.ts'

const isTnef = ({ contentType, fileName }: ParsedPart): boolean =>
  /^application\/(vnd\.)?ms-tnef$/iu.test(contentType) || /^winmail\.dat$/iu.test(fileName ?? '')

/**
 * A mail with what stands in Outlook's own form (winmail.dat) in its place: files, and words where the mail has no others.
 * One that cannot be read stays a file, and is named among the problems.
 */
export function openTnef(mail: ParsedMail, limits: MailLimits, problems: Set<ReadProblem>): ParsedMail {
  if (!mail.parts.some(isTnef)) return mail
  let { text, html } = mail
  const isSilent = isBlank(text) && isBlank(html)
  const parts: ParsedPart[] = []
  for (const part of mail.parts) {
    const form = isTnef(part) ? readTnef(part.content) : null
    if (form === null) {
      if (isTnef(part)) problems.add('TNEF_NOT_OPENED')
      parts.push(part)
      continue
    }
    if (isSilent && isBlank(text) && isBlank(html)) ({ text, html } = form)
    parts.push(...form.files, ...(isSilent ? wordsOnly(form) : []))
  }
  const kept = withinLimits(parts, limits, problems)
  return { ...mail, text, html, parts: kept }
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

const wordsOnly = ({ rtf }: Tnef): ParsedPart[] => (rtf === null ? [] : [rtfFile(rtf)])

/** What was packed counts like what was not. */
function withinLimits(
  parts: readonly ParsedPart[],
  { attachments, attachmentBytes }: MailLimits,
  problems: Set<ReadProblem>,
): ParsedPart[] {
  if (parts.length > attachments) problems.add('TOO_MANY_ATTACHMENTS')
  let bytes = 0
  return parts.slice(0, attachments).filter(({ content }) => {
    bytes += content.length
    if (bytes > attachmentBytes) problems.add('ATTACHMENTS_TOO_BIG')
    return bytes <= attachmentBytes
  })
}
