/** The form in which mail addresses are compared: no spaces around, composed letters, lower case. */
export function foldEmail(s: string): string {
  return s.trim().normalize('NFC').toLowerCase().normalize('NFC')
}
