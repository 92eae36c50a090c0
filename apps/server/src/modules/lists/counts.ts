import { inArray, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { isAmong, listFor } from '../../db/sql.ts'
import type { Reader, Tx } from '../../db/store.ts'
import { facetOf } from './facets.ts'

/** How many requests have a facet in a state, as last added up. */
export type Counts = (facet: number, state: number) => number

export async function countsOf(db: Reader, facets: readonly number[]): Promise<Counts> {
  const rows = await counted(db, { facets: listFor(db, [...new Set([facetOf('all'), ...facets])]) })
  const totals = new Map(rows.map((row) => [`${row.facet}/${row.state}`, row.total]))
  return (facet, state) => totals.get(`${facet}/${state}`) ?? 0
}

const counted = prepared('facet_counts', (db: Reader) =>
  db
    .select()
    .from(db.t.facetCounts)
    .where(isAmong(db, db.t.facetCounts.facet, 'facets')),
)

const mostChanges = 500

/** Adds up what has changed since; whether anything had. In a transaction of its own, by one at a time. */
export async function addUpCounts(tx: Tx): Promise<boolean> {
  const { countChanges, facetCounts } = tx.t
  const rows = await tx.select().from(countChanges).orderBy(countChanges.seq).limit(mostChanges)
  if (rows.length === 0) return false
  const sums = new Map<string, { facet: number; state: number; total: number }>()
  for (const [facet, state, change] of rows.flatMap((row) => row.changes)) {
    const sum = sums.get(`${facet}/${state}`) ?? { facet, state, total: 0 }
    sum.total += change
    sums.set(`${facet}/${state}`, sum)
  }
  const values = [...sums.values()].filter(({ total }) => total !== 0)
  for (let from = 0; from < values.length; from += 500)
    await tx
      .insert(facetCounts)
      .values(values.slice(from, from + 500))
      .onConflictDoUpdate({
        target: [facetCounts.facet, facetCounts.state],
        set: { total: sql`${facetCounts.total} + excluded.total` },
      })
  await tx.delete(countChanges).where(
    inArray(
      countChanges.seq,
      rows.map(({ seq }) => seq),
    ),
  )
  return true
}
