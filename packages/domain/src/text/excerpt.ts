import type { Stretch } from './find-words.ts'

export interface Excerpt {
  text: string
  /** Where the marked words stand in `text`. */
  marks: Stretch[]
}
/** So much stands before the first marked word, so that one sees what it belongs to. */
const before = 30

/**
 * The part of a text around its first marked word, at most so many UTF-16 characters, cut between words where there are
 * any, with … where something is left out. The text may be shortened to nothing but the word itself, never within a character.
 */
export function excerptOf(text: string, marks: readonly Stretch[], most: number): Excerpt {
  const [first] = marks
  const start = startOf(text, first?.[0] ?? 0)
  const end = endOf(text, start, most, first?.[1] ?? 0)
  const lead = start > 0 ? '…' : ''
  return {
    text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks.flatMap(([from, to]): Stretch[] =>
      from >= end ? [] : [[from - start + lead.length, Math.min(to, end) - start + lead.length]],
    ),
  }
}

function startOf(text: string, mark: number): number {
  if (mark <= before) return 0
  const from = mark - before
  const space = text.slice(from, mark).search(/\s/u)
  return space === -1 ? whole(text, from) : from + space + 1
}

function endOf(text: string, start: number, most: number, needed: number): number {
  const end = start + most
  if (end >= text.length) return text.length
  const space = text.slice(0, end + 1).search(/\s\S*$/u)
  return space > Math.max(start, needed) ? space : whole(text, end)
}

/** Not between the two halves of a character. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at
