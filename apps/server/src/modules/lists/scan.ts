import { and, type SQL, sql } from '../../db/drizzle.ts'
import { hasFacets } from '../../db/facets.ts'
import type { Reader } from '../../db/store.ts'
import type { AnyOf, Between, DateField } from './conditions.ts'

/** A place in an order: the sorted value, and the request's number because values repeat. */
export interface Place {
  key: number
  number: number
}
export type Order = 'listed' | 'end' | 'number'

/** The requests of one facet in one state, read in one order through one index. */
export interface Range {
  facet: number
  state: number
  order: Order
  isDescending: boolean
  /** Bounds of the order's value, where a date is known to lie between. */
  within: Between
  /** What else must hold of each row: looked up one by one. */
  rest: Rest
}
export interface Rest {
  facets: AnyOf[]
  dates: Partial<Record<DateField, Between>>
  isUndated: boolean
  customerId: string | null
  /** Beginnings of words that the request's document has; none = not looked at. */
  words: readonly string[]
}

const columns = { listed: sql.raw('listed_at'), end: sql.raw('end_at'), number: sql.raw('number') }
const dateColumns = {
  created: sql.raw('e.created_at'),
  listed: sql.raw('e.listed_at'),
  closed: sql.raw('e.closed_at'),
  due: sql.raw('e.due_at'),
}

/** The rows of the index behind `after`, in its order: a slice of one index, never sorted. */
function slice({ range, after }: Look, limit: number, skip = 0): SQL {
  const { facet, state, order, isDescending, within } = range
  const key = columns[order]
  const behind = isDescending ? sql.raw('<') : sql.raw('>')
  const where = and(
    sql`facet = ${facet}`,
    sql`state = ${state}`,
    order === 'end' ? sql`end_at is not null` : undefined,
    within.from === null ? undefined : sql`${key} >= ${within.from}`,
    within.to === null ? undefined : sql`${key} < ${within.to}`,
    after === null
      ? undefined
      : order === 'number'
        ? sql`number ${behind} ${after.number}`
        : sql`(${key}, number) ${behind} (${after.key}, ${after.number})`,
  )
  const direction = isDescending ? sql.raw('desc') : sql.raw('asc')
  const by = order === 'number' ? sql`number ${direction}` : sql`${key} ${direction}, number ${direction}`
  return sql`select ${key} as key, number from request_facets where ${where} order by ${by} limit ${limit}${
    skip === 0 ? sql`` : sql` offset ${skip}`
  }`
}

/** True for a row `f` of which everything else holds. */
export function holds(db: Reader, state: number, rest: Rest): SQL | undefined {
  const ofEntry = and(
    ...Object.entries(rest.dates).flatMap(([field, { from, to }]) => {
      const column = dateColumns[field as DateField]
      return [from === null ? undefined : sql`${column} >= ${from}`, to === null ? undefined : sql`${column} < ${to}`]
    }),
    rest.isUndated ? sql`e.due_at is null` : undefined,
    rest.customerId === null ? undefined : sql`e.customer_id = ${rest.customerId}`,
  )
  // Words have no sign of LIKE's own, and both columns have a space before each word.
  const said = and(...rest.words.map((word) => sql`d.head || d.said like ${`% ${word}%`}`))
  return and(
    hasFacets(db, state, rest.facets, ofEntry),
    said && sql`(select 1 from search_documents d where d.number = f.number and ${said}) = 1`,
  )
}

/** The next `wanted` fitting rows of a range behind `after`, looking at `most` rows of its index at most. */
export interface Look {
  range: Range
  after: Place | null
  wanted: number
  most: number
}
export interface Scanned {
  /** In the order of the range. */
  found: Place[]
  /** Up to where the range has been looked at; null = to its end. */
  until: Place | null
  /** Rows of the index that were looked at, at most. */
  cost: number
}

/** So many looks are asked in one statement: SQLite takes 500 parts, two of a look. */
const looksTogether = 64

/** What several looks find, in their order: a statement of all of them, as on PostgreSQL each is a way there and back. */
export async function scan(db: Reader, looks: readonly Look[]): Promise<Scanned[]> {
  const scanned: Scanned[] = []
  for (let from = 0; from < looks.length; from += looksTogether)
    scanned.push(...(await scanTogether(db, looks.slice(from, from + looksTogether))))
  return scanned
}

/** Which of these have as many rows as are to be looked at, or more: passed over in their indexes, nothing is looked up. */
export async function areLongerThan(db: Reader, looks: readonly Look[]): Promise<boolean[]> {
  const longer = new Set<number>()
  for (let from = 0; from < looks.length; from += looksTogether) {
    const parts = looks
      .slice(from, from + looksTogether)
      .map((look, at) => sql`select ${sql.raw(String(at))} as look from (${slice(look, 1, look.most - 1)}) f`)
    const rows = await db.rows<{ look: number }>(sql.join(parts, sql.raw(' union all ')))
    for (const { look } of rows) longer.add(from + look)
  }
  return looks.map((_, at) => longer.has(at))
}

/** `isEnd` = 1 is not found but the last row that was looked at. */
interface Row extends Place {
  look: number
  isEnd: number
}

async function scanTogether(db: Reader, looks: readonly Look[]): Promise<Scanned[]> {
  const conditions = looks.map(({ range }) => holds(db, range.state, range.rest))
  const parts = looks.flatMap((look, at) => partsOf(look, at, conditions[at]))
  const rows = await db.rows<Row>(sql.join(parts, sql.raw(' union all ')))
  const byLook = Map.groupBy(rows, (row) => row.look)
  return looks.map((look, at) => {
    const { range, wanted, most } = look
    const own = byLook.get(at) ?? []
    const found = own
      .filter((row) => row.isEnd === 0)
      .map(({ key, number }) => ({ key, number }))
      .toSorted((a, b) => (range.isDescending ? -1 : 1) * (a.key - b.key || a.number - b.number))
    const last = found.at(-1) ?? null
    if (found.length === wanted) return { found, until: last, cost: conditions[at] ? most : wanted }
    const end = own.find((row) => row.isEnd === 1)
    return {
      found,
      until: end ? { key: end.key, number: end.number } : null,
      cost: conditions[at] ? most : found.length,
    }
  })
}

/** What is found by a look; and where it ended, as it may not find as many as were wanted: passed over in the index alone. */
function partsOf(look: Look, at: number, condition: SQL | undefined): SQL[] {
  const part = (isEnd: number, rows: SQL): SQL =>
    sql`select ${sql.raw(String(at))} as look, ${sql.raw(String(isEnd))} as "isEnd", f.key, f.number from (${rows}) f`
  if (condition === undefined) return [part(0, slice(look, look.wanted))]
  return [
    part(0, sql`select f.key, f.number from (${slice(look, look.most)}) f where ${condition} limit ${look.wanted}`),
    part(1, slice(look, 1, look.most - 1)),
  ]
}
