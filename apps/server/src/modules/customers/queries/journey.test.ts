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
        requestRow({ id: 'had', number: 5, customerId, lastUpdateAt: 10, queueId: 'billing', category: 'closed' }),
        requestRow({ id: 'other', number: 6, customerId: 'somebody', lastUpdateAt: 60, assigneeId: 'anna' }),
      ])
    const common = { customerId, note: '', ownerId: 'anna', updatedAt: 0, version: 1 }
    await tx
      .insert(tx.t.todos)
      .values({ ...common, id: 't1', requestId: 'mine', title: 'Call', dueKey: 99, createdAt: 15 })
    await tx.insert(tx.t.deals).values({
      ...common,
      id: 'd1',
      requestId: null,
      title: 'Ten machines',
      amount: 5,
      currency: 'EUR',
      stage: 'new',
      state: 'open',
      expectedKey: '9',
      createdAt: 30,
    })
    await tx.insert(tx.t.ratings).values({
      id: 'rated',
      requestId: 'foreign',
      activityId: 'a4',
      customerId,
      score: 2,
      comment: 'Too late',
      createdAt: 35,
    })
    await tx.insert(tx.t.activities).values([
      activityRow({ id: 'a2', requestId: 'mine', customerId, startedAt: 20, operatorId: 'anna', messageSeq: 7 }),
      activityRow({ id: 'a1', requestId: 'mine', customerId, startedAt: 10, state: 'ended', medium: 'call' }),
      activityRow({
        id: 'a3',
        requestId: 'offered',
        customerId,
        startedAt: 40,
        state: 'offered',
        offeredToId: 'anna',
      }),
      activityRow({ id: 'a4', requestId: 'foreign', customerId, operatorId: 'vera' }),
      activityRow({ id: 'a5', requestId: 'had', customerId, operatorId: 'anna', state: 'ended' }),
    ])
  })
})
afterAll(() => temp.remove())

const line = (viewer: OperatorActor, query: Partial<Parameters<typeof getJourney>[3]> = {}) =>
  getJourney(temp.store.read, viewer, customerId, { limit: 50, ...query })
const ids = async (viewer: OperatorActor, query: Partial<Parameters<typeof getJourney>[3]> = {}) =>
  (await line(viewer, query)).items.map(({ id }) => id)

test('everything stands on one line of time, latest first, with its requests', async () => {
  const { items, requests, nextCursor } = api.getJourney.response.parse(await line(vera))
  expect(items.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'activity a3',
    'rating rated',
    'deal d1',
    'activity a2',
    'todo t1',
    'activity a1',
    'request queue',
    'request offered',
    'request mine',
    'request had',
    'request foreign',
    'activity a5',
    'activity a4',
  ])
  expect(items.find(({ id }) => id === 'a2')).toEqual({
    kind: 'activity',
    id: 'a2',
    at: 20,
    requestId: 'mine',
    medium: 'email',
    state: 'active',
    endedAt: null,
    title: 'title of a2',
    operator: { id: 'anna', name: 'Anna Kowalska' },
    messages: 7,
    callback: null,
    canMove: true,
  })
  expect(requests.map(({ id }) => id).toSorted()).toEqual(['foreign', 'had', 'mine', 'offered', 'queue'])
  expect(requests.every(({ canSee }) => canSee)).toBe(true)
  expect(nextCursor).toBeNull()
})

test('what an operator may not see is there without a word of it', async () => {
  const { items, requests } = await line(anna)
  expect(requests.filter(({ canSee }) => !canSee).map(({ id, title }) => [id, title])).toEqual([['foreign', '']])
  expect(items.find(({ id }) => id === 'a4')).toMatchObject({ title: '', operator: null, canMove: false })
  expect(items.find(({ id }) => id === 'rated')).toMatchObject({ score: 2, comment: '' })
  expect(items.find(({ id }) => id === 'a2')).toMatchObject({ title: 'title of a2', canMove: true })
  expect(items.find(({ id }) => id === 'a1')).toMatchObject({ canMove: true })
  expect(items.find(({ id }) => id === 'a3')).toMatchObject({ canMove: false })
})

test('filters: kind, medium, state of the request, from and until', async () => {
  expect(await ids(vera, { kind: 'todo' })).toEqual(['t1'])
  expect(await ids(vera, { medium: 'call' })).toEqual(['a1'])
  expect(await ids(vera, { state: 'closed' })).toEqual(['had', 'a5'])
  expect(await ids(vera, { state: 'open', kind: 'request' })).toEqual(['queue', 'offered', 'mine', 'foreign'])
  expect(await ids(vera, { from: 20, until: 35 })).toEqual(['d1', 'a2'])
})

test('pages of any size meet without a gap or a double, also between items of the same time', async () => {
  const whole = await ids(vera)
  for (const limit of [1, 2, 5]) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof line>> = await line(vera, { limit, ...(cursor === null ? {} : { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(whole)
  }
})

test('a customer without anything has an empty journey, an unknown one none', async () => {
  const desk = startCustomers(temp.store)
  const fresh = await desk.execute(addCustomer, anna, { name: 'Fresh' })
  expect(await getJourney(temp.store.read, anna, fresh.customerId, { limit: 50 })).toEqual({
    items: [],
    requests: [],
    nextCursor: null,
  })
  await expect(getJourney(temp.store.read, anna, 'nobody', { limit: 50 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
