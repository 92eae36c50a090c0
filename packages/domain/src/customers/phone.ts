/**
 * The normal form of a phone number for matching: digits, with + in front if it is international (a leading 00
 * counts as +); extension and the bracketed (0) after a country code are left out. Empty when it has no digits.
 */
export function phoneDigits(s: string): string {
  // What follows a letter, comma, semicolon or # behind the digits is an extension.
  const number = /[+0-9][^\p{L},;#]*/u.exec(s.normalize('NFKC'))?.[0] ?? ''
  const isPlus = number.startsWith('+')
  const isInternational = isPlus || number.startsWith('00')
  const digits = (isInternational ? number.replace(/\(0\)/gu, '') : number).replace(/[^0-9]/gu, '')
  if (isPlus) return digits === '' ? '' : `+${digits}`
  // Decided on the digits alone, so that the normal form of a normal form is itself.
  if (!digits.startsWith('00')) return digits
  return digits.length > 2 ? `+${digits.slice(2)}` : ''
}
