import { and, asc, gte, lt, max, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'
import { numbersWith, type OneOf, type Stretch, widthsOf } from '../../db/words.ts'

/** A beginning of more words than this is not looked up word by word. */
const mostEndings = 128
/** So many groups of words are looked for in the index; whoever asks for more has them looked up request by request. */
const mostGroups = 6

/** What is looked for, in the words of the index. */
export interface Sought {
  /** Each is the beginning of a word. */
  words: readonly string[]
  /** Words that requests must have one of each of; null = these beginnings are too common to drive from. */
  groups: readonly OneOf[] | null
  /** The groups say all of it: what has them need not be looked at again. */
  isExact: boolean
  /** One of the words begins nothing that was ever said. */
  isNothing: boolean
}

/** Looks up what the beginnings of words stand for. */
export async function seek(db: Reader, words: readonly string[]): Promise<Sought> {
  const groups: OneOf[] = []
  // The longest first: they are the rarest.
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, mostGroups)
  const endings = await Promise.all(longest.map((word) => endingsOf(db, { from: word, below: `${word}\u{10FFFF}` })))
  for (const rows of endings) {
    if (rows.length === 0) return { words, groups: null, isExact: true, isNothing: true }
    if (rows.length <= mostEndings) groups.push(rows.map((row) => row.word))
  }
  const driving = groups.length > 1 && db.engine === 'sqlite' ? await rarest(db, groups) : groups
  return {
    words,
    groups: driving.length === 0 ? null : driving,
    isExact: driving.length === words.length,
    isNothing: words.length === 0,
  }
}

const endingsOf = prepared('word_endings', (db: Reader) => {
  const { word } = db.t.searchWords
  return db
    .select()
    .from(db.t.searchWords)
    .where(and(gte(word, sql.placeholder('from')), lt(word, sql.placeholder('below'))))
    .orderBy(asc(word))
    .limit(mostEndings + 1)
})

/** So many of the newest hits of a group tell how frequent it is. */
const probed = 32
/** A group so many times as frequent as the rarest is looked for in the documents that the others give. */
const muchMoreFrequent = 16

/** SQLite walks the whole list of each word, so that a common one beside a rare one costs more than it saves. */
async function rarest(db: Reader, groups: readonly OneOf[]): Promise<OneOf[]> {
  const all = await allNumbers(db)
  const distances: number[] = []
  for (const group of groups) {
    const hits = await db.rows<{ number: number }>(numbersWith(db, [group], all, true, probed))
    const oldest = hits.length < probed ? all.from : (hits.at(-1)?.number ?? all.from)
    distances.push((all.below - oldest) / Math.max(1, hits.length))
  }
  const longest = Math.max(...distances)
  return groups.filter((_, i) => (distances[i] ?? 0) * muchMoreFrequent >= longest)
}

/** The next stretch behind `at`, of a width and its multiples, so that blocks of the index fit; null at the end. */
export function nextStretch(
  widths: readonly number[],
  at: number,
  isDescending: boolean,
  size: number,
  bounds: Stretch,
): Stretch | null {
  const width = widths[Math.min(size, widths.length - 1)] ?? 512
  if (isDescending) {
    const below = Math.min(at, bounds.below)
    if (below <= bounds.from) return null
    return { from: Math.max(bounds.from, Math.floor((below - 1) / width) * width), below }
  }
  const from = Math.max(at + 1, bounds.from)
  if (from >= bounds.below) return null
  return { from, below: Math.min(bounds.below, (Math.floor(from / width) + 1) * width) }
}

/** All numbers that there are documents of. */
export async function allNumbers(db: Reader): Promise<Stretch> {
  const [row] = await lastNumber(db, {})
  return { from: 0, below: (row?.last ?? 0) + 1 }
}

const lastNumber = prepared('last_document', (db: Reader) =>
  db.select({ last: max(db.t.searchDocuments.number) }).from(db.t.searchDocuments),
)

/** Whether any request has exactly this word. */
export async function isFound(db: Reader, word: string): Promise<boolean> {
  const bounds = await allNumbers(db)
  let at = bounds.below
  for (let size = 0; ; size++) {
    const stretch = nextStretch(widthsOf(db), at, true, size, bounds)
    if (stretch === null) return false
    if ((await db.rows(numbersWith(db, [[word]], stretch, true, 1))).length > 0) return true
    at = stretch.from
  }
}
