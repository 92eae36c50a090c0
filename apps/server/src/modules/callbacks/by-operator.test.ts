import type { Callback } from '@care/contract'
import { hourMs } from '@care/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'

let server: TestServer
let anna: Desk
let customerId: string
beforeEach(async () => {
  server = await bootServer()
  anna = await server.signIn('anna')
  const body = { name: 'Elena', phone: '+48 601 234 567' }
  customerId = (await (await server.signIn('admin')).call('addCustomer', { body })).id
})
afterEach(() => server.stop())

const now = () => server.clock.now()
async function later(ms: number): Promise<void> {
  server.clock.advance(ms)
  await server.sweep()
  await server.settle()
}
const getCallback = (activityId: string) => anna.call('getCallback', { params: { activityId } })

describe('a call back', () => {
  test('that an operator plans is offered when it is due, tried, tried again and done', async () => {
    const plan = { customerId, phone: '+48 601 234 567', at: now() + hourMs, queueId: 'q', note: 'The pump' }
    const { activityId } = await anna.call('planCallback', { body: plan })
    await anna.socket()
    await anna.call('setPresence', { body: { chosen: 'available' } })
    await server.settle()
    expect(await getCallback(activityId)).toMatchObject({ state: 'planned', origin: 'operator', dueAt: plan.at })
    await later(hourMs)
    expect(await getCallback(activityId)).toMatchObject({ state: 'offered', dueAt: null })
    await anna.call('acceptOffer', { params: { activityId } })
    const params = { activityId }
    const again = now() + 2 * hourMs
    const tried = await anna.call('noteAttempt', {
      params,
      body: { number: 1, outcome: 'later', note: '', nextTryAt: again },
    })
    expect(tried).toMatchObject({ state: 'planned', dueAt: again, attempts: [{ outcome: 'later', nextTryAt: again }] })
    const journey = await anna.call('getJourney', { params: { customerId }, query: { limit: 20 } })
    expect(journey.items.find(({ id }) => id === activityId)).toMatchObject({
      callback: { dueAt: again, tries: 1, lastOutcome: 'later', isCancelled: false },
    })
    await later(2 * hourMs)
    await anna.call('acceptOffer', { params })
    const done = await anna.call('noteAttempt', {
      params,
      body: { number: 2, outcome: 'reached', note: 'All is well' },
    })
    expect(done.attempts.map(({ outcome }) => outcome)).toEqual(['later', 'reached'])
    expect(['ended', 'wrapUp']).toContain(done.state)
  })

  test('is planned by a program over plain HTTP, once for its key, and refused in the documented words', async () => {
    const post = async (body: object, key: string, cookie = anna.cookie): Promise<[number, Callback]> => {
      const answer = await fetch(`${server.url}/api/callbacks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
        body: JSON.stringify(body),
      })
      return [answer.status, (await answer.json()) as Callback]
    }
    const body = { customerId, phone: '+48601234567', at: now() + hourMs, queueId: 'q' }
    const [status, made] = await post(body, 'order-7')
    expect([status, made.state, made.slot.from]).toEqual([200, 'planned', body.at])
    expect((await post(body, 'order-7'))[1].activityId).toBe(made.activityId)
    const { read, t } = server.services.store
    expect(await read.select().from(t.callbacks)).toMatchObject([{ origin: 'operator', createdById: 'anna' }])
    expect(await post({ ...body, phone: 'call me' }, 'k2')).toMatchObject([400, { code: 'PHONE_INVALID' }])
    expect(await post({ ...body, at: now() - 1 }, 'k3')).toMatchObject([400, { code: 'INVALID_INPUT' }])
    expect(await post({ ...body, customerId: 'nobody' }, 'k4')).toMatchObject([404, { code: 'NOT_FOUND' }])
    expect(await post(body, 'k5', '')).toMatchObject([401, {}])
  })
})
