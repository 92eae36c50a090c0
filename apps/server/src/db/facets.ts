import { and, type SQL, sql } from './drizzle.ts'
import type { Reader } from './store.ts'

/** As a list for `in`, and as the array of arrays that PostgreSQL looks for in an entry. */
interface Group {
  isSingle: boolean
  list: SQL
  arrays: SQL
}
const value = sql.placeholder('value')
const arraysOf = (any: readonly number[]): string[] => any.map((facet) => `[${facet}]`)

/**
 * True for a row `f` with a request's number, of which `ofEntry` holds in its entry `e` and whose request has in this
 * state one of each of `facets`. A scalar subquery keeps the order of the rows on both engines.
 */
export function hasFacets(
  db: Reader,
  state: number,
  facets: ReadonlyArray<readonly number[]>,
  ofEntry: SQL | undefined,
): SQL | undefined {
  const groups = facets.map((any) => ({
    isSingle: any.length === 1,
    list: sql`${any}`,
    arrays: sql`${sql.param(arraysOf(any))}`,
  }))
  return hasGroups(db, sql`${state}`, groups, ofEntry)
}

/**
 * How many facets the groups of a kept statement have: that which is in its text. SQLite has a place for each, rounded up
 * by `round`; PostgreSQL an array for all of a group, so it matters there only whether a single one is looked for alone.
 */
export function keptSizes(
  db: Reader,
  facets: ReadonlyArray<readonly number[]>,
  isOfEntry: boolean,
  round: (count: number) => number,
): number[] {
  if (db.engine !== 'postgres') return facets.map(({ length }) => round(length))
  return facets.map((any) => (facets.length === 1 && any.length === 1 && !isOfEntry ? 1 : several))
}
const several = 2

/** The same for a statement that is kept: of so many facets each, which `facetValues` gives. */
export function hasKeptFacets(db: Reader, sizes: readonly number[], ofEntry: SQL | undefined): SQL | undefined {
  const groups = sizes.map((size) => ({
    isSingle: size === 1,
    list: sql`${Array.from({ length: size }, () => value)}`,
    arrays: sql`${value}`,
  }))
  return hasGroups(db, sql`${value}`, groups, ofEntry)
}

/** The values of `hasKeptFacets` in their order; `ofEntry` are those of its condition, null = it has none. */
export function facetValues(
  db: Reader,
  state: number,
  facets: ReadonlyArray<readonly number[]>,
  ofEntry: readonly unknown[] | null,
): unknown[] {
  const isPlain = facets.length === 1 && facets[0]?.length === 1 && ofEntry === null
  const values = ofEntry ?? []
  if (db.engine === 'postgres' && !isPlain)
    return [...(facets.length === 0 ? [] : [state]), ...values, ...facets.map(arraysOf)]
  return [...facets.flatMap((any) => [...any, state]), ...values]
}

/**
 * SQLite looks into the tree of each facet, a descent for each number. PostgreSQL does that for a single one; a list of
 * them takes it 10 to 25 µs a row, so it reads them all from the entry (4 µs).
 */
function hasGroups(db: Reader, state: SQL, groups: readonly Group[], ofEntry: SQL | undefined): SQL | undefined {
  const isPlain = groups.length === 1 && groups[0]?.isSingle === true && ofEntry === undefined
  if (db.engine === 'postgres' && !isPlain) {
    const said = and(ofEntry, ...groups.map(({ arrays }) => sql`e.facets @> any(${arrays}::jsonb[])`))
    return said && inEntry(groups.length === 0 ? said : and(sql`e.state = ${state}`, said))
  }
  const inTrees = groups.map(
    ({ list }) =>
      sql`(select 1 from request_facets p where p.facet in ${list} and p.state = ${state} and p.number = f.number limit 1) = 1`,
  )
  return and(...inTrees, ofEntry && inEntry(ofEntry))
}

const inEntry = (said: SQL | undefined): SQL =>
  sql`(select 1 from request_entries e where e.number = f.number and ${said}) = 1`
