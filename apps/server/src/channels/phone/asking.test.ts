import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '../../testing/people.ts'
import { openPhoneScene, phoneSecret, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
let anna: Desk
let boris: Desk
beforeEach(async () => {
  scene = await openPhoneScene({ country: 'PL', takesToken: true })
  anna = await scene.server.signIn('anna')
  boris = await scene.server.signIn('boris')
})
afterEach(() => scene.server.stop())

const asks = { asks: 'whoRings', call: 'c1', from: '601 234 567', did: '+48221234567' }
const available = async (desk: Desk) => {
  await desk.socket()
  await desk.call('setPresence', { body: { chosen: 'available' } })
  await scene.server.settle()
}

/** Asks as a phone system does, until it is told whom to ring. */
const ringsAt = (userName: string) =>
  expect.poll(() => scene.ask(asks), { timeout: 5_000 }).toMatchObject({ answer: 'ring', userName })

describe('who rings', () => {
  test('nobody, then who is offered the call, and who accepts it; then it is over', async () => {
    expect(await scene.ask(asks)).toEqual({ answer: 'wait' })
    const { activities, customers } = await scene.rows()
    expect(activities).toMatchObject([{ medium: 'call', state: 'waiting', queueId: 'q' }])
    expect(customers.map(({ phoneDigits }) => phoneDigits)).toEqual(['+48601234567'])
    await available(anna)
    await ringsAt('anna')
    expect(await scene.ask(asks)).toEqual({ answer: 'ring', userName: 'anna', extension: '101' })
    const activityId = activities[0]?.id ?? ''
    await anna.call('acceptOffer', { params: { activityId } })
    expect(await scene.ask(asks)).toEqual({ answer: 'ring', userName: 'anna', extension: '101' })
    await anna.call('endActivity', { params: { activityId } })
    expect(await scene.ask(asks)).toEqual({ answer: 'end', reason: 'over' })
    expect((await scene.rows()).activities).toHaveLength(1)
  })

  test('the next one when the first does not want it', async () => {
    await available(anna)
    await ringsAt('anna')
    await available(boris)
    const [activity] = (await scene.rows()).activities
    await anna.call('declineOffer', { params: { activityId: activity?.id ?? '' } })
    await ringsAt('boris')
    expect((await scene.rows()).activities).toMatchObject([{ offeredToId: 'boris' }])
  })

  test('ten processes’ questions at the same moment make one call of one customer', async () => {
    const other = await scene.server.another()
    const body = JSON.stringify(asks)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        scene.post('/ask', body, {}, { url: n % 2 === 0 ? other.url : scene.server.url }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    const { activities, customers, phoneCalls } = await scene.rows()
    expect([activities.length, customers.length, phoneCalls.length]).toEqual([1, 1, 1])
  })

  test('who hangs up while he waits is missed and called back; so is who is not asked about any more', async () => {
    await scene.ask(asks)
    await scene.tell({ id: 'e', call: 'c1', type: 'ended' })
    expect(await scene.ask(asks)).toEqual({ answer: 'end', reason: 'over' })
    await scene.ask({ ...asks, call: 'c2', from: '+48602000000' })
    scene.server.clock.advance(100_000)
    await scene.ask({ ...asks, call: 'c2' })
    scene.server.clock.advance(100_000)
    await scene.server.sweep()
    const stateOf = async () => {
      const { activities } = await scene.rows()
      return activities.filter(({ medium }) => medium === 'call').map(({ state, endReason }) => [state, endReason])
    }
    expect(await stateOf()).toEqual([
      ['ended', 'abandoned'],
      ['waiting', null],
    ])
    scene.server.clock.advance(30_000)
    await scene.server.sweep()
    expect(await stateOf()).toEqual([
      ['ended', 'abandoned'],
      ['ended', 'abandoned'],
    ])
    expect((await scene.rows()).callbacks.map(({ phone }) => phone)).toEqual(['+48601234567', '+48602000000'])
  })

  test('out of hours nobody, and the caller is called back when the queue opens', async () => {
    const { calendars, queues } = scene.server.services.store.t
    await scene.server.services.store.transact(async (tx) => {
      const days = Array.from({ length: 7 }, () => [])
      await tx.insert(calendars).values({
        id: 'never',
        name: 'Never',
        nameFolded: 'never',
        timeZone: 'Europe/Warsaw',
        days,
        holidays: [],
        version: 1,
      } as never)
      await tx.update(queues).set({ calendarId: 'never' })
    })
    expect(await scene.ask(asks)).toEqual({ answer: 'end', reason: 'closed' })
    expect(await scene.ask(asks)).toEqual({ answer: 'end', reason: 'over' })
    expect((await scene.rows()).callbacks).toHaveLength(1)
  })

  test('a proxy that cannot sign asks with a token and a form, and is answered in plain words', async () => {
    await available(anna)
    const headers = {
      'x-signature': 'none',
      authorization: `Bearer ${phoneSecret}`,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const form = new URLSearchParams({ asks: 'whoRings', call: 'c9', from: '+48601234567' }).toString()
    const first = await scene.post('/ask', form, headers)
    expect(first).toMatchObject({ status: 200, text: 'wait', type: 'text/plain; charset=utf-8' })
    await expect.poll(async () => (await scene.post('/ask', form, headers)).text, { timeout: 5_000 }).toBe('ring anna')
  })
})

describe('who calls', () => {
  test('his name and who looks after him; nothing of a stranger and of a switchboard', async () => {
    const { admin } = scene
    const customer = await admin.call('addCustomer', { body: { name: 'Elena Kotova', phone: '+48 601 234 567' } })
    await admin.call('addRequest', {
      body: { customerId: customer.id, title: 'Where is it', typeId: 'general', queueId: 'q', assigneeId: 'boris' },
    } as never)
    const question = { asks: 'whoCalls', from: '601 234 567' }
    expect(await scene.ask(question)).toMatchObject({ name: 'Elena Kotova' })
    expect(await scene.ask({ ...question, from: '+48 699 999 999' })).toEqual({ name: null, agent: null })
    await admin.call('addCustomer', { body: { name: 'Somebody else', phone: '+48 601 234 567' } })
    expect(await scene.ask(question)).toEqual({ name: null, agent: null })
  })

  test('among 100,000 customers in well under a second', async () => {
    const { store } = scene.server.services
    await store.transact(async (tx) => {
      for (let from = 0; from < 100_000; from += 500)
        await tx.insert(tx.t.customers).values(
          Array.from({ length: 500 }, (_, n) => ({
            id: `many-${from + n}`,
            kind: 'customer' as const,
            name: `Customer ${from + n}`,
            firstName: '',
            familyName: '',
            email: '',
            phone: '',
            phoneDigits: `+48500${String(from + n).padStart(6, '0')}`,
            isVip: false,
            attributes: {},
            createdAt: 1,
            updatedAt: 1,
            version: 1,
          })),
        )
    })
    const begun = performance.now()
    expect(await scene.ask({ asks: 'whoCalls', from: '+48500099999' })).toMatchObject({ name: 'Customer 99999' })
    expect(performance.now() - begun).toBeLessThan(1_000)
  }, 60_000)
})

test.each<[string, Record<string, unknown>, number]>([
  ['no question', { asks: 'theTime' }, 404],
  ['without a call', { asks: 'whoRings', from: '+48601234567' }, 404],
  ['without a number', { asks: 'whoCalls' }, 404],
])('%s is refused', async (_name, body, status) => {
  expect((await scene.post('/ask', JSON.stringify(body))).status).toBe(status)
})

test('a question that is forged or old is not answered', async () => {
  const body = JSON.stringify(asks)
  expect((await scene.post('/ask', body, { 'x-signature': 'sha256=00' })).status).toBe(401)
  expect((await scene.post('/ask', body, {}, { at: scene.server.clock.now() - 301_000 })).status).toBe(401)
  expect((await scene.rows()).phoneCalls).toEqual([])
})
