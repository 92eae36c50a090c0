import { foldEmail } from '@care/domain'
import { addressesIn, cleanDisplayName, isMailAddress, messageIdsIn, type MailHeaders } from '@care/domain/mail'
import type { ParsedMail } from './parse.ts'
import type { MailAddress, MailLimits, ReadProblem } from './read-mail-types.ts'

/** Headers by name; of a name that comes often the first hundred. */
export function headersOf({ headerLines }: Pick<ParsedMail, 'headerLines'>): MailHeaders {
  const headers = new Map<string, string[]>()
  for (const { name, value } of headerLines) {
    const values = headers.get(name)
    if (values === undefined) headers.set(name, [value])
    else if (values.length < 100) values.push(value)
  }
  return headers
}

/** How mailparser gives addresses: in groups, and in several headers of one name. */
interface RawAddress {
  address?: string
  name?: string
  group?: RawAddress[]
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const rawAddresses = (header: unknown): RawAddress[] => {
  const all = Array.isArray(header) ? header : [header]
  return all.flatMap((one) => (isRecord(one) && Array.isArray(one['value']) ? (one['value'] as RawAddress[]) : []))
}

function* single(addresses: readonly RawAddress[]): Generator<MailAddress> {
  for (const { address, name, group } of addresses) {
    if (group !== undefined) yield* single(group)
    const folded = foldEmail(address ?? '')
    if (isMailAddress(folded)) yield { address: folded, name: cleanDisplayName(name ?? '') }
  }
}

/** The addresses of a header, each once, at most so many. */
export function addressesOf(
  mail: ParsedMail,
  name: string,
  limits: MailLimits,
  problems: Set<ReadProblem>,
): MailAddress[] {
  const found = new Map<string, MailAddress>()
  for (const one of single(rawAddresses(mail.headers.get(name)))) {
    if (found.has(one.address)) continue
    if (found.size >= limits.recipients) {
      problems.add('TOO_MANY_RECIPIENTS')
      break
    }
    found.set(one.address, one)
  }
  return [...found.values()]
}

const onTheWay = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to', 'x-delivered-to']
/** Where servers note whom a mail was for: a plus-address survives there when To was rewritten. */
export const noteOfServers = (headers: MailHeaders): string[] =>
  onTheWay.flatMap((name) => headers.get(name) ?? []).flatMap(addressesIn)

export const idsIn = (headers: MailHeaders, name: string): string[] => [
  ...new Set((headers.get(name) ?? []).flatMap(messageIdsIn)),
]

/** A date as RFC 5322 writes it, epoch ms; null for none that can be read, or one before there was mail. */
export function readDate(value: string | null): number | null {
  // Comments in brackets, which hold a zone's name, are cut off: not every name is known.
  const at = Date.parse((value ?? '').slice(0, 100).replace(/\([^()]*\)/gu, ' '))
  return Number.isFinite(at) && at > Date.UTC(1990) && at < Date.UTC(2200) ? at : null
}
