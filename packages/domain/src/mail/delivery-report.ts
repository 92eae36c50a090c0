import { addressesIn, isMailAddress } from './address.ts'
import { messageIdsIn } from './message-id.ts'

export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
export interface ReportedRecipient {
  address: string
  action: DeliveryAction
  /** Like 5.1.1 (RFC 3463); null where the server does not say. */
  status: string | null
}
/** What became of a mail of ours at each recipient. */
export interface DeliveryReport {
  recipients: ReportedRecipient[]
  originalMessageId: string | null
}

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] satisfies DeliveryAction[]
const isAction = (word: string): word is DeliveryAction => actions.includes(word)
/** More recipients are of no mail of ours. */
const mostRecipients = 100

const fieldsIn = (group: string): Map<string, string> => {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

/** The recipients in a part of type message/delivery-status (RFC 3464 2.3). */
export function readDeliveryStatus(text: string): ReportedRecipient[] {
  const groups = text.split(/(?:\r?\n[ \t]*){2}/u).slice(0, mostRecipients + 1)
  return groups.flatMap((group) => {
    const fields = fieldsIn(group)
    // The address that we wrote to; the final one is what it was redirected to.
    const named = [fields.get('original-recipient'), fields.get('final-recipient')]
    const [address] = named.flatMap((value) => addressesIn(value ?? ''))
    const action = (fields.get('action') ?? '').split(/[\s(]/u, 1).join('').toLowerCase()
    if (address === undefined || !isAction(action)) return []
    return [{ address, action, status: /\d\.\d{1,3}\.\d{1,3}/u.exec(fields.get('status') ?? '')?.[0] ?? null }]
  })
}

/** The Message-ID in the head of a mail, or of a copy of it that stands in a text; null when there is none. */
export function messageIdInCopy(copy: string): string | null {
  const found = /^[ \t>]{0,9}message-id:[ \t]*(?:\r?\n[ \t]+)?([^\r\n]{1,998})/imu.exec(copy)?.[1]
  return messageIdsIn(found ?? '')[0] ?? null
}

/**
 * What a report says that is plain text: qmail writes `<address>:` and the reason below it, Exim names the address in
 * X-Failed-Recipients. Their mails are about failures; what is late, they say in the subject.
 */
export function readPlainReport(text: string, failedRecipients: string, subject: string): DeliveryReport {
  const lines = text.split(/\r?\n/u).map((line) => line.trim())
  const copy = lines.findIndex((line) => /^-{3}.*(copy of the message|original message|below this line)/iu.test(line))
  const said = (copy < 0 ? lines : lines.slice(0, copy)).flatMap((line) => {
    const [address = ''] = /^<[^<>\s]+>:/u.test(line) ? addressesIn(line) : [line.replace(/:$/u, '')]
    return isMailAddress(address) && !/\s/u.test(address) ? addressesIn(address) : []
  })
  const addresses = [...new Set([...addressesIn(failedRecipients), ...said])].slice(0, mostRecipients)
  const action = /delayed|warning|отложен/iu.test(subject) ? 'delayed' : 'failed'
  const status = /(?:^|[\s(#])([245]\.\d{1,3}\.\d{1,3})\b/u.exec(text)?.[1] ?? null
  return {
    recipients: addresses.map((address) => ({ address, action, status })),
    originalMessageId: messageIdInCopy(text),
  }
}
