/** The name that a customer is shown by: name, else email, else phone, else the given word for unknown. Rule 6. */
export function shownName(
  customer: { name?: string | null | undefined; email?: string | null | undefined; phone?: string | null | undefined },
  unknown: string,
): string {
  return customer.name?.trim() || customer.email?.trim() || customer.phone?.trim() || unknown
}

/** The parts of a full name: the last word is the family name, one word alone is the first name. Rule 6. */
export function splitFullName(full: string): { firstName: string; familyName: string } {
  const words = full.split(/\s+/u).filter((word) => word !== '')
  const familyName = words.length > 1 ? (words.pop() ?? '') : ''
  return { firstName: words.join(' '), familyName }
}

function firstLetter(word: string): string {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(word.normalize('NFC'))?.[0] ?? ''
  const upper = letter.toUpperCase()
  // ß and ligatures grow when raised; an initial is one letter.
  return upper.length > letter.length ? letter : upper
}

/** Up to two letters for an avatar, of the first and the last word that have any, in any script; else "?". */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/u)
    .map(firstLetter)
    .filter((letter) => letter !== '')
  const last = letters.length > 1 ? letters.at(-1) : ''
  return `${letters[0] ?? '?'}${last ?? ''}`
}
