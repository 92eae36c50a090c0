import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { and, desc, eq, exists, inArray, type SQL } from 'drizzle-orm'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { presentCustomers } from '../present.ts'
import { searchTerms } from '../search-terms.ts'

/** A word with at most so many customers leads the search; with more, walking from the newest finds enough at once. */
const rare = 500

/** Customers who match every word by its beginning, newest first. Never reads the whole table for a rare word. */
export async function listCustomers(
  db: Reader,
  viewer: OperatorActor,
  { search, cursor, limit }: QueryOf<Api['listCustomers']>,
): Promise<ResponseOf<Api['listCustomers']>> {
  const at = readCursor(cursor, ['number', 'string'])
  const matches = await matching(db, search)
  if (matches === 'nobody') return { items: [], nextCursor: null }
  const { customers, companies } = db.t
  const rows = await db
    .select({ row: customers, companyName: companies.name })
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(and(...matches, at ? after(customers.createdAt, customers.id, { first: at[0], second: at[1] }) : undefined))
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ row }) => [row.createdAt, row.id])
  const loaded = page.items.map(({ row, companyName }) => ({ row, companyName: companyName ?? '' }))
  return { items: await presentCustomers(db, viewer, loaded), nextCursor: page.nextCursor }
}

interface Found {
  word: string
  ids: string[]
}

async function matching(db: Reader, search: string): Promise<SQL[] | 'nobody'> {
  const { customers, customerWords } = db.t
  const found: Found[] = []
  for (const term of searchTerms(search)) {
    const whole = term.whole === null ? null : await lookUp(db, term.whole)
    // A number in a company's name only looks like a phone, half an address is no address.
    if (whole && whole.ids.length > 0) found.push(whole)
    else for (const part of term.parts) found.push(await lookUp(db, part))
  }
  if (found.some(({ ids }) => ids.length === 0)) return 'nobody'
  const rarest = found.reduce<Found | null>(
    (best, one) => (best && best.ids.length <= one.ids.length ? best : one),
    null,
  )
  const leads = rarest !== null && rarest.ids.length <= rare
  const others = leads ? found.filter((one) => one !== rarest) : found
  const conditions = others.map(({ word }) =>
    exists(
      db
        .select({ id: customerWords.customerId })
        .from(customerWords)
        .where(and(eq(customerWords.customerId, customers.id), startsWith(customerWords.word, word))),
    ),
  )
  return leads ? [inArray(customers.id, rarest.ids), ...conditions] : conditions
}

async function lookUp(db: Reader, word: string): Promise<Found> {
  const { customerWords } = db.t
  const rows = await db
    .select({ id: customerWords.customerId })
    .from(customerWords)
    .where(startsWith(customerWords.word, word))
    .limit(rare + 1)
  const ids = [...new Set(rows.map((row) => row.id))]
  // Cut rows are unknown customers: then the word may not lead.
  return { word, ids: rows.length > rare ? rows.map((row) => row.id) : ids }
}
