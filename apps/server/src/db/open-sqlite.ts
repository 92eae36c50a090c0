import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { SQL } from './drizzle.ts'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { sqliteKit } from './dialect/sqlite.ts'
import { keepStatements } from './kept-statements.ts'
import { refuseNesting } from './nesting.ts'
import { queriesOf } from './query.ts'
import { defineSchema } from './schema/index.ts'
import type { Reader, Store, Tx } from './store.ts'
import { createWriteQueue } from './write-queue.ts'

const migrationsFolder = new URL('./migrations/sqlite', import.meta.url).pathname

/** Opens a database file: one connection that writes, one that reads, one in a worker that checkpoints. */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true })
  const t = defineSchema(sqliteKit)
  const writer = new Database(file, { timeout: 10_000 })
  writer.pragma('journal_mode = WAL')
  // FULL: an acknowledged message survives a power cut. Group commit makes it affordable.
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma('cache_size = -65536')
  writer.pragma('wal_autocheckpoint = 0')
  // What a savepoint may have to put back is else written to a file, for every message.
  writer.pragma('temp_store = MEMORY')
  const reader = new Database(file, { timeout: 10_000 })
  reader.pragma('query_only = ON')
  // 256 MiB at most, as they are read: a page that is here costs a fifth of one that the system has.
  reader.pragma('cache_size = -262144')
  for (const client of [writer, reader]) keepStatements(client)
  // The one cast: SQLite's builders answer to PostgreSQL's types.
  const face = <F extends Reader>(client: Database.Database): F =>
    Object.assign(drizzle({ client }), { t, engine: 'sqlite', rows: rowsBy(client) }) as unknown as F
  const read = face<Reader>(reader)
  const writes = createWriteQueue(writer, face<Tx>(writer))
  let checkpoints: Worker | null = null

  return {
    dialect: 'sqlite',
    t,
    read,
    transact: (work) => {
      refuseNesting()
      return writes.push(work)
    },
    migrate: async () => {
      // A rebuilt table with foreign keys on would delete its children's rows.
      writer.pragma('foreign_keys = OFF')
      withLock(`${file}.lock`, () => migrate(drizzle({ client: writer }), { migrationsFolder }))
      const broken = writer.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration broke ${broken.length} references`)
      writer.pragma('foreign_keys = ON')
      checkpoints ??= startCheckpoints(file)
    },
    ping: async () => void reader.prepare('select 1').get(),
    close: async () => {
      await writes.idle()
      await stopCheckpoints(checkpoints)
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

function rowsBy(client: Database.Database): Reader['rows'] {
  const dialect = new SQLiteSyncDialect()
  const queryOf = queriesOf((statement) => dialect.sqlToQuery(statement))
  return async <R extends object>(statement: SQL, values?: readonly unknown[]): Promise<R[]> => {
    const query = queryOf(statement, values)
    const known = client.prepare(query.sql)
    if (known.reader) return known.all(...query.params) as R[]
    known.run(...query.params)
    return []
  }
}

/** A lock that two processes share and that a crash releases: an exclusive transaction in a database of its own. */
function withLock(lockFile: string, work: () => void): void {
  const lock = new Database(lockFile, { timeout: 60_000 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    work()
    lock.exec('COMMIT')
  } finally {
    lock.close()
  }
}

function startCheckpoints(file: string): Worker {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: { file } })
  worker.unref()
  return worker
}

async function stopCheckpoints(worker: Worker | null): Promise<void> {
  if (!worker) return
  // Else a process with nothing more to do would end before the last checkpoint, in the middle of `close`.
  worker.ref()
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.postMessage('stop')
  await gone
}
