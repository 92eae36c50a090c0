export interface Unfilled {
  start: number
  end: number
  /** The variable's name or the blank's words. */
  label: string
}

/** Variables by the objects they speak of, and blanks: what a quick reply leaves behind when it could not fill it in. */
const left = /\{(?:\?([^{}\n]{1,80})|((?:customer|operator|request|date)\.[\p{L}\p{N}_]+))\}/gu

/** Places of a text in writing that must be filled in or taken out before it is sent. Other braces are just text. */
export function unfilledIn(text: string): Unfilled[] {
  // Asked at every key: most texts have no brace at all.
  if (!text.includes('{')) return []
  return Array.from(text.matchAll(left), ({ 0: raw, 1: blank, 2: name, index }) => ({
    start: index,
    end: index + raw.length,
    label: (blank ?? name ?? '').trim(),
  }))
}
