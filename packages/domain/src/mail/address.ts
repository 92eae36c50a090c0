import { foldEmail } from '../customers/email.ts'
import { cutText } from '../text/cut.ts'
import { limits } from '../text/limits.ts'

/** Octets of a local part at most (RFC 5321 4.5.3.1.1). */
export const localPartOctets = 64

/** Whether this has the form of an address: one @ with something on both sides, not longer than one may be. */
export function isMailAddress(address: string): boolean {
  const at = address.indexOf('@')
  return at > 0 && at < address.length - 1 && at === address.lastIndexOf('@') && address.length <= limits.email
}

/** Every address that stands in a header like Delivered-To, whatever stands around it; folded, each once. */
export function addressesIn(value: string): string[] {
  // Cut at what no bare address has: a pattern with a run before the @ would take quadratic time.
  const words = value.split(/[\s<>"'(),;:[\]]+/u)
  return [...new Set(words.filter(isMailAddress).map(foldEmail))]
}

// Marks that turn the direction of what follows: a name with one could show another address than the mail is from.
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * A sender's name as it can be shown: without quotes, control and direction marks, on one line, at most as long as a
 * customer's name. A name that is an address says nothing, or lies: then it is empty.
 */
export function cleanDisplayName(name: string): string {
  const plain = cutText(name, 1_000).normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim()
  const unquoted = plain.replace(/^(["'`])(.*)\1$/u, '$2').trim()
  const isAddress = addressesIn(unquoted).length > 0
  return isAddress ? '' : cutText(unquoted, limits.customerName).trim()
}
