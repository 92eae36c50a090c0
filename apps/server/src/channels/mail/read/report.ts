import {
  headerOf,
  isDeliveryReport,
  messageIdInCopy,
  readDeliveryStatus,
  readPlainReport,
  type DeliveryReport,
  type MailEnvelope,
  type MailHeaders,
} from '@care/domain/mail'
import type { ParsedPart } from './parse.ts'

/** Of a part that is read as text, at most so many bytes. */
const mostBytes = 256 * 1024
const textOf = ({ content }: ParsedPart): string => content.subarray(0, mostBytes).toString('utf8')

/** What a delivery report says (rule 36), from its parts, else from its words; null for another mail. */
export function readReport(
  headers: MailHeaders,
  envelope: MailEnvelope,
  parts: readonly ParsedPart[],
  text: string,
): DeliveryReport | null {
  if (!isDeliveryReport(headers, envelope)) return null
  const of = (...types: string[]) => parts.filter(({ contentType }) => types.includes(contentType.toLowerCase()))
  const said = of('message/delivery-status', 'message/global-delivery-status').flatMap((part) =>
    readDeliveryStatus(textOf(part)),
  )
  const copies = of('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers')
  const ids = copies.map((part) => messageIdInCopy(textOf(part)))
  const plain = readPlainReport(
    text,
    headers.get('x-failed-recipients')?.join(',') ?? '',
    headerOf(headers, 'subject') ?? '',
  )
  return {
    recipients: said.length > 0 ? said : plain.recipients,
    originalMessageId: ids.find((id) => id !== null) ?? plain.originalMessageId,
  }
}
