import { and, eq } from '../../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import type { Services } from '../../../kernel/services.ts'
import { openTempStore, type TempStore } from '../../../testing/temp-store.ts'
import { audience } from '../audience.ts'
import { identifyVisitorCustomer } from '../identify-visitor.ts'
import { getCustomer } from '../queries/customer.ts'
import { listCustomers } from '../queries/customer-list.ts'
import { activityRow, addOperator, startCustomers } from '../testing.ts'
import { command } from '../../../kernel/command.ts'
import { addCustomer } from './add-customer.ts'
import { editCustomer } from './edit-customer.ts'

let temp: TempStore
let anna: OperatorActor
let boris: OperatorActor
let desk: ReturnType<typeof startCustomers>
beforeAll(async () => {
  temp = await openTempStore()
  desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator')
  boris = await addOperator(temp.store, 'boris', 'Boris Petrov', 'operator')
})
afterAll(() => temp.remove())

const add = async (name: string, email = '') => (await desk.execute(addCustomer, anna, { name, email })).customerId
const see = (customerId: string) => getCustomer(temp.store.read, anna, customerId)

test('changed fields are stored, the version counts, the search follows', async () => {
  const customerId = await add('Old Name')
  desk.clock.advance(60_000)
  await desk.execute(editCustomer, boris, {
    customerId,
    version: 1,
    patch: { name: 'Nova Person', companyName: 'Brew Ltd' },
  })
  const customer = await see(customerId)
  expect(customer).toMatchObject({
    name: 'Nova Person',
    familyName: 'Person',
    company: { name: 'Brew Ltd' },
    version: 2,
  })
  expect(customer.updatedAt).toBeGreaterThan(customer.createdAt)
  const find = async (search: string) =>
    (await listCustomers(temp.store.read, anna, { search, limit: 50 })).items.map(({ id }) => id)
  expect(await find('old name')).toEqual([])
  expect(await find('brew nova')).toEqual([customerId])
  await desk.execute(editCustomer, boris, { customerId, version: 2, patch: { companyName: '' } })
  expect((await see(customerId)).company).toBeNull()
})

test('an edit that changes nothing makes no event and no version', async () => {
  const customerId = await add('Same')
  const before = desk.events.length
  await desk.execute(editCustomer, anna, { customerId, version: 1, patch: { name: 'Same', timeZone: '' } })
  expect(desk.events).toHaveLength(before)
  expect((await see(customerId)).version).toBe(1)
})

test('an old version is refused with who, when and the current values of the wanted fields', async () => {
  const customerId = await add('Conflict')
  desk.clock.advance(60_000)
  await desk.execute(editCustomer, boris, { customerId, version: 1, patch: { phone: '+1 212 555 0100' } })
  const changedAt = desk.events.at(-1)?.at
  await expect(
    desk.execute(editCustomer, anna, {
      customerId,
      version: 1,
      patch: { name: 'Mine', phone: '100', companyName: 'C' },
    }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    details: {
      currentVersion: 2,
      changedBy: 'Boris Petrov',
      changedAt,
      current: { name: 'Conflict', phone: '+1 212 555 0100', companyName: '' },
    },
  })
  expect(await see(customerId)).toMatchObject({ name: 'Conflict', phone: '+1 212 555 0100' })
})

test('of two edits at once exactly one wins and the other is told who', async () => {
  const customerId = await add('Race')
  const results = await Promise.allSettled(
    [anna, boris, anna, boris].map((who, i) =>
      desk.execute(editCustomer, who, { customerId, version: 1, patch: { name: `By ${i}` } }),
    ),
  )
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost).toHaveLength(3)
  for (const { reason } of lost) expect(reason).toMatchObject({ code: 'CONFLICT', details: { currentVersion: 2 } })
  const customer = await see(customerId)
  expect(customer.version).toBe(2)
  const { events } = temp.store.t
  const edits = await temp.store.read
    .select()
    .from(events)
    .where(and(eq(events.customerId, customerId), eq(events.type, 'customer.edited')))
  expect(edits).toHaveLength(1)
})

test('an email of another customer, an unknown customer and a missing right are refused', async () => {
  await add('Holder', 'holder@example.com')
  const customerId = await add('Wants it')
  await expect(
    desk.execute(editCustomer, anna, { customerId, version: 1, patch: { email: 'HOLDER@example.com' } }),
  ).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
  await expect(
    desk.execute(editCustomer, anna, { customerId: 'nobody', version: 1, patch: { name: 'x' } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(
    desk.execute(
      editCustomer,
      { ...anna, permissions: new Set(['customers.view'] as const) },
      { customerId, version: 1, patch: { name: 'x' } },
    ),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await see(customerId)).version).toBe(1)
})

test('one email given to two customers, and to a new one, in the same instant is had by one', async () => {
  const [one, two] = [await add('One'), await add('Two')]
  const email = 'wanted@example.com'
  const results = await Promise.allSettled([
    desk.execute(editCustomer, anna, { customerId: one, version: 1, patch: { email } }),
    desk.execute(editCustomer, boris, { customerId: two, version: 1, patch: { email } }),
    add('Three', email),
  ])
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  for (const lost of results.filter((result) => result.status === 'rejected'))
    expect(lost.reason).toMatchObject({ code: 'EMAIL_TAKEN' })
  const { customers } = temp.store.t
  const holders = await temp.store.read.select().from(customers).where(eq(customers.emailFolded, email))
  expect(holders).toHaveLength(1)
})

test('the VIP mark moves his tasks in the queue at once, and only his open ones', async () => {
  const customerId = await add('Important')
  const of = (id: string, state: 'waiting' | 'active' | 'ended') =>
    activityRow({
      id,
      requestId: 'r',
      customerId,
      state,
      queueId: 'q',
      operatorId: state === 'active' ? 'boris' : null,
    })
  await temp.store.transact((tx) =>
    tx
      .insert(tx.t.activities)
      .values([
        of('w', 'waiting'),
        of('a', 'active'),
        of('e', 'ended'),
        { ...of('other', 'waiting'), customerId: 'x' },
      ]),
  )
  await desk.execute(editCustomer, anna, { customerId, version: 1, patch: { isVip: true } })
  const { activities } = temp.store.t
  const ranks = async () =>
    Object.fromEntries((await temp.store.read.select().from(activities)).map((row) => [row.id, row.vipRank]))
  expect(await ranks()).toEqual({ w: 0, a: 0, e: 1, other: 1 })
  await desk.execute(editCustomer, anna, { customerId, version: 2, patch: { isVip: false } })
  expect(await ranks()).toEqual({ w: 1, a: 1, e: 1, other: 1 })

  const event = desk.events.at(-1)
  if (event?.type !== 'customer.edited') throw new Error('no edit')
  const pushes = await audience['customer.edited'](event, { store: temp.store } as Services)
  expect(pushes).toEqual([
    {
      to: 'desk',
      rooms: [`customer:${customerId}`, 'operator:boris'],
      event: 'customer.changed',
      payload: { customerId, version: 3 },
    },
    { to: 'coalesced', kind: 'queue', id: 'q' },
  ])
})

test('a conflict with what the customer himself typed names him', async () => {
  const { customerId } = await desk.execute(addCustomer, anna, { phone: '+1 212 555 0111' })
  const identify = command({
    name: 'identify',
    action: 'visitor',
    load: async () => null,
    allow: () => true,
    run: (ctx) => identifyVisitorCustomer(ctx, customerId, { name: 'Maria' }),
  })
  await desk.execute(identify, { kind: 'visitor', id: 'v', customerId, siteId: 's' }, null)
  await expect(
    desk.execute(editCustomer, anna, { customerId, version: 1, patch: { name: 'M' } }),
  ).rejects.toMatchObject({
    details: { changedBy: 'Maria', current: { name: 'Maria' } },
  })
})

test('a phone number that is none is refused and nothing is changed; a home number is completed by his language', async () => {
  const customerId = await add('Phones')
  const save = (version: number, patch: object) => desk.execute(editCustomer, anna, { customerId, version, patch })
  await expect(save(1, { name: 'Not saved', phone: 'ring me' })).rejects.toMatchObject({ code: 'PHONE_INVALID' })
  expect(await see(customerId)).toMatchObject({ name: 'Phones', phone: '', version: 1 })
  await save(1, { phone: '601 234 567' })
  expect(await see(customerId)).toMatchObject({ phone: '601 234 567', phoneNumber: null })
  await save(2, { phone: '601-234-567', language: 'pl' })
  expect(await see(customerId)).toMatchObject({ phone: '601-234-567', phoneNumber: '+48601234567' })
})
