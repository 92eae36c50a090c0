import { and, type SQL, sql } from './drizzle.ts'
import type { Reader } from './store.ts'

/**
 * True for a row `f` with a request's number, of which `ofEntry` holds in its entry `e` and whose request has in this
 * state one of each of `facets`. A scalar subquery keeps the order of the rows on both engines.
 *
 * SQLite looks into the tree of each facet, a descent for each number. PostgreSQL does that for a single one; a list of
 * them takes it 10 to 25 µs a row, so it reads them all from the entry (4 µs).
 */
export function hasFacets(
  db: Reader,
  state: number,
  facets: ReadonlyArray<readonly number[]>,
  ofEntry: SQL | undefined,
): SQL | undefined {
  const isPlain = facets.length === 1 && facets[0]?.length === 1 && ofEntry === undefined
  if (db.engine === 'postgres' && !isPlain) {
    const said = and(
      ofEntry,
      ...facets.map((any) => sql`e.facets @> any(${sql.param(any.map((facet) => `[${facet}]`))}::jsonb[])`),
    )
    return said && inEntry(facets.length === 0 ? said : and(sql`e.state = ${state}`, said))
  }
  const inTrees = facets.map(
    (any) =>
      sql`(select 1 from request_facets p where p.facet in ${any} and p.state = ${state} and p.number = f.number limit 1) = 1`,
  )
  return and(...inTrees, ofEntry && inEntry(ofEntry))
}

const inEntry = (said: SQL | undefined): SQL =>
  sql`(select 1 from request_entries e where e.number = f.number and ${said}) = 1`
