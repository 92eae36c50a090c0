import { escapeHtml } from '../../modules/mails/index.ts'

/** "On … wrote" as mail programs write it in the languages of our customers, so that they, and we, fold it. */
const wrote: Record<string, (when: string, who: string) => string> = {
  en: (when, who) => `On ${when}, ${who} wrote:`,
  ru: (when, who) => `${when} ${who} пишет:`,
  pl: (when, who) => `W dniu ${when} ${who} napisał(a):`,
  bg: (when, who) => `На ${when} ${who} написа:`,
}
const longestQuote = 20_000

interface Quoted {
  text: string
  /** Safe; null where there is only text. */
  html: string | null
  name: string
  address: string
  /** Epoch ms. */
  at: number
}

/** The mail that is answered, below its answer, each line marked (RFC 3676 4.5). */
export function quoteOf(quoted: Quoted, language: string | null): string {
  const lines = quoted.text.slice(0, longestQuote).trimEnd().split('\n')
  return [attribution(quoted, language), ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n')
}

/** The same in HTML; what it shows it shows as before. */
export function htmlQuoteOf(quoted: Quoted, language: string | null): string {
  const text = escapeHtml(quoted.text.slice(0, longestQuote).trimEnd()).replaceAll('\n', '<br />')
  return `<div>${escapeHtml(attribution(quoted, language))}</div><blockquote type="cite">${quoted.html ?? text}</blockquote>`
}

function attribution({ name, address, at }: Quoted, language: string | null): string {
  const known = language !== null && language in wrote ? language : 'en'
  const when = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)
  const who = name === '' || name === address ? address : `${name} <${address}>`
  return wrote[known]?.(`${when} UTC`, who) ?? ''
}
