import * as pg from 'drizzle-orm/pg-core'

// Byte order, so that ids and cursors sort alike on both engines.
const ordered = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

export const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  /** Ids, keys and whatever is compared or sorted as bytes. */
  id: (name: string) => ordered(name),
  text: (name: string) => pg.text(name),
  int: (name: string) => pg.integer(name),
  bool: (name: string) => pg.boolean(name),
  oneOf: <const V extends readonly [string, ...string[]]>(name: string, values: V) =>
    pg.text(name, { enum: values as unknown as [V[number], ...V[number][]] }),
  /** Epoch milliseconds. */
  instant: (name: string) => pg.bigint(name, { mode: 'number' }),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  /** Number given by the database, in order of insertion. */
  seq: (name: string) => pg.bigserial(name, { mode: 'number' }),
}
