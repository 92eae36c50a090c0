import type { Mail, MailPerson } from '@care/contract'
import { limits } from '@care/domain'
import { normalSubject } from '@care/domain/mail'

export type LetterKind = 'reply' | 'all' | 'forward'
export interface Receivers {
  to: readonly MailPerson[]
  cc: readonly MailPerson[]
  bcc: readonly MailPerson[]
}

/** What is answered when nothing else is said: the last mail that a person wrote, else the last that went to the customer. */
export const answeredOf = (mails: readonly Mail[]): Mail | undefined =>
  mails.find(({ direction, automatic }) => direction === 'in' && automatic === null) ??
  mails.find(({ direction, hasQuote }) => direction === 'out' && !hasQuote)

/**
 * Whom a mail goes to that answers this one: back to who wrote it, or to whom we had written; to all also those who were
 * in copy, never our own mailbox. Without one to the customer. Forwarded, to nobody yet.
 */
export function receiversOf(kind: LetterKind, answered: Mail | undefined, customer: MailPerson | null): Receivers {
  if (kind === 'forward') return { to: [], cc: [], bcc: [] }
  if (!answered) return { to: customer ? [customer] : [], cc: [], bcc: [] }
  const to = answered.direction === 'in' ? (answered.from ? [answered.from] : []) : answered.to
  const named = new Set(to.map(({ address }) => address.toLowerCase()))
  const cc = kind === 'all' ? answered.cc.filter(({ address }) => !named.has(address.toLowerCase())) : []
  return { to, cc, bcc: [] }
}

export function subjectOf(kind: LetterKind, answered: Mail | undefined, standard: string): string {
  if (!answered) return standard.slice(-limits.requestTitle)
  return `${kind === 'forward' ? 'Fwd' : 'Re'}: ${normalSubject(answered.subject)}`.slice(0, limits.requestTitle)
}

const form = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u
export const isAddress = (text: string): boolean => form.test(text) && text.length <= limits.email

/** What is typed or pasted as receivers: `Name <address>` or an address, parted by commas, semicolons or lines. */
export function readPeople(text: string): { people: MailPerson[]; rest: string } {
  const people: MailPerson[] = []
  const rest: string[] = []
  for (const part of text.split(/[,;\n]+/u).map((one) => one.trim())) {
    const [, name = '', inBrackets] = /^"?([^"<]*?)"?\s*<([^<>]+)>$/u.exec(part) ?? []
    const address = inBrackets?.trim() ?? part
    if (isAddress(address)) people.push({ address, name: name.trim().slice(0, limits.customerName) })
    else if (part !== '') rest.push(part)
  }
  return { people, rest: rest.join(', ') }
}

/** Adds whom it does not have yet. */
export const withPeople = (old: readonly MailPerson[], added: readonly MailPerson[]): readonly MailPerson[] => {
  const known = new Set(old.map(({ address }) => address.toLowerCase()))
  return [
    ...old,
    ...added.filter(({ address }) => !known.has(address.toLowerCase()) && known.add(address.toLowerCase())),
  ]
}
