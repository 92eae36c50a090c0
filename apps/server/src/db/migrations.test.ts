import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTempStore, type TempStore } from '../testing/temp-store.ts'
import { openStore } from './open.ts'
import type { Dialect } from './store.ts'

/** Rows as the first version wrote them, in words that both engines take. */
const rowsOfBefore = [
  `insert into queues (id, name, strategy, offer_seconds, version) values ('q', 'General', 'roundRobin', 20, 7)`,
  `insert into operators (id, name, email, email_folded, password_hash, role, capacity, is_active, created_at)
   values ('anna', 'Anna', 'a@example.com', 'a@example.com', '', 'operator', '{"chat":2}', true, 1)`,
  `insert into sites (id, key, name, allowed_origins, queue_id, type_id, language, has_pre_chat, colour, version)
   values ('site', 'shop', 'Shop', '[]', 'q', 'general', 'en', true, '#205a43', 3)`,
  `insert into companies (id, name, name_folded, created_at) values ('kawa', 'Kawa', 'kawa', 5)`,
  `insert into customers (id, kind, name, first_name, family_name, email, phone, phone_digits, company_id, is_vip,
     created_at, updated_at, version)
   values ('c', 'customer', 'Elena', 'Elena', '', '', '601 234 567', '601234567', 'kawa', true, 5, 5, 2)`,
  `insert into activities (id, request_id, customer_id, medium, state, queue_id, priority_rank, vip_rank,
     eligible_since, customer_is_here, source, title, started_at, message_seq, last_line_text, unread,
     customer_delivered, customer_read, operator_delivered, operator_read, version)
   values ('chat', 'r', 'c', 'chat', 'waiting', 'q', 1, 1, 5, false, '', 'Hello', 5, 0, '', 0, 0, 0, 0, 0, 4)`,
  `insert into requests (id, number, customer_id, type_id, title, description, stage, category, stage_since, priority,
     tags, outcome_note, asks_rating, created_at, last_update_at, listed_at, auto_close_at, version)
   values ('r', 1, 'c', 'general', 'Hello', '', 'new', 'new', 5, 'normal', '[]', '', false, 5, 5, 5, 432000005, 1)`,
  `insert into customer_words (word, customer_id) values ('łucja', 'c'), ('l.kot@x.pl', 'c'), ('8601234', 'c'), ('co', 'c')`,
]

/** Only the first migration, in a folder of its own. */
async function firstAlone(dialect: Dialect): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'care-first-'))
  await cp(new URL(`./migrations/${dialect}/`, import.meta.url), folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: unknown[] }
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }))
  return folder
}

async function makeOldSqlite(file: string, migrationsFolder: string): Promise<void> {
  const client = new Database(file)
  migrateSqlite(drizzleSqlite({ client }), { migrationsFolder })
  for (const row of rowsOfBefore) client.exec(row)
  client.close()
}

async function makeOldPostgres(url: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop schema public cascade; drop schema drizzle cascade; create schema public')
  await migratePostgres(drizzlePostgres({ client }), { migrationsFolder })
  for (const row of rowsOfBefore) await client.query(row)
  await client.end()
}

let temp: TempStore
beforeEach(async () => {
  temp = await openTempStore()
})
afterEach(() => temp.remove())

test('a database of the first version keeps its rows and gets what was added with the values of before', async () => {
  const { dialect } = temp.store
  const folder = await firstAlone(dialect)
  const url = dialect === 'sqlite' ? join(temp.dataDir, 'old.db') : temp.url
  await (dialect === 'sqlite' ? makeOldSqlite : makeOldPostgres)(url, folder)
  await rm(folder, { recursive: true })

  const store = openStore(url)
  try {
    // Two processes of the new version start at once.
    const other = openStore(url)
    await Promise.all([store.migrate(), other.migrate()])
    await other.close()
    const { read, t } = store
    expect(await read.select().from(t.queues)).toEqual([
      {
        id: 'q',
        name: 'General',
        strategy: 'roundRobin',
        offerSeconds: 20,
        skills: [],
        relaxSkillsSeconds: 60,
        serviceLevelSeconds: 60,
        serviceLevelPercent: 90,
        maxWaitSeconds: 300,
        calendarId: null,
        turnsAt: null,
        lateSince: null,
        wrapUpSeconds: null,
        overflowSeconds: null,
        overflowQueueId: null,
        overflowOffer: null,
        callbackPlaces: 3,
        recordsCalls: false,
        recordingDays: 90,
        recordingListeners: 'supervisors',
        isActive: true,
        version: 7,
      },
    ])
    expect(await read.select().from(t.operators)).toMatchObject([
      { id: 'anna', capacity: { chat: 2 }, skills: [], isActive: true, version: 1 },
    ])
    expect(await read.select().from(t.sites)).toMatchObject([{ key: 'shop', skills: [], version: 3 }])
    expect(await read.select().from(t.companies)).toMatchObject([{ id: 'kawa', version: 1 }])
    expect(await read.select().from(t.customers)).toMatchObject([
      { id: 'c', phone: '601 234 567', attributes: {}, checkedAt: null, mergedIntoId: null, isVip: true, version: 2 },
    ])
    const words = await read.select().from(t.customerWords)
    expect(words.map(({ word }) => word).toSorted()).toEqual(
      ['łucja', 'l.kot@x.pl', '8601234', 'co', '…ucja', '…cja'].toSorted(),
    )
    expect(await read.select().from(t.requestStages)).toMatchObject([
      { requestId: 'r', typeId: 'general', stage: 'new', since: 5, until: null },
    ])
    expect(await read.select().from(t.requests)).toMatchObject([
      { id: 'r', autoCloseAt: 432_000_005, autoCloseCheckAt: 432_000_005 },
    ])
    expect(await read.select().from(t.activities)).toMatchObject([
      { id: 'chat', state: 'waiting', eligibleSince: 5, skills: [], version: 4 },
    ])
  } finally {
    await store.close()
  }
})
