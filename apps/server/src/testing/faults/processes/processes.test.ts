import { newKey } from '@care/client'
import type { TypingEvent, WidgetEvents } from '@care/contract'
import { dayMs } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openTempStore, type TempStore } from '../../temp-store.ts'
import { codeOf, makeTeam, openDesk, openVisitor, type OpenDesk, type OpenVisitor, untilAnswered } from '../people.ts'
import { serverProcess, type ServerProcess } from '../server-process.ts'
import { roundRobin } from './round-robin.ts'

const patience = { timeout: 60_000, interval: 20 }

let temp: TempStore
let dataDir: string
let one: ServerProcess
let two: ServerProcess
let balancer: Awaited<ReturnType<typeof roundRobin>>
let people: { socket: { close(): void } }[] = []

/** Two processes on one PostgreSQL and one Redis, behind a balancer that knows no stickiness; the last test kills one. */
beforeAll(async () => {
  const redisUrl = process.env['TEST_REDIS_URL']
  if (!redisUrl) throw new Error('this needs TEST_REDIS_URL, e.g. redis://127.0.0.1:6379/1')
  temp = await openTempStore()
  dataDir = await mkdtemp(join(tmpdir(), 'care-many-'))
  const env = { DATA_DIR: dataDir, DATABASE_URL: temp.url, REDIS_URL: redisUrl }
  one = await serverProcess(env)
  two = await serverProcess(env)
  await Promise.all([one.start(), two.start()])
  balancer = await roundRobin([one.port, two.port])
}, 90_000)
afterEach(() => {
  for (const { socket } of people) socket.close()
  people = []
})
afterAll(async () => {
  await balancer.close()
  await Promise.all([one.stop(), two.stop()])
  await temp.remove()
  await rm(dataDir, { recursive: true, force: true })
})

/** Sits down at the desk with the socket on a process of the test's choice. */
async function deskOn(
  process: ServerProcess,
  email: string,
  onOffer?: Parameters<typeof openDesk>[2],
): Promise<OpenDesk> {
  const desk = await openDesk(process.url, email, onOffer)
  people.push(desk)
  return desk
}
async function visitorOn(url: string, siteKey: string): Promise<OpenVisitor> {
  const visitor = await openVisitor(url, siteKey)
  people.push(visitor)
  return visitor
}
const begin = async ({ call }: OpenVisitor, text = 'Hello'): Promise<string> =>
  (await call('startChat', { body: { clientMessageId: newKey(), text, name: 'Jonas Weber' } })).chat.activityId
const accepting = (activityId: string, call: OpenDesk['call']): void =>
  void call('acceptOffer', { params: { activityId } }).catch(() => {})
const textsOf = (messages: readonly { text: string }[]): string[] => messages.map(({ text }) => text)

it(
  'rings, is accepted and is talked over although the two sides sit on different processes',
  { timeout: 180_000 },
  async () => {
    const team = await makeTeam(balancer.url, ['Anna'])
    const anna = await deskOn(one, team.emails[0] ?? '', accepting)
    const typing = vi.fn<(event: TypingEvent) => void>()
    anna.socket.on('typing', typing)
    const jonas = await visitorOn(two.url, team.siteKey)
    const operatorTypes = vi.fn<(event: WidgetEvents['chat.typing']) => void>()
    jonas.socket.on('chat.typing', operatorTypes)
    const activityId = await begin(jonas)
    const params = { activityId }
    await vi.waitFor(async () => expect((await anna.call('getActivity', { params })).state).toBe('active'), patience)
    await anna.socket.emit('join', { room: 'activity', id: activityId })

    jonas.socket.volatile('typing', { isTyping: true })
    await vi.waitFor(() => expect(typing).toHaveBeenCalled(), patience)
    anna.socket.volatile('typing', { activityId, isTyping: true })
    await vi.waitFor(() => expect(operatorTypes).toHaveBeenCalledWith({ isTyping: true, name: 'Anna' }), patience)
    for (let n = 1; n <= 5; n += 1) {
      await jonas.socket.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: `question ${n}` } })
      await anna.socket.call('sendMessage', { params, body: { clientMessageId: newKey(), text: `answer ${n}` } })
    }
    await vi.waitFor(
      () => expect(textsOf(anna.heard).filter((text) => text.startsWith('question'))).toHaveLength(5),
      patience,
    )
    await vi.waitFor(
      () => expect(textsOf(jonas.heard).filter((text) => text.startsWith('answer'))).toHaveLength(5),
      patience,
    )
    await anna.call('setMarks', { params, body: { read: 11 } })
    await vi.waitFor(
      async () => expect((await jonas.call('listWidgetMessages', {})).chat?.marks.operatorRead).toBeGreaterThan(0),
      patience,
    )
  },
)

it('moves an offer on over both processes, and lets one of two takers win', { timeout: 180_000 }, async () => {
  const team = await makeTeam(balancer.url, ['Anna', 'Boris'])
  const rang: string[] = []
  const anna = await deskOn(one, team.emails[0] ?? '', (activityId, call) => {
    rang.push('Anna')
    call('declineOffer', { params: { activityId } }).catch(() => {})
  })
  const boris = await deskOn(two, team.emails[1] ?? '', (activityId, call) => {
    rang.push('Boris')
    accepting(activityId, call)
  })
  const jonas = await visitorOn(balancer.url, team.siteKey)
  const activityId = await begin(jonas)
  const operatorOf = async (id: string): Promise<string | undefined> =>
    (await team.admin.call('getActivity', { params: { activityId: id } })).operator?.name
  await vi.waitFor(async () => expect(await operatorOf(activityId)).toBe('Boris'), patience)
  expect(rang.at(-1)).toBe('Boris')

  for (const desk of [anna, boris]) await desk.call('setPresence', { body: { chosen: 'busy' } })
  for (let round = 0; round < 5; round += 1) {
    const elena = await visitorOn(balancer.url, team.siteKey)
    const params = { activityId: await begin(elena) }
    const answers = await Promise.allSettled([anna.call('takeTask', { params }), boris.call('takeTask', { params })])
    const lost = answers.filter((answer) => answer.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(codeOf(lost[0]?.reason)).toBe('ALREADY_TAKEN')
    expect(await operatorOf(params.activityId)).toBe(answers[0]?.status === 'fulfilled' ? 'Anna' : 'Boris')
  }
})

it('misses nothing when a client lands on the other process', { timeout: 180_000 }, async () => {
  const team = await makeTeam(balancer.url, ['Anna'])
  balancer.next(one.port)
  const anna = await openDesk(balancer.url, team.emails[0] ?? '', accepting)
  people.push(anna)
  const jonas = await visitorOn(two.url, team.siteKey)
  const activityId = await begin(jonas, 'message 0')
  const params = { activityId }
  await vi.waitFor(async () => expect((await anna.call('getActivity', { params })).state).toBe('active'), patience)
  // What the desk does on every connect: join again, and fetch what lies after the last message it has.
  const known = new Map<number, string>()
  const repair = async (): Promise<void> => {
    await anna.socket.emit('join', { room: 'activity', id: activityId })
    const { items } = await untilAnswered(() => anna.call('listMessages', { params, query: { limit: 200 } }))
    for (const { seq, text } of items) known.set(seq, text)
  }
  anna.socket.on('message.added', ({ message }) => void known.set(message.seq, message.text))
  await repair()
  anna.socket.onConnect(() => void repair().catch(() => {}))

  const total = 60
  for (let n = 1; n <= total; n += 1) {
    if (n % 20 === 0) {
      // Thrown out in the middle; the next connection goes to the other process.
      balancer.next(n % 40 === 0 ? one.port : two.port)
      balancer.drop(n % 40 === 0 ? two.port : one.port)
      anna.socket.retryNow()
    }
    await jonas.socket.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: `message ${n}` } })
  }
  const all = Array.from({ length: total + 1 }, (_, n) => `message ${n}`)
  await vi.waitFor(
    () => expect([...known].toSorted(([a], [b]) => a - b).map(([, text]) => text)).toEqual(all),
    patience,
  )
})

it('closes what fell due once, though both processes look', { timeout: 180_000 }, async () => {
  const team = await makeTeam(balancer.url, ['Anna'])
  const chats: string[] = []
  for (let n = 0; n < 8; n += 1) chats.push(await begin(await visitorOn(balancer.url, team.siteKey), `chat ${n}`))
  await Promise.all([one.advance(5 * dayMs + 1_000), two.advance(5 * dayMs + 1_000)])
  const { events, requests } = temp.store.t
  await vi.waitFor(async () => {
    const rows = await temp.store.read
      .select({ category: requests.category, outcome: requests.outcome })
      .from(requests)
      .where(eq(requests.queueId, team.queueId))
    expect(rows).toHaveLength(chats.length)
    for (const row of rows) expect(row).toEqual({ category: 'closed', outcome: 'noActivity' })
  }, patience)
  const closings = await temp.store.read
    .select({ requestId: events.requestId })
    .from(events)
    .innerJoin(requests, and(eq(requests.id, events.requestId), eq(requests.queueId, team.queueId)))
    .where(eq(events.type, 'request.closed'))
  expect(new Set(closings.map(({ requestId }) => requestId)).size).toBe(chats.length)
  expect(closings).toHaveLength(chats.length)
})

it('moves an offer on though the process that made it is killed', { timeout: 270_000 }, async () => {
  const team = await makeTeam(balancer.url, ['Anna', 'Boris'])
  const rang: string[] = []
  // Both sit at the process that stays, and nobody answers; the chat begins at the other one, which routes it at once.
  const desks = {
    Anna: await deskOn(two, team.emails[0] ?? '', () => void rang.push('Anna')),
    Boris: await deskOn(two, team.emails[1] ?? '', () => void rang.push('Boris')),
  }
  const params = { activityId: await begin(await visitorOn(one.url, team.siteKey)) }
  await vi.waitFor(() => expect(rang).toHaveLength(1), patience)
  await one.kill()
  await Promise.all([one.advance(29_000), two.advance(29_000)])
  expect(rang).toHaveLength(1)
  await Promise.all([one.advance(2_000), two.advance(2_000)])
  await vi.waitFor(() => expect(rang.toSorted()).toEqual(['Anna', 'Boris']), patience)
  await desks[rang[1] === 'Anna' ? 'Anna' : 'Boris'].call('acceptOffer', { params })
  expect((await team.admin.call('getActivity', { params })).operator?.name).toBe(rang[1])
  const { offers } = temp.store.t
  const made = await temp.store.read.select().from(offers).where(eq(offers.activityId, params.activityId))
  expect(made.map(({ result }) => result).toSorted()).toEqual(['accepted', 'missed'])
  await one.start()
})

it('leaves every desk at work when one process is killed', { timeout: 270_000 }, async () => {
  const team = await makeTeam(balancer.url, ['Anna', 'Boris'])
  balancer.next(one.port)
  const anna = await openDesk(balancer.url, team.emails[0] ?? '', accepting)
  balancer.next(two.port)
  const boris = await openDesk(balancer.url, team.emails[1] ?? '', accepting)
  people.push(anna, boris)
  const visitors = await Promise.all([1, 2, 3, 4].map(() => visitorOn(balancer.url, team.siteKey)))
  const chats: string[] = []
  const holders = async (): Promise<(string | undefined)[]> =>
    Promise.all(
      chats.map(
        async (activityId) =>
          (await untilAnswered(() => team.admin.call('getActivity', { params: { activityId } }))).operator?.name,
      ),
    )
  // One after the other: while a desk is slow to accept, the next chat would go to its colleague.
  for (const visitor of visitors) {
    chats.push(await begin(visitor))
    await vi.waitFor(async () => expect(await holders()).not.toContain(undefined), patience)
  }
  await vi.waitFor(async () => {
    const names = await holders()
    expect(names.filter((name) => name === 'Anna')).toHaveLength(2)
    expect(names.filter((name) => name === 'Boris')).toHaveLength(2)
  }, patience)
  const before = await holders()

  // The old connection's row stays until the dead process is missed, so a second one says that she is back.
  const { connections, operators } = temp.store.t
  const annasConnections = () =>
    temp.store.read
      .select({ id: connections.id })
      .from(connections)
      .innerJoin(operators, eq(operators.id, connections.operatorId))
      .where(eq(operators.email, team.emails[0] ?? ''))
  const lost = new Promise((resolve) => anna.socket.onDisconnect(resolve))
  await one.kill()
  await lost
  for (const { socket } of [anna, boris, ...visitors]) socket.retryNow()
  await vi.waitFor(async () => expect(await annasConnections()).toHaveLength(2), patience)
  await vi.waitFor(
    () =>
      expect([anna, boris, ...visitors].map(({ socket }) => socket.isConnected)).toEqual([
        true,
        true,
        true,
        true,
        true,
        true,
      ]),
    patience,
  )
  // Long enough for the dead process to be missed and every grace to be over.
  await two.advance(20_000)
  await two.advance(70_000)
  expect(await holders()).toEqual(before)
  for (const [n, visitor] of visitors.entries()) {
    const desk = before[n] === 'Anna' ? anna : boris
    const text = `after the death ${n}`
    await untilAnswered(() => visitor.socket.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text } }))
    await vi.waitFor(() => expect(textsOf(desk.heard)).toContain(text), patience)
    const params = { activityId: chats[n] ?? '' }
    await untilAnswered(() =>
      desk.call('sendMessage', { params, body: { clientMessageId: newKey(), text: `answer ${n}` } }),
    )
    await vi.waitFor(() => expect(textsOf(visitor.heard)).toContain(`answer ${n}`), patience)
  }
  const late = await visitorOn(balancer.url, team.siteKey)
  const activityId = await begin(late, 'And me?')
  await vi.waitFor(
    async () =>
      expect((await untilAnswered(() => team.admin.call('getActivity', { params: { activityId } }))).state).toBe(
        'active',
      ),
    patience,
  )
})
