import type { DesktopT } from '@care/i18n/desktop'

const known = [
  'MAIL_TOO_BIG',
  'HEADERS_TOO_BIG',
  'TOO_MANY_PARTS',
  'TOO_MANY_ATTACHMENTS',
  'ATTACHMENTS_TOO_BIG',
  'TOO_MANY_RECIPIENTS',
  'TEXT_TOO_BIG',
  'HTML_TOO_BIG',
  'BROKEN_MIME',
  'UNKNOWN_CHARSET',
  'NO_SENDER',
  'NO_DATE',
  'TNEF_NOT_OPENED',
  'ENCRYPTED',
  'FILE_TYPE_REFUSED',
  'TOO_LARGE',
] as const
type Known = (typeof known)[number]
const isKnown = (code: string): code is Known => known.some((one) => one === code)

/** Words for what of a mail could not be taken: a code, and a file's name where it is about one. */
export function problemText(t: DesktopT, problem: string): string {
  const [code = '', ...rest] = problem.split(': ')
  const name = rest.join(': ')
  const words = t(`mail.problems.${isKnown(code) ? code : 'OTHER'}`)
  return name === '' ? words : `${words} (${name})`
}
