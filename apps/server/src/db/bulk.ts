import type { PgTable } from 'drizzle-orm/pg-core'
import type { Dialect, Tx } from './store.ts'

/** Below SQLite's 32,766 and PostgreSQL's 65,535 values a statement; larger statements are not faster. */
const mostValues = 4_000

/**
 * So many short transactions of one long piece of work are begun at once: on SQLite they share a COMMIT and hold the thread
 * for about 10 ms, on PostgreSQL each takes a connection.
 */
export const writesAtOnce = (dialect: Dialect): number => (dialect === 'sqlite' ? 10 : 4)

/** Inserts many rows of one shape in as few statements as both engines take. For making data, not for the hot path. */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const widest = rows.reduce((most, row) => Math.max(most, Object.keys(row).length), 1)
  const step = Math.max(1, Math.floor(mostValues / widest))
  for (let start = 0; start < rows.length; start += step) await tx.insert(table).values(rows.slice(start, start + step))
}
