// Fills a database for `npm run bench -- lists`: requests by the million, straight into the tables.
import Database from 'better-sqlite3'
import pg from 'pg'
import { foldText } from '@care/domain'
import { openStore } from '../db/open.ts'
import { unlistedReader } from '../modules/lists/commands/list-unlisted.ts'
import { facetOf } from '../modules/lists/facets.ts'
import { makeHouse } from './lists-house.ts'
import { copyInto } from './lists-postgres.ts'
import { columns, rowsOf, type TableName, type Values } from './lists-rows.ts'

type Put = (table: Name, rows: readonly Values[]) => void | Promise<void>
const names = {
  ...columns,
  facet_counts: 'facet,state,total',
  tags: 'folded,tag,facet',
  search_words: 'word',
  log_readers: 'name,seq',
  /** Of SQLite alone; PostgreSQL indexes the documents. */
  search_index: 'rowid,words',
}
type Name = keyof typeof names

/** Makes `count` requests with `lines` messages each at `url`, an empty database. */
export async function makeLists(url: string, count: number, lines: number, say: (text: string) => void): Promise<void> {
  const store = openStore(url)
  await store.migrate()
  await makeHouse(store)
  await store.close()
  await (store.dialect === 'sqlite' ? intoSqlite : intoPostgres)(url, (put) => makeRows(put, count, lines, say))
}

async function makeRows(put: Put, count: number, lines: number, say: (text: string) => void): Promise<void> {
  const totals = new Map<string, Values>()
  const words = new Set<string>()
  const tags = new Map<string, Values>()
  for (let n = 0; n < count; n++) {
    const rows = rowsOf(n, count, lines)
    for (const table of Object.keys(rows) as TableName[]) await put(table, rows[table])
    for (const [facet = 0, state = 0] of rows.request_facets) {
      const total = totals.get(`${facet}/${state}`)
      if (total) total[2] = Number(total[2]) + 1
      else totals.set(`${facet}/${state}`, [facet, state, 1])
    }
    for (const [, , tag] of rows.activity_tags) {
      const folded = foldText(String(tag))
      tags.set(folded, [folded, String(tag), facetOf('tag', folded)])
    }
    for (const [number = 0, head, said] of rows.search_documents) {
      const all = new Set(`${head}${said}`.slice(1).split(' '))
      for (const word of all) words.add(word)
      await put('search_index', [[number, [...all].join(' ')]])
    }
    if ((n + 1) % 100_000 === 0) say(`${n + 1} of ${count} requests`)
  }
  await put('facet_counts', [...totals.values()])
  await put('tags', [...tags.values()])
  // In their order: the table is a tree of them.
  await put(
    'search_words',
    [...words].toSorted().map((word) => [word]),
  )
  // Nothing of it is to be made again.
  await put('log_readers', [
    ['search', 0],
    ['lists', 0],
    ['unsearched', count],
    [unlistedReader, count],
  ])
}

/** Indexes are made after the rows: one by one they would be read and written all over. */
async function intoSqlite(file: string, fill: (put: Put) => Promise<void>): Promise<void> {
  const db = new Database(file)
  for (const pragma of ['journal_mode = DELETE', 'journal_mode = OFF', 'synchronous = OFF', 'cache_size = -800000'])
    db.pragma(pragma)
  const filled = Object.keys(columns).map((name) => `'${name}'`)
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${filled.join()})`,
    )
    .all()
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  const inserts = new Map(
    Object.entries(names).map(([table, list]) => {
      const marks = list.split(',').map(() => '?')
      return [table, db.prepare(`insert into ${table} (${list}) values (${marks.join()})`)]
    }),
  )
  db.exec('begin')
  await fill((table, rows) => {
    for (const row of rows) inserts.get(table)?.run(...row)
  })
  db.exec('commit')
  for (const { sql } of indexes) db.exec(sql)
  db.close()
}

const atOnce = 4_000

async function intoPostgres(url: string, fill: (put: Put) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set synchronous_commit = off')
  const waiting = new Map<string, Values[]>()
  // Made one by one they cost hours; constraints and what they rest on stay.
  const { rows: indexes } = await client.query<{ name: string; sql: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as sql from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and not exists (select 1 from pg_constraint where conindid = c.oid)`,
    [Object.keys(names)],
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const flush = async (table: Name): Promise<void> => {
    const rows = waiting.get(table) ?? []
    waiting.set(table, [])
    if (rows.length === 0) return
    await copyInto(client, table, names[table], rows)
  }
  await fill(async (table, rows) => {
    if (table === 'search_index') return
    const list = waiting.get(table) ?? []
    waiting.set(table, list)
    // One by one: a call with a million arguments has no stack for them.
    for (const row of rows) list.push(row)
    if (list.length >= atOnce) await flush(table)
  })
  for (const table of Object.keys(names) as Name[]) await flush(table)
  await client.query("set maintenance_work_mem = '1GB'")
  for (const { sql } of indexes) await client.query(sql)
  await client.query('vacuum analyze')
  await client.end()
}
