/**
 * Whether every database takes this text and gives it back as it was: PostgreSQL refuses NUL, and half of a surrogate
 * pair is no character in UTF-8.
 */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** Where in a parsed value stands a text that no database would keep; dotted, null when nowhere. */
export function unstorablePath(value: unknown): string | null {
  // A list instead of recursion: how deep a value goes is up to who sends it.
  const open: { path: string; value: unknown }[] = [{ path: '', value }]
  for (let at = open.pop(); at; at = open.pop()) {
    if (typeof at.value === 'string' && !isStorable(at.value)) return at.path
    if (typeof at.value !== 'object' || at.value === null) continue
    for (const [key, inner] of Object.entries(at.value)) {
      const path = at.path === '' ? key : `${at.path}.${key}`
      if (!isStorable(key)) return at.path
      open.push({ path, value: inner })
    }
  }
  return null
}
