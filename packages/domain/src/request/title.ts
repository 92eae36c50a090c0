import { cutText } from '../text/cut.ts'

/** The longest title that is made from a text, in characters; a person may write up to `limits.requestTitle`. */
export const madeTitleLength = 80

/**
 * The title of a request that came without one: the first words of its text on one line, at most 80 characters,
 * cut at a word with an ellipsis. Text without anything visible gives the fallback. Rule 1.
 */
export function titleFromText(text: string, fallback = '…'): string {
  const line = text
    .replace(/\p{Cs}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(line)) return fallback
  if (line.length <= madeTitleLength) return line
  const room = line.slice(0, madeTitleLength)
  const space = room.lastIndexOf(' ')
  if (space > 0) return `${room.slice(0, space).replace(/[\s,;:–—-]+$/u, '')}…`
  // One endless word, such as a link.
  return `${cutText(line, madeTitleLength - 1)}…`
}
