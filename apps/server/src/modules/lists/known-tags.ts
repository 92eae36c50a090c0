import { foldText } from '@care/domain'
import { inArray, sql } from '../../db/drizzle.ts'
import type { Tx } from '../../db/store.ts'
import { facetOf } from './facets.ts'

const atOnce = 500

/** Keeps how these tags are written, for them to be suggested; in the transaction that gave them. */
export async function keepTags(tx: Tx, given: readonly string[]): Promise<void> {
  // In one order, so that no two wait for each other.
  const written = [...new Map(given.map((tag) => [foldText(tag), tag]))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (let from = 0; from < written.length; from += atOnce) await keep(tx, written.slice(from, from + atOnce))
}

/** Nearly always all are known as they are: then nothing is written, and nobody waits. */
async function keep(tx: Tx, written: ReadonlyArray<[folded: string, tag: string]>): Promise<void> {
  const { tags } = tx.t
  const folded = written.map(([one]) => one)
  const rows = await tx.select().from(tags).where(inArray(tags.folded, folded))
  const known = new Map(rows.map((row) => [row.folded, row.tag]))
  const values = written
    .filter(([one, tag]) => known.get(one) !== tag)
    .map(([one, tag]) => ({ folded: one, tag, facet: facetOf('tag', one) }))
  if (values.length > 0)
    await tx
      .insert(tags)
      .values(values)
      .onConflictDoUpdate({ target: tags.folded, set: { tag: sql`excluded.tag` } })
}
