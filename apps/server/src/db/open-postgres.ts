import type { SQL } from './drizzle.ts'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { postgresKit } from './dialect/postgres.ts'
import { guarded, refuseNesting } from './nesting.ts'
import { queriesOf } from './query.ts'
import { defineSchema, type Tables } from './schema/index.ts'
import type { Reader, Store, Tx } from './store.ts'

const migrationsFolder = new URL('./migrations/postgres', import.meta.url).pathname
/** Key of the advisory lock around migrations; any number that is ours alone. */
const migrationLock = 726_401
const bigint = 20
/** Deadlock and serialisation failure: the same work may succeed at once. */
const repeatable = new Set(['40P01', '40001'])

/** Opens a pool on PostgreSQL 14 or later. */
export function openPostgres(url: string): Store {
  // Counts and maxima come as bigint; none of ours passes 2^53.
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') =>
      id === bigint ? Number : pg.types.getTypeParser(id, format as 'text'),
  }
  const poolOf = (options: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ connectionString: url, types: types as pg.CustomTypesConfig, ...options })
    // A broken idle connection is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => {})
    return pool
  }
  const pool = poolOf({ max: 16 })
  // Said here and not as it connects: poolers refuse options that they do not know. The pool waits for the answer, which
  // its types do not say. A compiler would take a hundred milliseconds for what takes a few.
  const onConnect = (client: pg.ClientBase): unknown =>
    client.query('set jit = off; set plan_cache_mode = force_generic_plan')
  const planned = poolOf({ max: 8, onConnect })
  const t = defineSchema(postgresKit)
  const db = drizzle({ client: pool })
  const once = transactionsOf(pool, t)

  return {
    dialect: 'postgres',
    t,
    read: Object.assign(db, { t, engine: 'postgres', rows: readBy(planned) }) as unknown as Reader,
    transact: async (work) => {
      refuseNesting()
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work)
        } catch (error) {
          if (attempt === 4 || !repeatable.has(codeOf(error))) throw error
          await new Promise((resolve) => setTimeout(resolve, attempt * 20 * Math.random()))
        }
      }
    },
    migrate: async () => {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [migrationLock])
        await migrate(drizzle({ client }), { migrationsFolder })
      } finally {
        await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
        client.release()
      }
    },
    ping: async () => void (await pool.query('select 1')),
    close: async () => void (await Promise.all([pool.end(), planned.end()])),
  }
}

/** One transaction on a connection of the pool, with a face for each connection: `prepared` keeps its queries by that. */
function transactionsOf(pool: pg.Pool, t: Tables) {
  const faces = new WeakMap<pg.PoolClient, Tx>()
  const faceOf = (client: pg.PoolClient): Tx => {
    const known = faces.get(client)
    if (known) return known
    // Broken in the middle of a transaction it fails its statements; without a listener it would end the process.
    client.on('error', () => {})
    const face = drizzle({ client })
    const made = Object.assign(face, { t, engine: 'postgres', rows: rowsBy(client) }) as unknown as Tx
    faces.set(client, made)
    return made
  }
  return async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let isUsable = true
    try {
      await client.query('begin')
      const result = await guarded(() => work(faceOf(client)))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => (isUsable = false))
      throw error
    } finally {
      // One that cannot even roll back must not be given to the next.
      client.release(!isUsable)
    }
  }
}

const mostNamed = 500
const dialect = new PgDialect()
const queryOf = queriesOf((statement) => dialect.sqlToQuery(statement))

/**
 * Reads that are named by their text, on connections that plan each text once: planning takes longer than most of these
 * reads, and left to itself PostgreSQL goes on planning what has a limit, which it guesses to be a tenth of all. Texts
 * beyond the first many are planned each time, as a connection keeps what it has planned.
 */
function readBy(pool: pg.Pool): Reader['rows'] {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNamed) return known
    const name = `rows_${names.size}`
    names.set(text, name)
    return name
  }
  return async <R extends object>(statement: SQL, values?: readonly unknown[]) => {
    const { sql: text, params } = queryOf(statement, values)
    const { rows } = await pool.query({ name: nameOf(text), text, values: params })
    return rows as R[]
  }
}

/** Within a transaction, planned each time. */
const rowsBy =
  (client: pg.PoolClient): Reader['rows'] =>
  async <R extends object>(statement: SQL, values?: readonly unknown[]) => {
    const { sql: text, params } = queryOf(statement, values)
    const { rows } = await client.query({ text, values: params })
    return rows as R[]
  }

/** PostgreSQL's code of an error, also where drizzle has wrapped it. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code
  return ''
}
