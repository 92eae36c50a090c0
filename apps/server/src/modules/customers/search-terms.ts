import { foldText, searchWords } from '@care/domain'
import { otherDigits } from './read-phone.ts'
import { bareDigits, cutWord } from './words.ts'

/** One thing to look for: one of `wholes` when it is known as a whole (an address, a number), else every one of `parts`. */
export interface SearchTerm {
  /** In the order in which they are tried: the first that somebody has counts. */
  wholes: string[]
  parts: string[]
}

/** More words than this do not narrow a search. */
const mostTerms = 10
/** Digits within a word (`ab12345c`) or an address are a part of it. */
const phoneLike = /(?<![\p{L}\p{N}._@])\+?\(?\d[\d\s()./-]*\d(?![\p{L}\p{N}_]|[^\s,;<>"]*@)/gu
const fewestDigits = 5

/** What was typed into a search, as terms that must all match. */
export function searchTerms(search: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  const rest = search.replace(phoneLike, (text) => {
    const digits = bareDigits(text)
    if (digits.length < fewestDigits) return text
    terms.push({ wholes: [digits, ...otherDigits(digits)].map(cutWord), parts: partsOf(text) })
    return ' '
  })
  for (const word of rest.split(/[\s,;<>"]+/u)) {
    const parts = partsOf(word)
    if (parts.length === 0) continue
    terms.push({ wholes: word.includes('@') ? [cutWord(foldText(word))] : [], parts })
  }
  return terms.slice(0, mostTerms)
}

const partsOf = (text: string): string[] => searchWords(text).map(cutWord)
