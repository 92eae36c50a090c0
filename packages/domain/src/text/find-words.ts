import { foldText, searchWords } from './fold.ts'

const word = /[\p{L}\p{N}\p{M}]+/gu

/** A stretch of a text: from, up to but not including to. */
export type Stretch = readonly [from: number, to: number]

/** Whether every word that is looked for begins a word of the text, both folded. Nothing looked for is in no text. */
export function hasWords(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false
  // Most texts have none of them: found out without taking the text apart.
  const folded = foldText(text)
  if (!wanted.every((one) => folded.includes(one))) return false
  const words = searchWords(text)
  return wanted.every((one) => words.some((candidate) => candidate.startsWith(one)))
}

/** Where the words that are looked for stand in the text as it was written, in its order. For highlighting. */
export function findWords(text: string, wanted: readonly string[]): Stretch[] {
  const found: Stretch[] = []
  if (wanted.length === 0) return found
  for (const match of text.matchAll(word)) {
    const folded = foldText(match[0])
    const best = Math.max(0, ...wanted.filter((one) => folded.startsWith(one)).map((one) => one.length))
    if (best > 0) found.push([match.index, match.index + prefixLength(match[0], best)])
  }
  return found
}

/** How many characters of the word as written make that many of its folded form. */
function prefixLength(written: string, folded: number): number {
  let taken = ''
  for (const letter of written) {
    // Marks that follow a letter belong to it.
    if (foldText(taken).length >= folded && foldText(letter) !== '') break
    taken += letter
  }
  return taken.length
}
