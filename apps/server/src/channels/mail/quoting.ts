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
  name: string
  address: string
  /** Epoch ms. */
  at: number
}

/** The mail that is answered, below its answer, each line marked (RFC 3676 4.5). */
export function quoteOf({ text, name, address, at }: Quoted, language: string | null): string {
  const known = language !== null && language in wrote ? language : 'en'
  const when = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)
  const who = name === '' || name === address ? address : `${name} <${address}>`
  const lines = text.slice(0, longestQuote).trimEnd().split('\n')
  return [wrote[known]?.(`${when} UTC`, who), ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n')
}
