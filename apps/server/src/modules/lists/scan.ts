import { and, type SQL, sql } from '../../db/drizzle.ts'
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
function slice(range: Range, after: Place | null, limit: number, skip = 0): SQL {
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

/** True for a row `f` of which everything else holds. A scalar subquery keeps the order of the slice on both engines. */
export function holds(state: number, rest: Rest): SQL | undefined {
  const facets = rest.facets.map(
    (any) =>
      sql`(select 1 from request_facets p where p.facet in ${any} and p.state = ${state} and p.number = f.number limit 1) = 1`,
  )
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
    ...facets,
    ofEntry && sql`(select 1 from request_entries e where e.number = f.number and ${ofEntry}) = 1`,
    said && sql`(select 1 from search_documents d where d.number = f.number and ${said}) = 1`,
  )
}

export interface Scanned {
  found: Place[]
  /** Up to where the range has been looked at; null = to its end. */
  until: Place | null
  /** Rows of the index that were looked at, at most. */
  cost: number
}

/** The next `wanted` fitting rows of a range, looking at `most` rows at most. */
export async function scan(
  db: Reader,
  range: Range,
  after: Place | null,
  wanted: number,
  most: number,
): Promise<Scanned> {
  const condition = holds(range.state, range.rest)
  if (condition === undefined) {
    const found = await db.rows<Place>(slice(range, after, wanted))
    return { found, until: found.length < wanted ? null : (found.at(-1) ?? null), cost: found.length }
  }
  const found = await db.rows<Place>(
    sql`select f.key, f.number from (${slice(range, after, most)}) f where ${condition} limit ${wanted}`,
  )
  if (found.length === wanted) return { found, until: found.at(-1) ?? null, cost: most }
  // Looked at all of the slice: where did it end? At most `most` rows are passed over, in the index alone.
  const [end] = await db.rows<Place>(slice(range, after, 1, most - 1))
  return { found, until: end ?? null, cost: most }
}
