import { createHash } from 'node:crypto'
import { canCloseWith, dayMs, defaultOutcomes, hourMs, media, splitFullName } from '@care/domain'
import { unknownVariables } from '@care/domain/quick-replies'
import { count } from '../db/drizzle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../db/schema/index.ts'
import { createTestClock } from '../kernel/clock.ts'
import { openTempStore, type TempStore } from '../testing/temp-store.ts'
import { isPassword } from '../modules/operators/index.ts'
import { demoPassword, makeDemo, seedDemo } from './index.ts'
import { demoStage } from './return-type.ts'
import { openPlans } from './requests.ts'
import type { Row, Rows } from './rows.ts'

const now = Date.UTC(2026, 4, 13, 10, 30)
const origins = ['http://localhost:3000']
const rows = makeDemo(now, 'hash', origins)
const of = <T extends keyof Tables>(table: T): Row<T>[] => (rows[table] ?? []) as Row<T>[]
const ids = (
  table:
    | 'customers'
    | 'companies'
    | 'activities'
    | 'requests'
    | 'operators'
    | 'queues'
    | 'requestTypes'
    | 'sites'
    | 'visitors',
) => new Set(of(table).map(({ id }) => id))
const fingerprint = (made: Rows) => createHash('sha256').update(JSON.stringify(made)).digest('hex')

describe('the rows', () => {
  test('are the same for the same time, and others for another', () => {
    expect(fingerprint(makeDemo(now, 'hash', origins))).toBe(fingerprint(rows))
    expect(fingerprint(makeDemo(now + 1, 'hash', origins))).not.toBe(fingerprint(rows))
  })

  test('are as many as promised', () => {
    expect(of('customers')).toHaveLength(200)
    expect(of('companies')).toHaveLength(40)
    expect(of('requests')).toHaveLength(2_000)
    expect(of('requests').map(({ number }) => number)).toEqual(Array.from({ length: 2_000 }, (_, i) => i + 1))
    expect(of('counters')).toEqual([{ name: 'requestNumber', value: 2_000 }])
    expect(of('operators').map(({ email }) => email)).toEqual([
      'anna@example.com',
      'boris@example.com',
      'vera@example.com',
      'admin@example.com',
    ])
    expect(of('sites')).toMatchObject([{ key: 'demo', name: 'Brewhaus', allowedOrigins: origins }])
    expect(of('queues').map(({ name }) => name)).toEqual(['Orders and returns', 'Billing', 'Service'])
    expect(of('groups').map(({ name }) => name)).toEqual(['Machine technicians'])
    expect(of('customers').filter(({ isVip }) => isVip).length).toBeGreaterThan(5)
    expect(new Set(of('customers').map(({ language }) => language))).toEqual(new Set(['en', 'ru', 'pl', 'bg']))
    expect(new Set(of('activities').map(({ medium }) => medium))).toEqual(new Set(Object.keys(media)))
  })

  test('have quick replies in every language, with variables that exist', () => {
    const replies = of('quickReplies')
    expect(replies.length).toBeGreaterThanOrEqual(12)
    expect(new Set(replies.map(({ owner, shortcutFolded }) => `${owner}/${shortcutFolded}`)).size).toBe(replies.length)
    for (const { texts } of replies) {
      expect(Object.keys(texts).toSorted()).toEqual(['bg', 'en', 'pl', 'ru'])
      expect(Object.values(texts).flatMap(unknownVariables)).toEqual([])
    }
    expect(new Set(of('quickReplyWords').map(({ quickReplyId }) => quickReplyId)).size).toBe(replies.length)
  })

  test('name nobody twice and split his name as people do', () => {
    const emails = of('customers').flatMap(({ emailFolded }) => emailFolded ?? [])
    expect(new Set(emails).size).toBe(emails.length)
    for (const customer of of('customers')) {
      expect(customer).toMatchObject(splitFullName(customer.name))
      expect(customer.email || customer.phone).not.toBe('')
      expect(customer.email).toMatch(/^$|^[a-z0-9.-]+@[a-z0-9-]+\.(com|net|org|example)$/)
    }
  })

  test('refer only to what exists', () => {
    const exist = {
      customerId: ids('customers'),
      companyId: ids('companies'),
      requestId: ids('requests'),
      activityId: ids('activities'),
      typeId: ids('requestTypes'),
      siteId: ids('sites'),
      visitorId: ids('visitors'),
      queueId: ids('queues'),
      previousId: ids('requests'),
    }
    const operatorIds = ids('operators')
    for (const column of ['operatorId', 'assigneeId', 'closedById', 'lastOperatorId', 'offeredToId'])
      Object.assign(exist, { [column]: operatorIds })
    const lost = (row: Record<string, unknown>) =>
      Object.entries(exist).filter(([column, known]) => typeof row[column] === 'string' && !known.has(row[column]))
    for (const list of Object.values(rows) as Record<string, unknown>[][]) expect(list.flatMap(lost)).toEqual([])
    const actors = {
      operator: operatorIds,
      customer: ids('customers'),
      system: new Set([null]),
      rule: new Set<string>(),
    }
    const unknown = of('events').filter(({ actorKind, actorId }) => !new Set<unknown>(actors[actorKind]).has(actorId))
    expect(unknown).toEqual([])
  })

  test('leave no placeholder unfilled', () => {
    expect(
      JSON.stringify([of('messages'), of('requests'), of('comments')].flat().map((row) => Object.values(row))),
    ).not.toMatch(/\{\w+\}/)
  })

  test('give every request an owner, from its first event on', () => {
    for (const request of of('requests')) expect(request.queueId ?? request.assigneeId).toBeTruthy()
    const created = of('events').filter(({ type }) => type === 'request.created')
    expect(created.every(({ facts }) => facts.queueId !== null)).toBe(true)
    expect(new Set(created.map(({ requestId }) => requestId)).size).toBe(2_000)
  })

  test('number the messages of each activity without a gap, in order of time', () => {
    const threads = Map.groupBy(of('messages'), ({ activityId }) => activityId)
    for (const activity of of('activities')) {
      const thread = threads.get(activity.id) ?? []
      expect(thread.map(({ seq }) => seq)).toEqual(Array.from({ length: activity.messageSeq }, (_, i) => i + 1))
      expect(thread.map(({ createdAt }) => createdAt)).toEqual(
        thread.map(({ createdAt }) => createdAt).toSorted((a, b) => a - b),
      )
      expect(thread.length > 0).toBe(media[activity.medium].hasThread)
    }
  })

  test('say of every old call, call back and mail what those of today say', () => {
    const known = (medium: string) => of('activities').filter((activity) => activity.medium === medium)
    const calls = new Map(of('calls').map((call) => [call.activityId, call]))
    for (const { id, acceptedAt } of known('call')) {
      expect(calls.get(id)).toMatchObject({ state: 'ended', answeredAt: acceptedAt })
      expect(calls.get(id)?.endedAt).toBeGreaterThan(acceptedAt ?? 0)
    }
    expect(of('callEvents')).toHaveLength(calls.size * 3)
    const attempts = new Map(of('callbackAttempts').map((attempt) => [attempt.activityId, attempt]))
    expect(new Set(of('callbacks').map(({ activityId }) => activityId))).toEqual(
      new Set(known('callback').map(({ id }) => id)),
    )
    for (const { activityId, phone } of of('callbacks')) {
      expect(phone).toMatch(/^\+\d{8,}$/u)
      expect(attempts.get(activityId)?.outcome).toBe('reached')
    }
    const addressed = new Set(of('customers').flatMap(({ id, email }) => (email === '' ? [] : [id])))
    const threads = known('email').filter(({ customerId }) => addressed.has(customerId))
    const messages = threads.reduce((sum, { messageSeq }) => sum + messageSeq, 0)
    expect(of('mails')).toHaveLength(messages)
    expect(new Set(of('mails').map(({ internetId }) => internetId)).size).toBe(messages)
  })

  test.each(['2026-05-13T10:30Z', '2026-01-01T00:10Z', '2027-08-15T03:00Z'])('stand in the past, at %s', (time) => {
    const at = Date.parse(time)
    const moments = ['at', 'createdAt', 'lastUpdateAt', 'closedAt', 'endedAt', 'startedAt']
    const isLater = (row: Record<string, unknown>) => moments.some((column) => Number(row[column] ?? 0) > at)
    for (const list of Object.values(makeDemo(at, 'hash', []))) expect(list.filter(isLater)).toEqual([])
  })

  test('of closed requests have ended', () => {
    const open = new Set(of('requests').flatMap(({ id, category }) => (category === 'closed' ? [] : [id])))
    expect(open.size).toBe(openPlans.length)
    const closed = of('requests').filter(({ category }) => category === 'closed')
    for (const { typeId, autoCloseAt, stage, closedAt, outcome, closedById } of closed) {
      expect([autoCloseAt, stage, typeof closedAt]).toEqual([null, demoStage(typeId, 'closed'), 'number'])
      expect(canCloseWith(defaultOutcomes, outcome ?? '', closedById !== null)).toBe(true)
    }
    const left = of('activities').filter(
      ({ requestId, state, unread }) => !open.has(requestId) && (state !== 'ended' || unread > 0),
    )
    expect(left).toEqual([])
  })

  test('keep the open ones open for the first days, one for each customer', () => {
    const open = of('requests').filter(({ category }) => category !== 'closed')
    for (const request of open) {
      expect(request.lastUpdateAt).toBeGreaterThan(now - 2 * dayMs)
      expect(request.autoCloseAt).toBeGreaterThan(now + 2 * dayMs)
    }
    expect(new Set(open.map(({ customerId }) => customerId)).size).toBe(open.length)
  })

  test('have work in progress and work that waits, but no chat without its customer', () => {
    const live = of('activities').filter(({ state }) => state !== 'ended')
    expect(live.filter(({ operatorId }) => operatorId === 'operator-anna').length).toBe(6)
    expect(live.filter(({ operatorId }) => operatorId === 'operator-boris').length).toBe(6)
    expect(live.filter(({ state }) => state === 'waiting').length).toBe(8)
    expect(live.some(({ medium }) => medium === 'chat' || medium === 'call')).toBe(false)
    expect(live.filter(({ state, unread }) => state === 'active' && unread > 0).length).toBeGreaterThan(2)
  })

  test('know the time in every stage without a gap', () => {
    const visits = Map.groupBy(of('requestStages'), ({ requestId }) => requestId)
    for (const { id, createdAt, stage, stageSince } of of('requests')) {
      const own = visits.get(id) ?? []
      expect(own[0]?.since).toBe(createdAt)
      expect(own.map(({ until }) => until)).toEqual([...own.slice(1).map(({ since }) => since), null])
      expect(own.at(-1)).toMatchObject({ stage, since: stageSince })
    }
  })

  test('tell a history in order: versions count, stages follow one another', () => {
    expect(of('events').map(({ at }) => at)).toEqual(
      of('events')
        .map(({ at }) => at)
        .toSorted((a, b) => a - b),
    )
    const histories = Map.groupBy(of('events'), ({ requestId }) => requestId)
    for (const request of of('requests')) {
      const events = histories.get(request.id) ?? []
      expect(events[0]?.type).toBe('request.created')
      const versions = events.filter(({ type }) => type.startsWith('request.')).map(({ facts }) => facts.version)
      expect(versions).toEqual(Array.from({ length: request.version }, (_, i) => i + 1))
      const moves = events.filter(({ type }) => type === 'request.stageMoved').map(({ facts }) => facts)
      const first = demoStage(request.typeId, 'new')
      expect(moves.map(({ from }) => from)).toEqual([first, ...moves.map(({ to }) => to)].slice(0, moves.length))
      const closing = events.find(({ type }) => type === 'request.closed')
      expect(moves.at(-1)?.to ?? first).toBe(closing?.facts.from ?? request.stage)
    }
  })

  test('spread over two years', () => {
    const years = of('requests').map(({ createdAt }) => createdAt)
    expect(Math.min(...years)).toBeLessThan(now - 700 * dayMs)
    expect(Math.max(...years)).toBeGreaterThan(now - 12 * hourMs)
  })
})

describe('the workspace', () => {
  let temp: TempStore
  beforeAll(async () => {
    temp = await openTempStore()
  })
  afterAll(() => temp.remove())

  test('is made within ten seconds, once, and is all there', async () => {
    const clock = createTestClock(now)
    const started = process.cpuUsage()
    expect(await seedDemo(temp.store, clock, { origins })).toBe(true)
    // Processor time: what else the machine does is not the workspace's.
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1_000).toBeLessThan(10_000)
    expect(await seedDemo(temp.store, clock, { origins })).toBe(false)
    for (const [name, list] of Object.entries(rows)) {
      const table = temp.store.t[name as keyof Tables]
      const [stored] = await temp.store.read.select({ rows: count() }).from(table)
      expect([name, stored?.rows]).toEqual([name, list.length])
    }
    const { events } = temp.store.t
    const log = await temp.store.read.select({ at: events.at }).from(events).orderBy(events.seq)
    expect(log.every(({ at }, i) => at >= (log[i - 1]?.at ?? 0))).toBe(true)
  })

  test('lets its people in with the password that is shown', async () => {
    const { operators } = temp.store.t
    const people = await temp.store.read.select().from(operators)
    expect(new Set(people.map(({ passwordHash }) => passwordHash)).size).toBe(1)
    expect(await isPassword(demoPassword, people[0]?.passwordHash ?? null)).toBe(true)
  })
})
