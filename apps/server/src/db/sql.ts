import { and, eq, gt, lt, or, type SQL, sql } from './drizzle.ts'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Dialect, Reader } from './store.ts'

/** The same table once more in a query, under a name of its own. */
export { alias } from 'drizzle-orm/pg-core'

type Column = Parameters<typeof lt>[0]

/** Rows a process claims are skipped, not waited for, by the others. SQLite has one writer and needs nothing. */
export function claim<Q extends { for(strength: 'update', config: { skipLocked: true }): unknown }>(
  dialect: Dialect,
  query: Q,
): Q {
  return dialect === 'postgres' ? (query.for('update', { skipLocked: true }) as Q) : query
}

/** Locks the rows of `of` until the end of the transaction, so that what was read stays true. SQLite has one writer. */
export function locked<Q extends { for(strength: 'update', config: { of: PgTable }): unknown }>(
  db: Reader,
  query: Q,
  of: PgTable,
): Q {
  return db.engine === 'postgres' ? (query.for('update', { of }) as Q) : query
}

/**
 * Waits for its turn with whatever bears this name, until the end of the transaction: for what is yet to be inserted, where
 * no row is there to lock. Read after it, not before. SQLite has one writer.
 */
export async function inTurn(db: Reader, name: string): Promise<void> {
  if (db.engine === 'postgres')
    await db.select({ turn: sql`pg_advisory_xact_lock(hashtextextended(${name}, 0))` }).from(sql`(select 1) as one`)
}

/** Rows behind a position in an order of (first desc, second desc); both columns stand in one index. */
export const after = (first: Column, second: Column, at: { first: unknown; second: unknown }): SQL | undefined =>
  or(lt(first, at.first), and(eq(first, at.first), lt(second, at.second)))

/** The same for an ascending order. */
export const afterAscending = (
  first: Column,
  second: Column,
  at: { first: unknown; second: unknown },
): SQL | undefined => or(gt(first, at.first), and(eq(first, at.first), gt(second, at.second)))

/** `column` begins with `prefix`, as a range that an index serves on both engines. */
export const startsWith = (column: Column, prefix: string): SQL =>
  sql`${column} >= ${prefix} and ${column} < ${`${prefix}\u{10FFFF}`}`

/** `column` is one of a list that a prepared statement is given by `listFor`: one statement for lists of any length. */
export const isAmong = (db: Reader, column: Column, placeholder: string): SQL =>
  db.engine === 'postgres'
    ? sql`${column} = any(${sql.placeholder(placeholder)})`
    : sql`${column} in (select value from json_each(${sql.placeholder(placeholder)}))`
/** The list as this engine's driver takes it: an array, or on SQLite its JSON. */
export const listFor = (db: Reader, values: readonly (string | number)[]): unknown =>
  db.engine === 'postgres' ? values : JSON.stringify(values)

/** Adds within an UPDATE. */
export const plus = (column: Column, amount: number): SQL<number> => sql<number>`${column} + ${amount}`

/** Whether a text is there and not empty: what is large need not be read to know that. */
export const isFilled = (column: Column): SQL<boolean> =>
  sql<boolean>`case when ${column} is null or ${column} = '' then 0 else 1 end`.mapWith((one) => Number(one) === 1)

/** One field of a JSON column, as text. */
export const jsonField = (column: Column, name: string): SQL<string> => sql<string>`${column} ->> ${name}`
