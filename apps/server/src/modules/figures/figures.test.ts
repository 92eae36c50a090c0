import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk, Visitor } from '../../testing/people.ts'
import { timeZoneKey } from './index.ts'

let server: TestServer
let anna: Desk
let vera: Desk
beforeEach(async () => {
  server = await bootServer()
  const { settings } = server.services.store.t
  await server.services.store.transact((tx) => tx.insert(settings).values({ key: timeZoneKey, value: 'UTC' }))
  anna = await server.signIn('anna')
  vera = await server.signIn('vera')
})
afterEach(() => server.stop())

let made = 0
const words = (text = 'Hello') => ({ clientMessageId: `message-${(made += 1)}`, text })
async function arrive(): Promise<{ visitor: Visitor; activityId: string; requestId: string }> {
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: words() })
  const { activities } = server.services.store.t
  const [row] = await server.services.store.read.select().from(activities).where(eq(activities.id, chat.activityId))
  return { visitor, activityId: chat.activityId, requestId: row?.requestId ?? '' }
}
const take = (activityId: string) => anna.call('takeTask', { params: { activityId } })
const general = async () => (await vera.call('getLiveQueues')).queues.find(({ id }) => id === 'q')

describe('waits of a queue', () => {
  test('accepted in time or late, abandoned and too short to count', async () => {
    const [soon, late, gone, slip] = [await arrive(), await arrive(), await arrive(), await arrive()]
    server.clock.advance(5_000)
    await slip.visitor.call('leaveChat')
    await take(soon.activityId)
    server.clock.advance(60_000)
    await gone.visitor.call('leaveChat')
    expect(await general()).toMatchObject({ waiting: 1, inProgress: 1 })
    await take(late.activityId)
    expect(await general()).toMatchObject({
      waiting: 0,
      oldestAt: null,
      inProgress: 2,
      today: { accepted: 2, acceptedInTime: 1, abandoned: 2, shortAbandoned: 1 },
    })
    const behind = (figure: 'accepted' | 'late' | 'abandoned') =>
      vera.call('listFigureRequests', { query: { figure, queueId: 'q' } })
    expect(await behind('accepted')).toMatchObject({ total: 2 })
    const lates = (await behind('late')).items
    expect(lates).toMatchObject([{ requestId: late.requestId, canOpen: true }])
    expect(lates[0]?.value).toBeGreaterThanOrEqual(65_000)
    expect((await behind('abandoned')).items.map(({ requestId }) => requestId)).toEqual([
      gone.requestId,
      slip.requestId,
    ])
  })

  test('one that is given back and taken again has waited once', async () => {
    const { activityId } = await arrive()
    server.clock.advance(10_000)
    await take(activityId)
    server.clock.advance(600_000)
    await anna.call('returnTask', { params: { activityId }, body: {} })
    await take(activityId)
    expect(await general()).toMatchObject({ today: { accepted: 1, acceptedInTime: 1 } })
  })

  test('the longest wait is of the one who came first; at midnight the day begins anew', async () => {
    const first = await arrive()
    const at = server.clock.now()
    server.clock.advance(90_000)
    await arrive()
    const { oldestAt } = (await general()) ?? {}
    expect(Math.abs((oldestAt ?? 0) - at)).toBeLessThan(5_000)
    await take(first.activityId)
    expect(await general()).toMatchObject({ waiting: 1, today: { accepted: 1 } })
    server.clock.advance(24 * 3_600_000)
    expect(await general()).toMatchObject({ waiting: 1, today: { accepted: 0 } })
    expect((await vera.call('getLiveToday')).slots).toEqual([])
  })

  test('by half-hour and by hour and medium', async () => {
    const [one, two] = [await arrive(), await arrive()]
    await take(one.activityId)
    server.clock.advance(31 * 60_000)
    await take(two.activityId)
    expect(await vera.call('getLiveToday')).toMatchObject({
      day: '2026-04-06',
      targetPercent: 90,
      slots: [
        { slot: 18, accepted: 1, acceptedInTime: 1 },
        { slot: 19, accepted: 1, acceptedInTime: 0 },
      ],
      arrivals: [{ hour: 9, medium: 'chat', count: 2 }],
    })
  })
})

describe('who sees what', () => {
  test('an operator his own queues and their operators, a supervisor all', async () => {
    await arrive()
    const fiona = await server.signIn('fiona')
    const hers = await fiona.call('getLiveQueues')
    expect(hers.queues.map(({ id }) => id)).toEqual(['foreign'])
    expect(hers.operators.map(({ id }) => id)).toEqual(['fiona'])
    expect(hers.waiting).toEqual({ items: [], total: 0 })
    expect(hers.abilities).toMatchObject({ canAssign: false, canTake: true, canManagePresence: false })
    const all = await vera.call('getLiveQueues')
    expect(all.queues).toHaveLength(2)
    expect(all.waiting).toMatchObject({ total: 1, items: [{ queueId: 'q', offeredTo: null }] })
    const refused = fiona.call('listFigureRequests', { query: { figure: 'accepted', queueId: 'q' } })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(fiona.call('getNumbers', { query: { operatorId: 'anna' } })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const others = fiona.call('listFigureRequests', { query: { figure: 'closed', operatorId: 'anna' } })
    await expect(others).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('an operator’s numbers', () => {
  const numbers = async () => (await anna.call('getNumbers')).today
  const behind = async (figure: 'closed' | 'firstResponse' | 'handled' | 'rated', desk = anna) =>
    desk.call('listFigureRequests', { query: { figure, operatorId: 'anna', period: 'days30' } })

  test('first response, handling, closing and rating, each with its requests, the same for a supervisor', async () => {
    const { visitor, activityId, requestId } = await arrive()
    server.clock.advance(20_000)
    await take(activityId)
    server.clock.advance(10_000)
    await anna.call('sendMessage', { params: { activityId }, body: words('Hi') })
    server.clock.advance(60_000)
    await anna.call('sendMessage', { params: { activityId }, body: words('Is it fine now?') })
    await anna.call('closeRequest', { params: { requestId }, body: { outcome: 'solved', askForRating: true } })
    await visitor.call('rateChat', { body: { score: 5 } })
    const today = await numbers()
    expect(today.closed).toEqual({ count: 1, average: null })
    expect(today.rated).toEqual({ count: 1, average: 5 })
    expect(Math.round((today.firstResponse.average ?? 0) / 1000)).toBe(30)
    expect(Math.round((today.handled.average ?? 0) / 1000)).toBe(70)
    for (const figure of ['closed', 'firstResponse', 'handled', 'rated'] as const)
      expect(await behind(figure)).toMatchObject({ total: today[figure].count, items: [{ requestId, canOpen: true }] })
    expect((await vera.call('getNumbers', { query: { operatorId: 'anna' } })).today).toEqual(today)
    expect((await behind('closed', vera)).total).toBe(1)
  })

  test('a closing that is undone was none, one that is opened again stays counted', async () => {
    const { activityId, requestId } = await arrive()
    await take(activityId)
    const close = async (change: string): Promise<void> => {
      const answer = await fetch(`${server.url}/api/requests/${requestId}/close`, {
        method: 'POST',
        headers: {
          cookie: anna.cookie,
          origin: server.services.config.publicUrl ?? '',
          'content-type': 'application/json',
          'x-request-id': change,
        },
        body: JSON.stringify({ outcome: 'solved' }),
      })
      expect(answer.status).toBe(200)
    }
    await close('change-one')
    expect(await numbers()).toMatchObject({ closed: { count: 1 }, handled: { count: 1 } })
    await anna.call('undoChange', { params: { requestId }, body: { change: 'change-one' } })
    expect(await numbers()).toMatchObject({ closed: { count: 0 }, handled: { count: 0 } })
    await close('change-two')
    await anna.call('reopenRequest', { params: { requestId } })
    await close('change-three')
    expect((await numbers()).closed.count).toBe(2)
    expect((await behind('closed')).items.map((row) => row.requestId)).toEqual([requestId, requestId])
  })

  test('in another talk of the same request no first response is counted again, after reopening it is', async () => {
    const { visitor, activityId, requestId } = await arrive()
    await take(activityId)
    await anna.call('sendMessage', { params: { activityId }, body: words('Hi') })
    await anna.call('endActivity', { params: { activityId } })
    await visitor.call('sendWidgetMessage', { body: words('Still there?') })
    await take(activityId)
    await anna.call('sendMessage', { params: { activityId }, body: words('Yes') })
    expect((await numbers()).firstResponse.count).toBe(1)
    await anna.call('closeRequest', { params: { requestId }, body: { outcome: 'solved' } })
    server.clock.advance(3_600_000)
    await visitor.call('sendWidgetMessage', { body: words('It broke again') })
    server.clock.advance(10_000)
    await take(activityId)
    await anna.call('sendMessage', { params: { activityId }, body: words('Sorry') })
    const { firstResponse } = await numbers()
    expect(firstResponse.count).toBe(2)
    expect((await behind('firstResponse')).items[0]?.value).toBeLessThan(15_000)
  })
})
