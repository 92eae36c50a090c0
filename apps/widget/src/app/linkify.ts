export type Piece = { text: string; href?: string }

// Only these schemes become links; `javascript:` and the like stay text.
const link = /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"'`]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Splits a message into text and links. The text is never changed, and every link is http, https or mailto. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(link)) {
    const found = withoutTail(match[0])
    const href = hrefOf(found)
    if (!href) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    pieces.push({ text: found, href })
    end = match.index + found.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** Marks that end a sentence are not part of the address, nor is a bracket that was opened before it. */
function withoutTail(found: string): string {
  const bare = found.replace(/[.,;:!?…»”’)\]}]+$/u, '')
  const open = bare.split('(').length - bare.split(')').length
  return open > 0 && found[bare.length] === ')' ? `${bare})` : bare
}

function hrefOf(found: string): string | null {
  const address = /^(?:https?:|mailto:)/i.test(found)
    ? found
    : found.includes('@') && !/^www\./i.test(found)
      ? `mailto:${found}`
      : `https://${found}`
  try {
    return /^(?:https?|mailto):$/.test(new URL(address).protocol) ? address : null
  } catch {
    return null
  }
}
