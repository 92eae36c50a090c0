import { foldEmail } from '../customers/email.ts'

/** A line may have 998 octets (RFC 5322 2.1.1); an id that is longer is no id. */
const longestId = 996

/** Every id in a header of them, as they stand, each once: `<…>`, else words with an @ that lost their brackets. */
export function messageIdsIn(value: string): string[] {
  const ids: string[] = []
  let from = value.indexOf('<')
  while (from >= 0) {
    const to = value.indexOf('>', from)
    if (to < 0) break
    // Of "<a <b@c>" the innermost is meant.
    const start = value.lastIndexOf('<', to)
    ids.push(value.slice(start + 1, to))
    from = value.indexOf('<', to)
  }
  if (ids.length === 0) ids.push(...value.split(/[\s,;]+/u).filter((word) => word.includes('@')))
  const usable = ids.map((id) => id.replace(/[\s<>]+/gu, '')).filter((id) => id !== '' && id.length <= longestId)
  return [...new Set(usable)].map((id) => `<${id}>`)
}

interface Identified {
  /** The header as it came, or null. */
  messageId: string | null
  from: string
  /** Epoch ms, or null where the mail has no date that can be read. */
  date: number | null
  body: string
}

/**
 * The id by which a mail that comes twice is known: its own, else one made of sender, date and body (rule 33).
 * `hash` gives a text in letters and digits.
 */
export function messageIdOf({ messageId, from, date, body }: Identified, hash: (text: string) => string): string {
  const [own] = messageIdsIn(messageId ?? '')
  if (own !== undefined) return own
  // The line ends differ by the way a mail came.
  const text = body.replace(/\r\n?/gu, '\n').trim()
  return `<${hash([foldEmail(from), date ?? '', text].join('\n'))}@made.invalid>`
}
