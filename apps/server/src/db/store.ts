import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { SQL } from './drizzle.ts'
import type { Tables } from './schema/index.ts'

/** Reads. Both engines look like PostgreSQL's drizzle; on SQLite the same calls run on its own builders. */
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct' | '$count'> & {
  t: Tables
  engine: Dialect
  /**
   * A statement whose shape is only known when it is asked, in SQL that both engines understand; columns by name. With
   * `values` of all its placeholders, in their order, a statement that the caller keeps is put into words once.
   */
  rows<R extends object>(statement: SQL, values?: readonly unknown[]): Promise<R[]>
}
/** Reads and writes within one transaction. */
export type Tx = Reader & Pick<NodePgDatabase, 'insert' | 'update' | 'delete'>

export type Dialect = 'sqlite' | 'postgres'

export interface Store {
  dialect: Dialect
  t: Tables
  /** Committed data, outside any transaction. */
  read: Reader
  /**
   * One transaction. Resolves after the commit is durable; a rejected `work` leaves nothing behind. Never nested.
   * On SQLite works run one after another and what is queued in one turn shares one COMMIT.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Applies what is missing of the migrations; processes that start together wait for each other. */
  migrate(): Promise<void>
  /** Answers whether the database can be read. */
  ping(): Promise<void>
  close(): Promise<void>
}
