import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { and, desc, eq, exists, inArray, isNull, or, type SQL, sql } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { foldGroup, groupsOf } from '../groups.ts'
import { presentCustomers } from '../present.ts'
import { searchTerms } from '../search-terms.ts'
import { beginningsFor } from '../words.ts'

/** A word with at most so many customers leads the search. */
const rare = 500
/** Of common words so many of the newest customers are looked at first; mostly they fill the page. */
const newest = 1_000

/** Customers who match every word by any part of it (of one or two letters: by its beginning), newest first. Reads many rows only for common words that hardly meet. */
export async function listCustomers(
  db: Reader,
  viewer: OperatorActor,
  { search, isVip, companyId, group, cursor, limit }: QueryOf<Api['listCustomers']>,
): Promise<ResponseOf<Api['listCustomers']>> {
  const at = readCursor(cursor, ['number', 'string'])
  const { customers } = db.t
  const behind = at ? after(customers.createdAt, customers.id, { first: at[0], second: at[1] }) : undefined
  const within = [
    behind,
    isNull(customers.mergedIntoId),
    // As the partial index says it.
    isVip ? sql`${customers.isVip}` : undefined,
    companyId === undefined ? undefined : eq(customers.companyId, companyId),
    group === undefined ? undefined : inGroup(db, group),
  ]
  const page = pageOf(await find(db, await lookUpAll(db, search), within, limit + 1), limit, ({ row }) => [
    row.createdAt,
    row.id,
  ])
  const groups = await groupsOf(
    db,
    page.items.map(({ row }) => row.id),
  )
  const loaded = page.items.map(({ row, companyName }) => ({
    row,
    companyName: companyName ?? '',
    groups: groups.get(row.id) ?? [],
  }))
  return { items: await presentCustomers(db, viewer, loaded), nextCursor: page.nextCursor }
}

interface Found {
  word: string
  /** Who is found by it, unless they are more than `rare`. */
  ids: string[] | null
}

async function lookUpAll(db: Reader, search: string): Promise<Found[]> {
  const found: Found[] = []
  for (const term of searchTerms(search)) {
    const whole = await firstKnown(db, term.wholes)
    // A number in a company's name only looks like a phone, half an address is no address.
    if (whole) found.push(whole)
    else for (const part of term.parts) found.push(await lookUp(db, part))
  }
  return found
}

async function firstKnown(db: Reader, words: readonly string[]): Promise<Found | null> {
  for (const word of words) {
    const found = await lookUp(db, word)
    if (found.ids?.length !== 0) return found
  }
  return null
}

async function lookUp(db: Reader, word: string): Promise<Found> {
  const rows = await havers(db, word).limit(rare + 1)
  return { word, ids: rows.length > rare ? null : [...new Set(rows.map(({ id }) => id))] }
}

/** The row is of a word that begins so, or that has this part. */
const hasWord = ({ t: { customerWords } }: Reader, word: string): SQL | undefined =>
  or(...beginningsFor(word).map((beginning) => startsWith(customerWords.word, beginning)))

/** Everybody with such a word. */
function havers(db: Reader, word: string) {
  const { customerWords } = db.t
  return db.select({ id: customerWords.customerId }).from(customerWords).where(hasWord(db, word))
}

async function find(db: Reader, found: readonly Found[], within: readonly (SQL | undefined)[], limit: number) {
  const { customers } = db.t
  const leader = found.reduce<Found | null>(
    (best, one) => (one.ids && (!best?.ids || one.ids.length < best.ids.length) ? one : best),
    null,
  )
  const words = found.filter((one) => one !== leader).map(({ word }) => word)
  if (leader?.ids)
    return leader.ids.length === 0
      ? []
      : select(db, [inArray(customers.id, leader.ids), ...each(db, words), ...within], limit)
  if (words.length === 0) return select(db, within, limit)
  const first = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(...within))
    .orderBy(...order(db))
    .limit(newest)
  const ids = first.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await select(db, [inArray(customers.id, ids), ...each(db, words)], limit)
  if (rows.length === limit || ids.length < newest) return rows
  // Two common words that hardly ever meet ("anna ruth"): meeting their lists is quicker than asking every customer.
  return select(db, [...words.map((word) => inArray(customers.id, havers(db, word))), ...within], limit)
}

const order = ({ t: { customers } }: Reader) => [desc(customers.createdAt), desc(customers.id)]

function select(db: Reader, conditions: readonly (SQL | undefined)[], limit: number) {
  const { customers, companies } = db.t
  return db
    .select({ row: customers, companyName: companies.name })
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(and(...conditions))
    .orderBy(...order(db))
    .limit(limit)
}

function inGroup(db: Reader, group: string): SQL {
  const { customers, customerGroups } = db.t
  return exists(
    db
      .select({ id: customerGroups.customerId })
      .from(customerGroups)
      .where(and(eq(customerGroups.groupFolded, foldGroup(group)), eq(customerGroups.customerId, customers.id))),
  )
}

/** The customer of the row has each of the words. */
function each(db: Reader, words: readonly string[]): SQL[] {
  const { customers, customerWords } = db.t
  return words.map((word) =>
    exists(
      db
        .select({ id: customerWords.customerId })
        .from(customerWords)
        .where(and(eq(customerWords.customerId, customers.id), hasWord(db, word))),
    ),
  )
}
