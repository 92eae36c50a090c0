import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../kernel/actor.ts'
import { command, type Ctx } from '../../kernel/command.ts'
import { openTempStore, type TempStore } from '../../testing/temp-store.ts'
import { identifyVisitorCustomer } from './identify-visitor.ts'
import { findOrMakeCustomer, makeCustomer } from './make-customer.ts'
import { startCustomers } from './testing.ts'

let temp: TempStore
let desk: ReturnType<typeof startCustomers>
beforeAll(async () => {
  temp = await openTempStore()
  desk = startCustomers(temp.store)
})
afterAll(() => temp.remove())

/** Runs a helper as the command that would call it. */
const within = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  desk.execute(
    command({ name: 'test', action: 'nobody', load: async () => null, allow: () => true, run: (ctx) => work(ctx) }),
    system,
    null,
  )
const find = (given: Parameters<typeof findOrMakeCustomer>[1]) => within((ctx) => findOrMakeCustomer(ctx, given))

test('an identified sender is the known customer, however the address is written', async () => {
  const made = await find({ name: 'Ewa Nowak', email: 'Ewa@Example.com', phone: '+48 601 111 222' })
  expect((await find({ email: ' EWA@example.COM ' })).id).toBe(made.id)
  expect((await find({ phone: '0048 (601) 111-222' })).id).toBe(made.id)
  expect(made).toMatchObject({
    firstName: 'Ewa',
    familyName: 'Nowak',
    emailFolded: 'ewa@example.com',
    phoneDigits: '+48601111222',
  })
})

test('two mails of a new sender in the same instant make one customer', async () => {
  const found = await Promise.all([1, 2, 3, 4].map(() => find({ email: 'new@example.com' })))
  expect(new Set(found.map(({ id }) => id)).size).toBe(1)
})

test('a shared phone says nothing; with the address it does', async () => {
  const one = await find({ name: 'One', email: 'one@example.com', phone: '+48 700 100 100' })
  const two = await find({ name: 'Two', email: 'two@example.com' })
  await temp.store.transact((tx) => tx.update(tx.t.customers).set({ phoneDigits: '+48700100100' }))
  const unsure = await find({ phone: '+48 700 100 100' })
  expect([one.id, two.id]).not.toContain(unsure.id)
  expect((await find({ email: 'two@example.com', phone: '+48 700 100 100' })).id).toBe(two.id)
})

test('who is not known at all is each time a new customer without a name', async () => {
  const first = await find({})
  const second = await find({})
  expect(first.id).not.toBe(second.id)
  expect(first).toMatchObject({ name: '', email: '', emailFolded: null })
})

test('a visitor fills his nameless customer and never becomes, or blocks, the owner of the address he typed', async () => {
  const owner = await find({ name: 'Owner', email: 'owner@example.com' })
  const visitor = await find({})
  await within((ctx) =>
    identifyVisitorCustomer(ctx, visitor.id, { name: 'Pretender', email: 'owner@example.com', language: 'bg' }),
  )
  const stored = (id: string) =>
    within(async (ctx) => (await ctx.tx.select().from(ctx.tx.t.customers)).find((row) => row.id === id))
  expect(await stored(visitor.id)).toMatchObject({
    name: 'Pretender',
    email: 'owner@example.com',
    emailFolded: null,
    language: 'bg',
    version: 2,
  })
  expect((await find({ email: 'owner@example.com' })).id).toBe(owner.id)

  const squatter = await find({})
  await within((ctx) => identifyVisitorCustomer(ctx, squatter.id, { email: 'later@example.com' }))
  expect((await within((ctx) => makeCustomer(ctx, { email: 'later@example.com' }))).id).not.toBe(squatter.id)
})

test('what is known already stays, and nothing new makes no event', async () => {
  const customer = await find({ name: 'Known', email: 'known@example.com', language: 'pl' })
  const before = desk.events.length
  await within((ctx) =>
    identifyVisitorCustomer(ctx, customer.id, { name: 'Other', email: 'other@example.com', language: 'en' }),
  )
  expect(desk.events).toHaveLength(before)
})

test('a messenger’s id is one customer’s at its channel, whatever else changes, and nobody’s at another', async () => {
  const messenger = { channelId: 'bot', value: '4711' }
  const first = await find({ name: 'Olga', messenger })
  expect((await find({ name: 'Olga K.', phone: '+48 600 700 801', messenger })).id).toBe(first.id)
  expect((await find({ messenger: { channelId: 'other-bot', value: '4711' } })).id).not.toBe(first.id)
  // Two messages of somebody new at once make one customer.
  const fresh = { messenger: { channelId: 'bot', value: '4712' } }
  const [one, two] = await Promise.all([find(fresh), find(fresh)])
  expect(one.id).toBe(two.id)
})

test('a messenger’s id that comes with a known number is that customer’s from then on', async () => {
  const known = await find({ name: 'Has a number', phone: '+48 600 700 802' })
  const messenger = { channelId: 'bot', value: '4713' }
  expect((await find({ phone: '+48600700802', messenger })).id).toBe(known.id)
  expect((await find({ messenger })).id).toBe(known.id)
})
