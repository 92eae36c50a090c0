const words = /[\p{L}\p{N}\p{M}]+/gu

/** How well one word that was typed fits: begins the text, begins a word of it, stands in it, or only its letters do. */
function fitOf(text: string, starts: readonly number[], typed: string): number | null {
  if (text.startsWith(typed)) return 100
  if (starts.some((at) => text.startsWith(typed, at))) return 80
  if (text.includes(typed)) return 50
  return typed.length < 2 ? null : fitOfLetters(text, starts, typed)
}

/** All letters in their order, from the beginning of a word on ("clo" for "close", "aw" for "active work"). */
function fitOfLetters(text: string, starts: readonly number[], typed: string): number | null {
  const letters = Array.from(typed)
  const gaps = starts.flatMap((start) => {
    let at = start - 1
    let between = 0
    for (const letter of letters) {
      const next = text.indexOf(letter, at + 1)
      if (next === -1 || (at < start && next !== start)) return []
      between += at < start ? 0 : next - at - 1
      at = next
    }
    return [between]
  })
  // Letters strewn over a whole sentence are no find.
  const best = Math.min(...gaps)
  return best <= letters.length * 3 ? 30 - best : null
}

/**
 * How well a text is what was typed, both folded: higher is better, null when a word of it does not fit. Nothing typed
 * fits everything alike. For lists that are found as one types.
 */
export function fuzzyFit(text: string, typed: string): number | null {
  const wanted = typed.split(/\s+/).filter((word) => word !== '')
  const starts = [...text.matchAll(words)].map(({ index }) => index)
  let sum = 0
  for (const word of wanted) {
    const fit = fitOf(text, starts, word)
    if (fit === null) return null
    sum += fit
  }
  // Of two that fit alike the shorter one was meant.
  return wanted.length === 0 ? 0 : sum / wanted.length - Math.min(text.length, 100) / 20
}
