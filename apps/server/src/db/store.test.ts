import { readdirSync, readFileSync } from 'node:fs'
import { eq } from './drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTempStore, type TempStore } from '../testing/temp-store.ts'
import { openStore } from './open.ts'
import { plus } from './sql.ts'
import type { Tx } from './store.ts'

let temp: TempStore
beforeEach(async () => {
  temp = await openTempStore()
})
afterEach(() => temp.remove())

const bump = (tx: Tx, name: string) =>
  tx
    .insert(tx.t.counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: tx.t.counters.name, set: { value: plus(tx.t.counters.value, 1) } })
    .returning()
const valueOf = async (name: string): Promise<number> => {
  const { counters } = temp.store.t
  const [row] = await temp.store.read.select().from(counters).where(eq(counters.name, name))
  return row?.value ?? 0
}

test('a hundred transactions at once all count', async () => {
  await Promise.all(Array.from({ length: 100 }, () => temp.store.transact((tx) => bump(tx, 'n'))))
  expect(await valueOf('n')).toBe(100)
})

test('a refused transaction leaves nothing and hurts no other of the same commit', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      temp.store.transact(async (tx) => {
        await bump(tx, 'n')
        await bump(tx, `only-${i}`)
        if (i % 4 === 0) throw new Error('refused')
      }),
    ),
  )
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(5)
  expect(await valueOf('n')).toBe(15)
  expect(await valueOf('only-4')).toBe(0)
  expect(await valueOf('only-5')).toBe(1)
})

test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
  await expect(temp.store.transact(() => temp.store.transact((tx) => bump(tx, 'n')))).rejects.toThrow(
    'inside a transaction',
  )
  // Work that only starts later is not inside.
  await temp.store.transact((tx) => bump(tx, 'n'))
  expect(await valueOf('n')).toBe(1)
})

test('readers never see half a transaction', async () => {
  const half = Promise.withResolvers<void>()
  const looked = Promise.withResolvers<void>()
  const writing = temp.store.transact(async (tx) => {
    await bump(tx, 'a')
    half.resolve()
    await looked.promise
    await bump(tx, 'b')
  })
  await half.promise
  const seen = [await valueOf('a'), await valueOf('b')]
  looked.resolve()
  await writing
  expect(seen).toEqual([0, 0])
  expect([await valueOf('a'), await valueOf('b')]).toEqual([1, 1])
})

test('migrating again, and from two processes at once, changes nothing', async () => {
  await temp.store.transact((tx) => bump(tx, 'kept'))
  const others = [openStore(temp.url), openStore(temp.url)]
  await Promise.all(others.map((other) => other.migrate()))
  await Promise.all(others.map((other) => other.close()))
  expect(await valueOf('kept')).toBe(1)
})

test('both dialects have the same migrations, and SQLite keeps no statistics that spoil its plans', () => {
  const names = (dialect: string) =>
    readdirSync(new URL(`./migrations/${dialect}`, import.meta.url)).filter((name) => name.endsWith('.sql'))
  expect(names('sqlite')).toEqual(names('postgres'))
  // ANALYZE would fill sqlite_stat4, which turns a 0.2 ms list into 366 ms.
  for (const name of names('sqlite'))
    expect(readFileSync(new URL(`./migrations/sqlite/${name}`, import.meta.url), 'utf8')).not.toMatch(/\banalyze\b/i)
})
