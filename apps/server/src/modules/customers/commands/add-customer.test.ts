import { api } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { openTempStore, type TempStore } from '../../../testing/temp-store.ts'
import { getCustomer } from '../queries/customer.ts'
import { listCustomers } from '../queries/customer-list.ts'
import { addOperator, startCustomers } from '../testing.ts'
import { addCustomer } from './add-customer.ts'

let temp: TempStore
let anna: OperatorActor
let desk: ReturnType<typeof startCustomers>
beforeAll(async () => {
  temp = await openTempStore()
  desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator')
})
afterAll(() => temp.remove())

const add = (fields: unknown, key?: string) =>
  desk.execute(addCustomer, anna, api.addCustomer.body.parse(fields), { idempotencyKey: key })
const see = (customerId: string) => getCustomer(temp.store.read, anna, customerId)

test('a customer has all that was given, and the event names fields but no personal text', async () => {
  const { customerId } = await add({
    name: 'Jan van Dijk',
    email: 'Jan@Example.com',
    phone: '+31 6 1234 5678',
    companyName: 'Café Luna',
    language: 'pl',
    timeZone: 'Europe/Warsaw',
    isVip: true,
  })
  const customer = await see(customerId)
  expect(api.getCustomer.response.parse(customer)).toMatchObject({
    kind: 'customer',
    name: 'Jan van Dijk',
    firstName: 'Jan van',
    familyName: 'Dijk',
    email: 'Jan@Example.com',
    phone: '+31 6 1234 5678',
    company: { name: 'Café Luna' },
    language: 'pl',
    timeZone: 'Europe/Warsaw',
    isVip: true,
    version: 1,
    requests: { open: 0, total: 0 },
    abilities: { edit: true },
  })
  const { events } = temp.store.t
  const [event] = await temp.store.read.select().from(events).where(eq(events.customerId, customerId))
  expect(event).toMatchObject({ type: 'customer.created', actorId: 'anna', command: 'add-customer', requestId: null })
  expect(JSON.stringify(event?.facts)).not.toMatch(/Jan|Dijk|Luna|1234/)
})

test('the same company, however written, is one row', async () => {
  const one = await see((await add({ name: 'A', companyName: 'Łódź Kawa' })).customerId)
  const two = await see((await add({ name: 'B', companyName: 'LODZ kawa' })).customerId)
  expect(two.company).toEqual(one.company)
})

test('an email that another customer has is refused and names him', async () => {
  const { customerId } = await add({ email: 'taken@example.com' })
  await expect(add({ name: 'Other', email: ' TAKEN@example.com ' })).rejects.toMatchObject({
    code: 'EMAIL_TAKEN',
    details: { customerId },
  })
})

test('of many who add the same email in the same instant exactly one makes the customer, the others are told who it is', async () => {
  const spellings = ['same@example.com', 'SAME@example.com', ' Same@Example.com', 'same@EXAMPLE.com']
  const results = await Promise.allSettled(
    [...spellings, ...spellings].map((email, i) => add({ name: `By ${i}`, email })),
  )
  const made = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value.customerId)
  expect(made).toHaveLength(1)
  for (const lost of results.filter((result) => result.status === 'rejected'))
    expect(lost.reason).toMatchObject({ code: 'EMAIL_TAKEN', details: { customerId: made[0] } })
})

test('the same key twice makes one customer', async () => {
  const first = await add({ name: 'Once' }, 'key-of-once')
  expect(await add({ name: 'Once' }, 'key-of-once')).toEqual(first)
})

test('visitors, strangers and operators without the right are refused', async () => {
  const input = { name: 'X' }
  const visitor = { kind: 'visitor', id: 'v', customerId: 'c', siteId: 's' } as const
  await expect(desk.execute(addCustomer, visitor, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(desk.execute(addCustomer, { kind: 'nobody', address: '' }, input)).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  await expect(
    desk.execute(addCustomer, { ...anna, permissions: new Set(['customers.view'] as const) }, input),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test.each([
  ['10,000 characters', { name: 'x'.repeat(10_000) }],
  ['no name, email or phone', { companyName: 'Alone' }],
  ['an email that is none', { email: 'not an email' }],
  ['an unknown time zone', { name: 'x', timeZone: 'Mars/Base' }],
])('%s is refused by the contract', (_what, body) => {
  expect(api.addCustomer.body.safeParse(body).success).toBe(false)
})

test.each([
  "Robert'); DROP TABLE customers;--",
  '<img src=x onerror=alert(1)>',
  'مرحبا بالعالم',
  'שלום ‮abc‬',
  '👩‍👩‍👧‍👦 Zoë 🇧🇬',
  '" OR ""="',
  'ﷺ'.repeat(200),
  '%',
])('%j is stored and shown as it is, in every text field', async (text) => {
  const { customerId } = await add({ name: text, companyName: text })
  const customer = await see(customerId)
  expect(customer).toMatchObject({ name: text, company: { name: text } })
  const found = await listCustomers(temp.store.read, anna, { search: text.slice(0, 60), limit: 100 })
  expect(found.items.map((item) => item.id)).toContain(customerId)
})
