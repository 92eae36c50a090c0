import { foldText, searchWords } from '@care/domain'
import { bareDigits, cutWord } from './words.ts'

/** One thing to look for: `whole` when it is known as a whole (an address, a number), else every one of `parts`. */
export interface SearchTerm {
  whole: string | null
  parts: string[]
}

/** More words than this do not narrow a search. */
const mostTerms = 10
const phoneLike = /\+?\(?\d[\d\s()./-]*\d/gu
const fewestDigits = 5

/** What was typed into a search, as terms that must all match. */
export function searchTerms(search: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  const rest = search.replace(phoneLike, (text) => {
    const digits = bareDigits(text)
    if (digits.length < fewestDigits) return text
    terms.push({ whole: cutWord(digits), parts: partsOf(text) })
    return ' '
  })
  for (const word of rest.split(/[\s,;<>"]+/u)) {
    const parts = partsOf(word)
    if (parts.length === 0) continue
    terms.push({ whole: word.includes('@') ? cutWord(foldText(word)) : null, parts })
  }
  return terms.slice(0, mostTerms)
}

const partsOf = (text: string): string[] => searchWords(text).map(cutWord)
