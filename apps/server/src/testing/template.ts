import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../db/open.ts'
import type { Dialect } from '../db/store.ts'

/** Short hash of all migrations of a dialect: a template of older ones is never used. */
function fingerprint(dialect: Dialect): string {
  const folder = new URL(`../db/migrations/${dialect}/`, import.meta.url)
  const hash = createHash('sha256')
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted())
    hash.update(name).update(readFileSync(new URL(name, folder)))
  return hash.digest('hex').slice(0, 12)
}

/** A migrated, empty SQLite file to copy from, made once per set of migrations: migrating costs more than most tests. */
export async function sqliteTemplate(): Promise<string> {
  const file = join(tmpdir(), `care-template-${fingerprint('sqlite')}.db`)
  if (existsSync(file)) return file
  const fresh = `${file}.${randomUUID()}`
  const store = openStore(fresh)
  await store.migrate()
  // Closing writes the whole log into the file, so that the file alone is the database.
  await store.close()
  await rm(`${fresh}.lock`, { force: true })
  await rename(fresh, file)
  return file
}

/** Name of a migrated, empty database on the server at `admin`, made once per set of migrations. */
export async function postgresTemplate(admin: string): Promise<string> {
  const name = `care_template_${fingerprint('postgres')}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    // Test files start at the same time; the first one makes it, the others wait.
    await client.query('select pg_advisory_lock(726402)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const fresh = `t_${randomUUID().replaceAll('-', '')}`
      await client.query(`create database ${fresh}`)
      const url = new URL(admin)
      url.pathname = `/${fresh}`
      const store = openStore(url.href)
      await store.migrate()
      await store.close()
      await client.query(`alter database ${fresh} rename to ${name}`)
    }
    return name
  } finally {
    await client.end()
  }
}
