import { foldEmail } from './email.ts'
import { phoneDigits } from './phone.ts'

/** One address of a known customer; somebody with several has several of these with the same id. */
export interface KnownContact {
  id: string
  email: string | null
  phone: string | null
}

function idsBy(known: readonly KnownContact[], isSame: (contact: KnownContact) => boolean): ReadonlySet<string> {
  return new Set(known.filter(isSame).map((contact) => contact.id))
}

/**
 * Whose mail address or phone this is, by exact match of the normal forms; null when nobody's or when it could
 * be several people: mail and phone must then agree on one (a family shares a phone).
 */
export function matchCustomer(
  known: readonly KnownContact[],
  by: { email?: string | null | undefined; phone?: string | null | undefined },
): string | null {
  const email = foldEmail(by.email ?? '')
  const phone = phoneDigits(by.phone ?? '')
  const byEmail = idsBy(known, (c) => email !== '' && foldEmail(c.email ?? '') === email)
  const byPhone = idsBy(known, (c) => phone !== '' && phoneDigits(c.phone ?? '') === phone)
  const either = [...new Set([...byEmail, ...byPhone])]
  const matches = either.length > 1 ? either.filter((id) => byEmail.has(id) && byPhone.has(id)) : either
  const [only, another] = matches
  return another === undefined ? (only ?? null) : null
}
