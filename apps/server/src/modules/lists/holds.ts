import { and, type SQL, sql } from '../../db/drizzle.ts'
import { hasFacets } from '../../db/facets.ts'
import type { Reader } from '../../db/store.ts'
import type { AnyOf, Between, DateField } from './conditions.ts'

/** What else must hold of a row of an index: looked up one by one. */
export interface Rest {
  facets: AnyOf[]
  dates: Partial<Record<DateField, Between>>
  isUndated: boolean
  customerId: string | null
  /** Beginnings of words that the request's document has; none = not looked at. */
  words: readonly string[]
}

export const dateColumns = {
  created: sql.raw('e.created_at'),
  listed: sql.raw('e.listed_at'),
  closed: sql.raw('e.closed_at'),
  due: sql.raw('e.due_at'),
}

/** Words have no sign of LIKE's own, and both columns have a space before each word. */
export const patternOf = (word: string): string => `% ${word}%`
/** True for a row `f` whose document has all of these patterns. */
export function saidAll(patterns: ReadonlyArray<string | ReturnType<typeof sql.placeholder>>): SQL | undefined {
  const said = and(...patterns.map((pattern) => sql`d.head || d.said like ${pattern}`))
  return said && sql`(select 1 from search_documents d where d.number = f.number and ${said}) = 1`
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
  return and(hasFacets(db, state, rest.facets, ofEntry), saidAll(rest.words.map(patternOf)))
}
