import { inArray } from '../../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { openTempStore, type TempStore } from '../../../testing/temp-store.ts'
import { addCustomer } from '../commands/add-customer.ts'
import { activityRow, addOperator, requestRow, startCustomers } from '../testing.ts'
import { suggestCompanies } from './companies.ts'
import { getCustomer } from './customer.ts'
import { listCustomers } from './customer-list.ts'

let temp: TempStore
let anna: OperatorActor
const ids: Record<string, string> = {}
beforeAll(async () => {
  temp = await openTempStore()
  const desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator')
  const add = async (key: string, fields: { name: string; email?: string; phone?: string; companyName?: string }) => {
    desk.clock.advance(1_000)
    ids[key] = (await desk.execute(addCustomer, anna, fields)).customerId
  }
  await add('lukasz', {
    name: 'Łukasz Żółty',
    email: 'l.zolty@kawiarnia.pl',
    phone: '+48 601 234 567',
    companyName: 'Kawiarnia Zgoda',
  })
  await add('sergej', { name: 'Сергей Ёлкин', email: 'sergej@example.com', phone: '+7 912 345-67-89' })
  await add('zoe', { name: 'Zoë Kawa', companyName: 'Cafe 24 7' })
  // Enough of one word that it may not lead.
  await temp.store.transact(async (tx) => {
    for (let i = 0; i < 700; i++) {
      const id = `crowd-${String(i).padStart(3, '0')}`
      await tx.insert(tx.t.customers).values({
        id,
        kind: 'customer',
        name: `Crowd ${i}`,
        firstName: '',
        familyName: '',
        email: '',
        phone: '',
        isVip: false,
        createdAt: i,
        updatedAt: i,
        version: 1,
      })
      await tx.insert(tx.t.customerWords).values([
        { word: 'crowd', customerId: id },
        { word: `c${i % 2}`, customerId: id },
      ])
    }
  })
})
afterAll(() => temp.remove())

const list = (search: string, more: { cursor?: string; limit?: number; isVip?: boolean } = {}) =>
  listCustomers(temp.store.read, anna, { search, limit: 50, ...more })
const found = async (search: string) =>
  (await list(search)).items.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id) ?? id)

test.each([
  ['lukasz', ['lukasz']],
  ['ŻÓŁ', ['lukasz']],
  ['елкин', ['sergej']],
  ['kaw', ['zoe', 'lukasz']],
  ['iarni', ['lukasz']],
  ['ółt god', ['lukasz']],
  ['лки', ['sergej']],
  ['ark', []],
  ['ar', []],
  ['xampl', ['sergej']],
  ['kaw zgo', ['lukasz']],
  ['kaw nobody', []],
  ['l.zolty@kawiarnia.pl', ['lukasz']],
  ['zolty@kawiarnia', ['lukasz']],
  ['601 234 567', ['lukasz']],
  ['+48601234567', ['lukasz']],
  ['0048 601 23', ['lukasz']],
  ['8 (912) 345 67', ['sergej']],
  ['8 (912) 345-67-89', ['sergej']],
  ['+7 (912) 345-67-89', ['sergej']],
  ['912 345 67 89', ['sergej']],
  ['345-67-89', ['sergej']],
  ['cafe 24 7', ['zoe']],
  ['%', ['zoe', 'sergej', 'lukasz']],
])('%j finds %j', async (search, expected) => {
  expect((await found(search)).slice(0, 3)).toEqual(expected)
})

test('pages go on where the last one ended, newest first, for rare and for common words', async () => {
  for (const search of ['', 'crowd', 'crowd c1', 'kaw']) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list(search, { limit: search === 'kaw' ? 1 : 100, ...(cursor === null ? {} : { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength({ '': 703, crowd: 700, 'crowd c1': 350, kaw: 2 }[search] ?? -1)
    const crowd = seen.filter((id) => id.startsWith('crowd'))
    expect(crowd).toEqual(crowd.toSorted().toReversed())
  }
})

test('a cursor that is not ours is refused', async () => {
  await expect(list('', { cursor: 'eyJ4IjoxfQ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('requests are counted, open and all', async () => {
  const customerId = ids.zoe ?? ''
  await temp.store.transact((tx) =>
    tx
      .insert(tx.t.requests)
      .values([
        requestRow({ id: 'r1', number: 1, customerId, lastUpdateAt: 1 }),
        requestRow({ id: 'r2', number: 2, customerId, lastUpdateAt: 2, category: 'waiting' }),
        requestRow({ id: 'r3', number: 3, customerId, lastUpdateAt: 3, category: 'closed' }),
      ]),
  )
  expect((await getCustomer(temp.store.read, anna, customerId)).requests).toEqual({ open: 2, total: 3 })
  expect((await list('zoe')).items[0]?.requests).toEqual({ open: 2, total: 3 })
  await expect(getCustomer(temp.store.read, anna, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('only VIPs, also among what is found', async () => {
  await temp.store.transact((tx) =>
    tx
      .update(tx.t.customers)
      .set({ isVip: true })
      .where(inArray(tx.t.customers.id, [ids.lukasz ?? '', 'crowd-005'])),
  )
  const vips = async (search: string) => (await list(search, { isVip: true })).items.map(({ id }) => id)
  expect(await vips('')).toEqual([ids.lukasz, 'crowd-005'])
  expect(await vips('kaw')).toEqual([ids.lukasz])
  expect(await vips('crowd')).toEqual(['crowd-005'])
})

test('the last contact is when something was last said in any talk', async () => {
  const customerId = ids.sergej ?? ''
  expect((await getCustomer(temp.store.read, anna, customerId)).lastContactAt).toBeNull()
  await temp.store.transact((tx) =>
    tx
      .insert(tx.t.activities)
      .values([
        activityRow({ id: 'a1', requestId: 'r', customerId, startedAt: 5, lastLineAt: 70 }),
        activityRow({ id: 'a2', requestId: 'r', customerId, startedAt: 60 }),
      ]),
  )
  expect((await list('елкин')).items[0]?.lastContactAt).toBe(70)
})

test('companies are suggested by how they begin', async () => {
  expect((await suggestCompanies(temp.store.read, 'KAWI')).map(({ name }) => name)).toEqual(['Kawiarnia Zgoda'])
  expect((await suggestCompanies(temp.store.read, '')).map(({ name }) => name)).toEqual([
    'Cafe 24 7',
    'Kawiarnia Zgoda',
  ])
  expect(await suggestCompanies(temp.store.read, '%')).toEqual([])
})
