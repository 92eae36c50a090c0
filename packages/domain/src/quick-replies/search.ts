import { searchWords } from '../text/fold.ts'
import { foldShortcut } from './shortcut.ts'
import { parseTemplate } from './template.ts'

export interface SearchedReply {
  id: string
  shortcut: string
  title: string
  group: string
  texts: Readonly<Partial<Record<string, string>>>
}

/** How good a find is, best first: shortcut, its beginning, a word of it, of the title, of group or text. */
export const replyRanks = { exact: 0, begins: 1, shortcut: 2, title: 3, words: 4 } as const

/** Beyond this a word says nothing more, and an index row has its limit. */
const longestWord = 64

/** The words of a text or of a query as replies are found by them. */
export const replyWords = (text: string): string[] => [
  ...new Set(searchWords(text).map((word) => Array.from(word).slice(0, longestWord).join(''))),
]

/** Each word by which a reply is found, with the best place in which it stands. */
export function rankedWords(reply: Omit<SearchedReply, 'id'>): Map<string, number> {
  const ranked = new Map<string, number>()
  const add = (text: string, rank: number): void => {
    for (const word of replyWords(text)) if (!ranked.has(word)) ranked.set(word, rank)
  }
  add(reply.shortcut, replyRanks.shortcut)
  add(reply.title, replyRanks.title)
  add(reply.group, replyRanks.words)
  for (const text of Object.values(reply.texts)) add(plainText(text ?? ''), replyRanks.words)
  return ranked
}

/** What people read in a template: the names of its variables are no words of it. */
const plainText = (text: string): string =>
  parseTemplate(text)
    .map((part) => (part.kind === 'text' ? part.raw : part.kind === 'blank' ? part.label : ' '))
    .join('')

/** The rank of a find whose worst word has `worst`: what begins with all that was typed goes first. */
export function rankOf(shortcutFolded: string, query: string, worst: number): number {
  const typed = foldShortcut(query)
  if (shortcutFolded === typed) return replyRanks.exact
  return shortcutFolded.startsWith(typed) ? replyRanks.begins : worst
}

/** Null when a word of the query begins no word of the reply. A query without a word finds everything alike. */
export function rankReply(reply: Omit<SearchedReply, 'id'>, query: string): number | null {
  const words = replyWords(query)
  if (words.length === 0) return replyRanks.words
  const ranked = [...rankedWords(reply)]
  let worst: number = replyRanks.exact
  for (const word of words) {
    const ranks = ranked.filter(([one]) => one.startsWith(word)).map(([, rank]) => rank)
    if (ranks.length === 0) return null
    worst = Math.max(worst, Math.min(...ranks))
  }
  return rankOf(foldShortcut(reply.shortcut), query, worst)
}

/** Best first: by rank, then by shortcut, then by id so that the order is one. */
export function compareFinds(
  a: { rank: number; shortcutFolded: string; id: string },
  b: { rank: number; shortcutFolded: string; id: string },
): number {
  return a.rank - b.rank || compare(a.shortcutFolded, b.shortcutFolded) || compare(a.id, b.id)
}
// By code unit and not by alphabet: the databases compare so, and pages must meet.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The replies found, best first. */
export function searchReplies<R extends SearchedReply>(replies: readonly R[], query: string): R[] {
  return replies
    .flatMap((reply) => {
      const rank = rankReply(reply, query)
      return rank === null ? [] : [{ reply, rank, shortcutFolded: foldShortcut(reply.shortcut), id: reply.id }]
    })
    .toSorted(compareFinds)
    .map(({ reply }) => reply)
}
