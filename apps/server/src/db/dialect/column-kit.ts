import type { postgresKit } from './postgres.ts'

/** The words in which the schema is written. PostgreSQL's spelling gives the types, SQLite's is cast to it once. */
export type Kit = typeof postgresKit
