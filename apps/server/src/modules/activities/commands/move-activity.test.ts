import { eq } from '../../../db/drizzle.ts'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { bootServer, siteKey, type TestServer } from '../../../testing/boot-server.ts'
import { openRouting, type RoutingBench } from '../../../testing/routing-bench.ts'
import { closeRequest } from '../../requests/index.ts'
import { addRequest } from '../../requests/commands/add-request.ts'
import { takeTask } from '../../routing/commands/take-task.ts'
import { undoChange } from '../../undo/commands/undo-change.ts'
import { moveActivity, moveToCustomer } from './move-activity.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 20)
})
afterEach(() => bench.remove())

let made = 0
const named = () => ({ requestId: `change-${(made += 1)}` })
const add = async (customerId: string, title: string) =>
  (await bench.execute(addRequest, anna, { customerId, title, description: '', priority: 'normal' })).requestId
async function talk() {
  const visitor = await bench.visitor('Jonas')
  const id = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
  await bench.execute(takeTask, anna, { activityId: id })
  return { id, visitor, requestId: (await bench.row(id)).requestId }
}
const problem = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: { code: string; details: { problem?: string } }) => error.details.problem ?? error.code,
  )

test('to a request that was closed meanwhile it is refused, saying so; nothing has moved', async () => {
  const { id, visitor, requestId } = await talk()
  const other = await add(visitor.customerId, 'Other')
  await bench.execute(closeRequest, anna, { requestId: other, outcome: 'solved' })
  expect(await problem(bench.execute(moveActivity, anna, { activityId: id, requestId: other }))).toBe('TO_CLOSED')
  expect((await bench.row(id)).requestId).toBe(requestId)
  const [open] = [await add(visitor.customerId, 'Open')]
  await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
  expect(await problem(bench.execute(moveActivity, anna, { activityId: id, requestId: open }))).toBe('FROM_CLOSED')
})

describe('to another customer', () => {
  test('into a new request of his, by name; both histories say so, its rank is his, and undo brings it back', async () => {
    const { id, requestId, visitor } = await talk()
    const maria = await bench.visitor('Maria')
    const { customers } = bench.store.t
    await bench.store.transact((tx) =>
      tx.update(customers).set({ isVip: true }).where(eq(customers.id, maria.customerId)),
    )
    const before = { ...(await bench.row(id)), version: 0 }
    const change = named()
    const input = { activityId: id, customerId: maria.customerId, requestId: null }
    await bench.execute(moveToCustomer, anna, input, change)
    expect(await bench.row(id)).toMatchObject({ customerId: maria.customerId, vipRank: 0, visitorId: visitor.id })
    const events = bench.ofType('activity.moved') as Array<{ facts: Record<string, unknown> }>
    expect(events.map(({ facts }) => facts.customerId)).toEqual([maria.customerId, visitor.customerId])
    await bench.execute(undoChange, anna, { requestId, change: change.requestId })
    expect({ ...(await bench.row(id)), version: 0 }).toEqual(before)
  })

  test('is refused to the same one, to a request of a third, to a closed one', async () => {
    const { id, visitor } = await talk()
    const [maria, eva] = [await bench.visitor('Maria'), await bench.visitor('Eva')]
    const ofEva = await add(eva.customerId, 'Of Eva')
    const move = (customerId: string, requestId: string | null) =>
      problem(bench.execute(moveToCustomer, anna, { activityId: id, customerId, requestId }))
    expect(await move(visitor.customerId, null)).toBe('SAME_CUSTOMER')
    expect(await move(maria.customerId, ofEva)).toBe('OTHER_CUSTOMER')
    await bench.execute(closeRequest, anna, { requestId: ofEva, outcome: 'solved' })
    expect(await move(eva.customerId, ofEva)).toBe('TO_CLOSED')
    expect(await move('nobody', null)).toBe('NOT_FOUND')
    expect(await problem(bench.execute(moveActivity, anna, { activityId: id, requestId: ofEva }))).toBe(
      'OTHER_CUSTOMER',
    )
    const readOnly = { ...anna, permissions: new Set([...anna.permissions].filter((one) => one !== 'customers.edit')) }
    const input = { activityId: id, customerId: maria.customerId, requestId: null }
    expect(await problem(bench.execute(moveToCustomer, readOnly, input))).toBe('FORBIDDEN')
  })
})

test('any moves, undone in reverse, leave activities, comments and requests as they were', async () => {
  const { id, visitor } = await talk()
  const second = await bench.task({ customerId: visitor.customerId, medium: 'email' })
  await bench.execute(takeTask, anna, { activityId: second })
  const maria = await bench.visitor('Maria')
  const places = [await add(visitor.customerId, 'A'), await add(visitor.customerId, 'B'), null]
  const rows = async () => {
    const { activities, requests } = bench.store.t
    const all = await bench.store.read.select().from(activities).orderBy(activities.id)
    const left = await bench.store.read.select({ id: requests.id }).from(requests).orderBy(requests.id)
    return { activities: all.map((row) => ({ ...row, version: 0 })), requests: left }
  }
  const steps = fc.array(fc.tuple(fc.constantFrom(id, second), fc.nat(3)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const before = await rows()
      const done: Array<{ requestId: string; change: string }> = []
      for (const [activityId, to] of order) {
        const change = named()
        const { requestId: from } = await bench.row(activityId)
        const input = { activityId, requestId: places[to] ?? null }
        const moving =
          to === 3
            ? bench.execute(moveToCustomer, anna, { ...input, customerId: maria.customerId }, change)
            : bench.execute(moveActivity, anna, input, change)
        if ((await problem(moving)) === 'none') done.push({ requestId: from, change: change.requestId })
      }
      for (const step of done.toReversed()) await bench.execute(undoChange, anna, step)
      expect(await rows()).toEqual(before)
    }),
    { numRuns: 20 },
  )
})

describe('a visitor whose chat is moved', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await bootServer()
  })
  afterAll(() => server.stop())
  const key = () => `key-${Math.random()}-0123456789`

  test('goes on talking and sees only his own words', async () => {
    const admin = await server.signIn('admin')
    const secret = await admin.call('addCustomer', { body: { name: 'Maria Secret', email: 'maria@example.com' } })
    const matter = await admin.call('addRequest', { body: { customerId: secret.id, title: 'A secret matter' } })
    const visitor = await server.newVisitor()
    const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: 'Mine', name: 'Jonas' } })
    const moved = await admin.call('moveToCustomer', {
      params: { activityId: chat.activityId },
      body: { customerId: secret.id, requestId: matter.id },
    })
    expect(moved).toMatchObject({ customer: { id: secret.id }, request: { id: matter.id } })
    await visitor.call('sendWidgetMessage', { body: { clientMessageId: key(), text: 'Still me' } })
    const again = await server.newVisitor()
    const seen = await again.call('openWidget', { body: { siteKey, token: visitor.token } })
    expect(seen.visitor).toMatchObject({ name: 'Jonas' })
    expect(seen.messages.map(({ text }) => text)).toEqual(['Mine', 'Still me'])
    expect(JSON.stringify(seen)).not.toMatch(/secret|maria/i)
  })
})
