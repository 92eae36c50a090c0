import { dayMs } from '@care/domain'
import type { DeskEvents, TypingEvent } from '@care/contract'
import { eq } from '../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import { openTempRedis, type TempRedis } from '../testing/temp-redis.ts'

type Process = Awaited<ReturnType<TestServer['another']>>
let redis: TempRedis
let one: TestServer
let two: Process
beforeAll(async () => {
  redis = await openTempRedis()
  one = await bootServer({ redisUrl: redis.url })
  two = await one.another()
})
afterAll(async () => {
  await one.stop()
  await redis.stop()
})

const words = (text: string) => ({ clientMessageId: `m-${Math.random()}`, text })
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come')
}

interface Line {
  seq: number
  text: string
}
const inOrder = (lines: readonly Line[]): string[] => lines.toSorted((a, b) => a.seq - b.seq).map((line) => line.text)

test('a talk goes between a widget at one process and a desk at the other', async () => {
  const [visitor, anna] = [await one.newVisitor(), await two.signIn('anna')]
  const widget = await visitor.socket()
  const { chat } = await visitor.call('startChat', { body: words('Hello') })
  const { activityId } = chat
  const desk = await anna.socket()
  await anna.call('takeTask', { params: { activityId } })
  const [heard, seen, typed]: [Line[], Line[], boolean[]] = [[], [], []]
  desk.on('message.added', ({ message }) => void heard.push(message))
  widget.on('chat.message', ({ message }) => void seen.push(message))
  widget.on('chat.typing', ({ isTyping }) => void typed.push(isTyping))
  await desk.emit('join', { room: 'activity', id: activityId })
  for (let i = 0; i < 10; i++) {
    await widget.call('sendWidgetMessage', { body: words(`question ${i}`) })
    await desk.call('sendMessage', { params: { activityId }, body: words(`answer ${i}`) })
  }
  await until(() => heard.length >= 20 && seen.length >= 10)
  const expected = Array.from({ length: 10 }, (_, i) => [`question ${i}`, `answer ${i}`]).flat()
  // Pushes of two processes may overtake each other; what counts is the place in the thread.
  expect(inOrder(heard)).toEqual(expected)
  // Signs of typing are dropped where a connection is busy; a keyboard makes the next one.
  await until(() => {
    desk.volatile('typing', { activityId, isTyping: true })
    return typed.length > 0
  })
  // What a widget sent itself it was answered, and is not told again.
  expect(inOrder(seen)).toEqual(expected.filter((text) => text.startsWith('answer')))
})

test('a customer’s typing reaches the desk at the other process', async () => {
  const [visitor, boris] = [await one.newVisitor(), await two.signIn('boris')]
  const { chat } = await visitor.call('startChat', { body: words('Hello') })
  await boris.call('takeTask', { params: { activityId: chat.activityId } })
  const [widget, desk] = [await visitor.socket(), await boris.socket()]
  const typed: TypingEvent[] = []
  // Typing is not among the stored events, so the typed face does not list it.
  ;(desk.on as unknown as (event: 'typing', handler: (payload: TypingEvent) => void) => void)(
    'typing',
    (event) => void typed.push(event),
  )
  await until(() => {
    widget.volatile('typing', { isTyping: true })
    return typed.length > 0
  })
  expect(typed[0]).toMatchObject({ activityId: chat.activityId, by: { kind: 'customer' } })
})

test('a session revoked at one process loses its sockets at the other', async () => {
  const [here, there] = [await one.signIn('dora'), await two.signIn('dora')]
  const socket = await there.socket()
  const told: DeskEvents['session.ended'][] = []
  const ended = new Promise((resolve) => socket.onDisconnect(resolve))
  socket.on('session.ended', (event) => void told.push(event))
  const { items } = await here.call('listSessions')
  await here.call('revokeSession', { params: { sessionId: items.find((item) => !item.isCurrent)?.id ?? '' } })
  expect(await ended).toBe('io server disconnect')
  expect(told).toHaveLength(1)
})

test('who loses the right at one process is put out of the room at the other', async () => {
  const [visitor, carla, vera] = [await one.newVisitor(), await two.signIn('carla'), await one.signIn('vera')]
  const { chat } = await visitor.call('startChat', { body: words('Hello') })
  const { request } = await vera.call('getActivity', { params: { activityId: chat.activityId } })
  const desk = await carla.socket()
  await desk.emit('join', { room: 'request', id: request.id })
  const name = `request:${request.id}`
  expect(two.app.doors.desk.adapter.rooms.get(name)?.size).toBe(1)
  const { version } = await vera.call('getRequest', { params: { requestId: request.id } })
  await vera.call('editRequest', { params: { requestId: request.id }, version, body: { queueId: 'foreign' } })
  await until(() => !two.app.doors.desk.adapter.rooms.has(name))
})

test('what is due is done once, though both look at the same time', async () => {
  const { requests, events } = one.services.store.t
  const before = await one.services.store.read.select().from(requests)
  one.clock.advance(5 * dayMs + 1_000)
  await Promise.all([one.sweep(), two.sweep(), one.sweep(), two.sweep()])
  const after = await one.services.store.read.select().from(requests)
  expect(after.filter((row) => row.category === 'closed')).toHaveLength(before.length)
  expect(await one.services.store.read.select().from(events).where(eq(events.type, 'request.closed'))).toHaveLength(
    before.length,
  )
})

test('a process that stops leaves its rows to nobody and the other one ready', async () => {
  const three = await one.another()
  await (await three.signIn('anna')).socket()
  const { connections, processes } = one.services.store.t
  const own = async () =>
    (await one.services.store.read.select().from(connections).where(eq(connections.processId, three.app.processId)))
      .length
  await until(async () => (await own()) === 1)
  await three.stop()
  expect(await own()).toBe(0)
  expect(
    await one.services.store.read.select().from(processes).where(eq(processes.id, three.app.processId)),
  ).toHaveLength(0)
  expect(await (await fetch(`${two.url}/readyz`)).json()).toEqual({
    status: 'ok',
    checks: { database: 'ok', redis: 'ok' },
  })
})
