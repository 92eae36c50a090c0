import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/store.ts'
import { postgresTemplate, sqliteTemplate } from './template.ts'

export interface TempStore {
  store: Store
  url: string
  dataDir: string
  remove(): Promise<void>
}

/**
 * A migrated, empty, real database: a file of its own on SQLite, a database of its own on PostgreSQL when
 * TEST_STORE=postgres and TEST_PG_URL say so.
 */
export async function openTempStore(): Promise<TempStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'care-test-'))
  const { url, drop } = process.env.TEST_STORE === 'postgres' ? await newPostgres() : await newSqlite(dataDir)
  const store = openStore(url)
  // Brings nothing new, but starts what `migrate` starts, as a server does.
  await store.migrate()
  return {
    store,
    url,
    dataDir,
    remove: async () => {
      await store.close()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function newSqlite(dataDir: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = join(dataDir, 'care.db')
  await copyFile(await sqliteTemplate(), url)
  return { url, drop: async () => {} }
}

async function newPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = process.env.TEST_PG_URL
  if (!admin) throw new Error('TEST_STORE=postgres needs TEST_PG_URL, e.g. postgres://app@127.0.0.1:54329/postgres')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: admin })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  const template = await postgresTemplate(admin)
  await run(`create database ${name} template ${template}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) }
}
