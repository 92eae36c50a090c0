import { type SQL, sql } from './drizzle.ts'
import type { Reader, Tx } from './store.ts'

/** One of these words. */
export type OneOf = readonly string[]

/** Of the numbers from `from` up to but not including `below`. */
export interface Stretch {
  from: number
  below: number
}

/**
 * A subquery of the numbers of documents within a stretch that have one word of each group, in order, at most so many.
 * SQLite streams them out of FTS5, whose rows are in the order of number. PostgreSQL collects what GIN finds and sorts
 * it: its documents also bear the blocks of numbers that they lie in, so that it collects a stretch and not a million.
 */
export function numbersWith(
  db: Reader,
  groups: readonly OneOf[],
  { from, below }: Stretch,
  isDescending: boolean,
  most: number,
): SQL {
  const order = isDescending ? sql.raw('desc') : sql.raw('asc')
  if (db.engine === 'sqlite')
    return sql`select rowid as number from search_index where search_index match ${matchOf(groups)}
      and rowid >= ${from} and rowid < ${below} order by rowid ${order} limit ${most}`
  const wanted = [...groups, blocksOf(from, below)].map((any) => sql`${indexed} && ${sql.param([...any])}::text[]`)
  return sql`with hits as materialized (select number from search_documents where ${sql.join(wanted, sql.raw(' and '))})
    select number from hits where number >= ${from} and number < ${below} order by number ${order} limit ${most}`
}

/**
 * How wide stretches of numbers are looked at, one after the other. PostgreSQL collects a stretch before it gives the
 * first: a few numbers for what is everywhere, many for what is rare. SQLite streams, and begins each look from the end
 * of its lists: one look for all.
 */
export const widthsOf = (db: Reader): readonly number[] =>
  db.engine === 'sqlite' ? [4_194_304] : blockBits.map((bits) => 2 ** bits)

/** Puts the words of a document into the index, in place of those that were there. */
export async function indexWords(tx: Tx, number: number, words: readonly string[]): Promise<void> {
  // PostgreSQL's index is one of the documents themselves.
  if (tx.engine === 'sqlite')
    await tx.rows(sql`insert or replace into search_index (rowid, words) values (${number}, ${words.join(' ')})`)
}

/** Adds to all words that were ever said those that are not known yet. */
export async function learnWords(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await tx.rows(
    tx.engine === 'sqlite'
      ? sql`insert or ignore into search_words (word) select value from json_each(${JSON.stringify(words)})`
      : sql`insert into search_words (word) select unnest(${sql.param([...words])}::text[]) on conflict do nothing`,
  )
}

/** Sizes of the blocks of numbers, as powers of two. */
const blockBits = [9, 13, 17, 21]

/** What the index of PostgreSQL is of, as its migration says it. */
const indexed = sql.raw(
  `(string_to_array(ltrim("head" || "said"), ' ') || array[${blockBits
    .map((bits) => `'~${bits}:' || ("number" >> ${bits})::text`)
    .join(', ')}])`,
)

/** The smallest block that a stretch lies in; of a wider one those of the largest size. */
function blocksOf(from: number, below: number): string[] {
  const bits = blockBits.find((size) => from >> size === (below - 1) >> size) ?? 21
  const [first, last] = [from >> bits, (below - 1) >> bits]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => `~${bits}:${first + i}`)
}

/** Words have no sign of FTS5's own; quoted they are no operators either. */
const matchOf = (groups: readonly OneOf[]): string =>
  groups.map((any) => `(${any.map((word) => `"${word}"`).join(' OR ')})`).join(' AND ')
