import { api } from '@care/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { openTempStore, type TempStore } from '../../../testing/temp-store.ts'
import { addCustomer } from '../commands/add-customer.ts'
import { activityRow, addOperator, requestRow, startCustomers } from '../testing.ts'
import { getJourney } from './journey.ts'

let temp: TempStore
let anna: OperatorActor
let vera: OperatorActor
let customerId: string
beforeAll(async () => {
  temp = await openTempStore()
  const desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator', ['orders'])
  vera = await addOperator(temp.store, 'vera', 'Vera Ivanova', 'supervisor')
  customerId = (await desk.execute(addCustomer, anna, { name: 'Long Story' })).customerId
  await temp.store.transact(async (tx) => {
    await tx
      .insert(tx.t.requests)
      .values([
        requestRow({ id: 'mine', number: 1, customerId, lastUpdateAt: 50, assigneeId: 'anna' }),
        requestRow({ id: 'queue', number: 2, customerId, lastUpdateAt: 40, queueId: 'orders' }),
        requestRow({ id: 'offered', number: 3, customerId, lastUpdateAt: 30, queueId: 'billing' }),
        requestRow({ id: 'foreign', number: 4, customerId, lastUpdateAt: 30, queueId: 'billing', outcome: 'solved' }),
        requestRow({ id: 'had', number: 5, customerId, lastUpdateAt: 10, queueId: 'billing' }),
        requestRow({ id: 'other', number: 6, customerId: 'somebody', lastUpdateAt: 60, assigneeId: 'anna' }),
      ])
    await tx
      .insert(tx.t.activities)
      .values([
        activityRow({ id: 'a2', requestId: 'mine', customerId, startedAt: 2, operatorId: 'anna', messageSeq: 7 }),
        activityRow({ id: 'a1', requestId: 'mine', customerId, startedAt: 1, state: 'ended', medium: 'call' }),
        activityRow({ id: 'a3', requestId: 'offered', customerId, state: 'offered', offeredToId: 'anna' }),
        activityRow({ id: 'a4', requestId: 'foreign', customerId, operatorId: 'vera' }),
        activityRow({ id: 'a5', requestId: 'had', customerId, operatorId: 'anna', state: 'ended' }),
      ])
  })
})
afterAll(() => temp.remove())

test('all requests of the customer stand in it, latest update first, each with its activities in order', async () => {
  const { items, nextCursor } = await getJourney(temp.store.read, vera, customerId, { limit: 50 })
  expect(api.getJourney.response.parse({ items, nextCursor }).items.map(({ id }) => id)).toEqual([
    'mine',
    'queue',
    'offered',
    'foreign',
    'had',
  ])
  expect(items.every(({ canSee }) => canSee)).toBe(true)
  expect(items[0]?.activities).toEqual([
    {
      id: 'a1',
      medium: 'call',
      state: 'ended',
      startedAt: 1,
      endedAt: null,
      title: 'title of a1',
      operator: null,
      messages: 0,
      canMove: true,
    },
    {
      id: 'a2',
      medium: 'email',
      state: 'active',
      startedAt: 2,
      endedAt: null,
      title: 'title of a2',
      operator: { id: 'anna', name: 'Anna Kowalska' },
      messages: 7,
      canMove: true,
    },
  ])
  expect(nextCursor).toBeNull()
})

test('what an operator may not see is a line without a word of it', async () => {
  const { items } = await getJourney(temp.store.read, anna, customerId, { limit: 50 })
  expect(items.map(({ id, canSee }) => [id, canSee])).toEqual([
    ['mine', true],
    ['queue', true],
    ['offered', true],
    ['foreign', false],
    ['had', true],
  ])
  const foreign = items.find(({ id }) => id === 'foreign')
  expect(foreign).toMatchObject({ title: '', outcome: null, activities: [{ id: 'a4', title: '', operator: null }] })
})

test('pages meet without a gap, also between two of the same time', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof getJourney>> = await getJourney(temp.store.read, vera, customerId, {
      limit: 1,
      ...(cursor === null ? {} : { cursor }),
    })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(['mine', 'queue', 'offered', 'foreign', 'had'])
})

test('a customer without requests has an empty journey, an unknown one none', async () => {
  const desk = startCustomers(temp.store)
  const fresh = await desk.execute(addCustomer, anna, { name: 'Fresh' })
  expect(await getJourney(temp.store.read, anna, fresh.customerId, { limit: 50 })).toEqual({
    items: [],
    nextCursor: null,
  })
  await expect(getJourney(temp.store.read, anna, 'nobody', { limit: 50 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
