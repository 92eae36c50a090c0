/** A slash that opens quick replies: where it stands, and what is searched for behind it. */
export interface Slash {
  start: number
  query: string
}

const longest = 60

/** The slash at the start or after a space before the caret, on its line; null when none is being typed. */
export function slashBefore(text: string, caret: number): Slash | null {
  const before = text.slice(Math.max(0, caret - longest - 2), caret)
  const match = /(?:^|\s)\/((?:[^\s/][^\n/]*)?)$/u.exec(before)
  if (!match) return null
  const query = match[1] ?? ''
  const start = caret - query.length - 1
  // A cut text begins anywhere: a slash at its very start may have a letter before it.
  return start === 0 || /\s/u.test(text.charAt(start - 1)) ? { start, query } : null
}
