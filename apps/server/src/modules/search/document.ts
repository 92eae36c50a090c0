import { cutText, searchWords } from '@care/domain'
import type { Reader } from '../../db/store.ts'

/** A longer word says nothing more, and an index row has its limit. */
const longestWord = 64

/** How much of an activity has been read into a document: its messages by number, its comments by count. */
export type ReadTo = [activityId: string, messages: number, comments: number][]

/** What a request is searched in: the distinct folded words of everything said in it, without order or place. */
export interface Document {
  number: number
  head: ReadonlySet<string>
  said: ReadonlySet<string>
  readTo: ReadTo
}
type Row = Reader['t']['searchDocuments']['$inferSelect']

export const wordsIn = (text: string): string[] => searchWords(text).map((word) => cutText(word, longestWord))

/** The words that are looked for, without those that another one holds already: `ord` is found wherever `order` is. */
export function soughtWords(text: string): string[] {
  const words = [...new Set(wordsIn(text))]
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
}

/** Every word of a document, once. */
export const allWords = ({ head, said }: Pick<Document, 'head' | 'said'>): string[] => [...new Set([...head, ...said])]

/** A space before each word, so that the beginning of a word can be looked for in the column as it stands. */
const joined = (words: ReadonlySet<string>): string => [...words].map((word) => ` ${word}`).join('')
const parted = (column: string): Set<string> => new Set(column === '' ? [] : column.slice(1).split(' '))

export const rowOf = ({ number, head, said, readTo }: Document): Row => ({
  number,
  head: joined(head),
  said: joined(said),
  readTo,
})
export const documentOf = ({ number, head, said, readTo }: Row): Document => ({
  number,
  head: parted(head),
  said: parted(said),
  readTo,
})
