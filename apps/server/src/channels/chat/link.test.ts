import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, siteKey, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'

let server: TestServer
let admin: Desk
beforeAll(async () => {
  server = await bootServer()
  admin = await server.signIn('admin')
})
afterAll(() => server.stop())

const key = () => `key-${Math.random()}-0123456789`

/** A known customer with a request, and a visitor who types his address. */
async function claim(email: string) {
  const known = await admin.call('addCustomer', { body: { name: 'Maria Real', email } })
  await admin.call('addRequest', { body: { customerId: known.id, title: 'A secret matter' } })
  const visitor = await server.newVisitor()
  const begin = { clientMessageId: key(), text: 'Where is it?', name: 'Says he is', email }
  const { chat } = await visitor.call('startChat', { body: begin })
  const { customer } = await admin.call('getActivity', { params: { activityId: chat.activityId } })
  return { known, visitor, chat, claimantId: customer.id }
}
const session = async (token: string) => {
  const visitor = await server.newVisitor()
  return visitor.call('openWidget', { body: { siteKey, token } })
}

test('an address that a visitor types makes nobody of him: he stays apart, and is offered for linking', async () => {
  const { known, claimantId } = await claim('apart@example.com')
  expect(claimantId).not.toBe(known.id)
  const { duplicates } = await admin.call('getCustomerHints', { params: { customerId: claimantId } })
  expect(duplicates).toMatchObject([
    { customer: { id: known.id }, reasons: ['email'], isUnproven: true, staysId: known.id },
  ])
})

test('linked, he still sees only what he said himself, and his talk goes on', async () => {
  const { known, visitor, chat, claimantId } = await claim('linked@example.com')
  const [target, source] = [
    await admin.call('getCustomer', { params: { customerId: known.id } }),
    await admin.call('getCustomer', { params: { customerId: claimantId } }),
  ]
  const { mergeId } = await admin.call('mergeCustomers', {
    params: { customerId: target.id },
    version: target.version,
    body: { sourceId: source.id, sourceVersion: source.version },
  })
  const seen = await session(visitor.token)
  expect(seen.visitor).toEqual({ name: 'Says he is', email: 'linked@example.com' })
  expect(seen.messages.map(({ text }) => text)).toEqual(['Where is it?'])
  expect(JSON.stringify(seen)).not.toContain('secret')
  expect(JSON.stringify(seen)).not.toContain('Maria')

  // A late message of an open widget arrives at the one who stays.
  await visitor.call('sendWidgetMessage', { body: { clientMessageId: key(), text: 'Hello?' } })
  const talk = await admin.call('getActivity', { params: { activityId: chat.activityId } })
  expect(talk.customer.id).toBe(known.id)
  // So does a request that somebody adds to the record of before.
  const body = { customerId: claimantId, title: 'Late' }
  expect((await admin.call('addRequest', { body })).customer.id).toBe(known.id)

  await admin.call('undoCustomerMerge', { params: { mergeId } })
  const after = await admin.call('getActivity', { params: { activityId: chat.activityId } })
  expect(after.customer.id).toBe(claimantId)
  expect((await session(visitor.token)).visitor.name).toBe('Says he is')
})

test('a number that he typed to be called back at is offered and never matched', async () => {
  const known = await admin.call('addCustomer', { body: { name: 'Has the number', phone: '+48 603 222 333' } })
  const visitor = await server.newVisitor()
  const [slot] = (await visitor.call('listCallbackSlots', {})).items
  await visitor.call('askCallback', {
    body: { phone: '+48603222333', from: slot?.from ?? 0, note: '', timeZone: 'Europe/Warsaw' },
  })
  const { visitors } = server.services.store.t
  const [row] = await server.services.store.read.select().from(visitors).where(eq(visitors.id, visitor.visitorId))
  expect(row?.customerId).not.toBe(known.id)
  const { duplicates } = await admin.call('getCustomerHints', { params: { customerId: row?.customerId ?? '' } })
  expect(duplicates).toMatchObject([{ customer: { id: known.id }, reasons: ['phone'], isUnproven: true }])
})
