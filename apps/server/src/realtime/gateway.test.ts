import { room } from '@care/contract'
import { eq } from '../db/drizzle.ts'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import type { Desk, Visitor } from '../testing/people.ts'

let server: TestServer
const raw = new Set<Socket>()
beforeAll(async () => {
  server = await bootServer()
})
afterAll(async () => {
  for (const socket of raw) socket.close()
  await server.stop()
})

interface Ack {
  ok: boolean
  value?: unknown
  error?: { code: string; requestId: string }
}
/** A client that keeps to no rules. Resolves with the refusal's code, or the connected socket. */
async function connect(
  namespace: string,
  options: { headers?: Record<string, string>; auth?: Record<string, unknown> },
) {
  const socket = io(server.url + namespace, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: options.headers ?? {},
    auth: options.auth ?? {},
  })
  raw.add(socket)
  const code = await new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error) => resolve(error.message))
  })
  const heard: [string, unknown][] = []
  socket.onAny((event: string, payload: unknown) => void heard.push([event, payload]))
  const ask = (event: string, payload: unknown): Promise<Ack> =>
    socket.timeout(3_000).emitWithAck(event, payload) as Promise<Ack>
  return { socket, code, heard, ask }
}
const deskOf = (desk: Desk) => connect('/desk', { headers: { cookie: desk.cookie } })
const words = (text: string) => ({ clientMessageId: `m-${Math.random()}`, text })
/** A talk in queue `q`, in Anna's progress. */
async function talk(): Promise<{
  anna: Desk
  visitor: Visitor
  activityId: string
  requestId: string
  customerId: string
}> {
  const [anna, visitor] = [await server.signIn('anna'), await server.newVisitor()]
  const { chat } = await visitor.call('startChat', { body: words('Hello') })
  const details = await anna.call('takeTask', { params: { activityId: chat.activityId } })
  await server.settle()
  return { anna, visitor, activityId: chat.activityId, requestId: details.request.id, customerId: details.customer.id }
}
/** Everything sent so far has arrived: an answer comes behind it. */
const arrived = async (...clients: { ask(event: string, payload: unknown): Promise<Ack> }[]): Promise<void> => {
  await server.settle()
  for (const client of clients) await client.ask('call', { endpoint: 'none' })
}
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come')
}

describe('who may connect', () => {
  test.each<[string, string, Parameters<typeof connect>[1], string]>([
    ['a desk without a session', '/desk', {}, 'NOT_SIGNED_IN'],
    [
      'a desk with a forged session',
      '/desk',
      { headers: { cookie: `care_session=${'A'.repeat(43)}` } },
      'NOT_SIGNED_IN',
    ],
    ['a widget without a token', '/widget', {}, 'VISITOR_UNKNOWN'],
    ['a widget with a forged token', '/widget', { auth: { token: 'A'.repeat(43) } }, 'VISITOR_UNKNOWN'],
    ['a widget with no text as token', '/widget', { auth: { token: { $ne: '' } } }, 'VISITOR_UNKNOWN'],
    ['a widget of a foreign page', '/widget', { headers: { origin: 'https://evil.example' } }, 'FOREIGN_ORIGIN'],
    ['the empty namespace', '/', {}, 'NOT_FOUND'],
    ['an unknown namespace', '/admin', {}, 'Invalid namespace'],
  ])('%s is refused', async (_, namespace, options, code) => {
    expect((await connect(namespace, options)).code).toBe(code)
  })

  test('a foreign page with the operator’s cookie is refused', async () => {
    const { cookie } = await server.signIn('anna')
    expect((await connect('/desk', { headers: { cookie, origin: 'https://evil.example' } })).code).toBe('FORBIDDEN')
    expect((await connect('/desk', { headers: { cookie, origin: 'https://desk.example' } })).code).toBeNull()
  })

  test('a cookie opens no widget, a token no desk', async () => {
    const [{ cookie }, { token }] = [await server.signIn('anna'), await server.newVisitor()]
    expect((await connect('/widget', { headers: { cookie } })).code).toBe('VISITOR_UNKNOWN')
    expect((await connect('/desk', { auth: { token } })).code).toBe('NOT_SIGNED_IN')
  })
})

describe('rooms', () => {
  test('are opened to those who may see what is told there', async () => {
    const { anna, activityId, requestId, customerId } = await talk()
    const client = await deskOf(anna)
    for (const target of [
      { room: 'activity', id: activityId },
      { room: 'request', id: requestId },
      { room: 'customer', id: customerId },
    ])
      expect(await client.ask('join', target)).toEqual({ ok: true, value: {} })
  })

  test('of other queues stay closed, however they are asked for', async () => {
    const { activityId, requestId } = await talk()
    const fiona = await deskOf(await server.signIn('fiona'))
    for (const target of [
      { room: 'activity', id: activityId },
      { room: 'request', id: requestId },
    ])
      expect(await fiona.ask('join', target)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    for (const target of [
      { room: 'operator', id: 'anna' },
      { room: 'queue', id: 'q' },
      { room: `activity:${activityId}` },
      null,
      'desk',
      { room: 'activity', id: ['x'] },
    ])
      expect(await fiona.ask('join', target)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    const inside = await deskOf(await server.signIn('boris'))
    await inside.ask('join', { room: 'activity', id: activityId })
    await server
      .signIn('anna')
      .then((anna) =>
        anna.call('sendMessage', { params: { activityId }, body: { ...words('One moment'), attachmentIds: [] } }),
      )
    await arrived(fiona, inside)
    expect(inside.heard.map(([event]) => event)).toContain('message.added')
    expect(JSON.stringify(fiona.heard)).not.toContain(activityId)
  })

  test('are closed again to who loses the right', async () => {
    const { anna, requestId } = await talk()
    const vera = await server.signIn('vera')
    const { version } = await vera.call('getRequest', { params: { requestId } })
    const boris = await deskOf(await server.signIn('boris'))
    expect(await boris.ask('join', { room: 'request', id: requestId })).toMatchObject({ ok: true })
    // The request moves to a queue that is not his.
    await vera.call('editRequest', { params: { requestId }, version, body: { queueId: 'foreign' } })
    await arrived(boris)
    boris.heard.length = 0
    await anna.call('keepOpen', { params: { requestId } })
    await arrived(boris)
    expect(boris.heard.filter(([event]) => event === 'request.changed')).toEqual([])
  })

  test('of what waits for a group reach its members, whatever their queues', async () => {
    const admin = await server.signIn('admin')
    const fiona = await server.signIn('fiona')
    const before = await deskOf(fiona)
    const { anna, activityId } = await talk()
    await arrived(before)
    // What moves in a queue that is not hers is nothing to her.
    expect(before.heard.filter(([event]) => event === 'queue.changed')).toEqual([])
    const group = await admin.call('addGroup', { body: { name: 'Pump experts', memberIds: ['fiona'] } })
    // Made a member she connects anew, and is let into the room of her group.
    await until(() => !before.socket.connected)
    const desk = await deskOf(fiona)
    await fiona.call('setPresence', { body: { chosen: 'busy' } })
    await anna.call('transferTask', { params: { activityId }, body: { groupId: group.id, reason: 'It leaks' } })
    await until(() => desk.heard.some(([event]) => event === 'queue.changed'))
    expect(desk.heard).toContainEqual(['queue.changed', { queueId: group.id }])
    const { items } = await fiona.call('listQueueItems', { query: { limit: 50 } })
    expect(items).toMatchObject([{ activityId, group: { name: 'Pump experts' } }])
  })

  test('of the visitor carry no comment and no tag', async () => {
    const { anna, visitor, activityId } = await talk()
    const widget = await connect('/widget', { auth: { token: visitor.token } })
    await anna.call('addComment', {
      params: { activityId },
      body: { clientCommentId: 'comment-1', text: 'Secret of the house' },
    })
    const { version } = await anna.call('getActivity', { params: { activityId } })
    await anna.call('setTags', { params: { activityId }, version, body: { tags: ['difficult'] } })
    await anna.call('sendMessage', { params: { activityId }, body: { ...words('Here I am'), attachmentIds: [] } })
    await arrived(widget)
    expect(widget.heard.map(([event]) => event)).toContain('chat.message')
    expect(JSON.stringify(widget.heard)).not.toMatch(/Secret|difficult/)
  })
})

describe('calls through the socket', () => {
  test('are not told again to the socket that made them, but to its other tabs', async () => {
    const { visitor } = await talk()
    const [one, other] = [
      await connect('/widget', { auth: { token: visitor.token } }),
      await connect('/widget', { auth: { token: visitor.token } }),
    ]
    const said = await one.ask('call', { endpoint: 'sendWidgetMessage', body: words('Are you there?') })
    expect(said).toMatchObject({ ok: true, value: { text: 'Are you there?' } })
    await arrived(one, other)
    const told = (client: typeof one) => client.heard.filter(([event]) => event === 'chat.message')
    expect(told(other)).toEqual([['chat.message', { message: said.value }]])
    expect(told(one)).toEqual([])
  })

  test('answer as over HTTP', async () => {
    const { anna, visitor, activityId } = await talk()
    const [desk, widget] = [await deskOf(anna), await connect('/widget', { auth: { token: visitor.token } })]
    const params = { activityId }
    expect(await desk.ask('call', { endpoint: 'sendMessage', params, body: words('Hi') })).toMatchObject({
      ok: true,
      value: { text: 'Hi', seq: 2 },
    })
    expect(await widget.ask('call', { endpoint: 'sendWidgetMessage', body: words('Thanks') })).toMatchObject({
      ok: true,
      value: { text: 'Thanks', seq: 3 },
    })
    expect(await desk.ask('call', { endpoint: 'sendMessage', params, body: { text: '' } })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', requestId: expect.any(String) },
    })
  })

  test('bring back what was missed, and refuse a query that is none', async () => {
    const { anna, visitor, activityId } = await talk()
    await anna.call('sendMessage', { params: { activityId }, body: words('Are you there?') })
    const widget = await connect('/widget', { auth: { token: visitor.token } })
    const list = (query?: unknown) => widget.ask('call', { endpoint: 'listWidgetMessages', query })
    expect(await list({ afterSeq: 1 })).toMatchObject({
      ok: true,
      value: { items: [{ text: 'Are you there?', seq: 2 }], chat: { activityId } },
    })
    expect(await list()).toMatchObject({ ok: true, value: { items: [{ seq: 1 }, { seq: 2 }] } })
    for (const query of [{ afterSeq: -1 }, { limit: 1_000 }, 'nonsense'])
      expect(await list(query)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })

  test('only of the endpoints made for it, and only of one’s own kind', async () => {
    const { anna, visitor, activityId } = await talk()
    const [desk, widget, fiona] = [
      await deskOf(anna),
      await connect('/widget', { auth: { token: visitor.token } }),
      await deskOf(await server.signIn('fiona')),
    ]
    for (const endpoint of ['getMe', 'signOut', 'sendWidgetMessage', 'toString', '__proto__', 'nothing'])
      expect(await desk.ask('call', { endpoint, params: { activityId }, body: words('x') })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      })
    expect(
      await widget.ask('call', { endpoint: 'sendMessage', params: { activityId }, body: words('x') }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await desk.ask('call', 'nonsense')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(
      await fiona.ask('call', { endpoint: 'sendMessage', params: { activityId }, body: words('x') }),
    ).toMatchObject({ error: { code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) } })
  })

  test('keep their order', async () => {
    const { visitor, activityId, anna } = await talk()
    const widget = await connect('/widget', { auth: { token: visitor.token } })
    const texts = Array.from({ length: 20 }, (_, i) => `line ${i}`)
    await Promise.all(texts.map((text) => widget.ask('call', { endpoint: 'sendWidgetMessage', body: words(text) })))
    const { items } = await anna.call('listMessages', { params: { activityId } })
    expect(items.slice(1).map((message) => message.text)).toEqual(texts)
  })
})

describe('typing', () => {
  test('goes from the customer to his operator, and back', async () => {
    const { anna, visitor, activityId } = await talk()
    const [desk, widget] = [await deskOf(anna), await connect('/widget', { auth: { token: visitor.token } })]
    await desk.ask('join', { room: 'activity', id: activityId })
    widget.socket.emit('typing', { isTyping: true })
    await until(() => desk.heard.some(([event]) => event === 'typing'))
    expect(desk.heard.find(([event]) => event === 'typing')?.[1]).toMatchObject({
      activityId,
      isTyping: true,
      by: { kind: 'customer' },
    })
    desk.socket.emit('typing', { activityId, isTyping: true })
    await until(() => widget.heard.some(([event]) => event === 'chat.typing'))
    expect(widget.heard.find(([event]) => event === 'chat.typing')?.[1]).toEqual({ isTyping: true, name: 'Anna' })
  })

  test('of a colleague who only watches is not shown to the customer', async () => {
    const { anna, visitor, activityId } = await talk()
    const [watcher, desk, widget] = [
      await deskOf(await server.signIn('vera')),
      await deskOf(anna),
      await connect('/widget', { auth: { token: visitor.token } }),
    ]
    await desk.ask('join', { room: 'activity', id: activityId })
    watcher.socket.emit('typing', { activityId, isTyping: true })
    await watcher.ask('join', { room: 'activity', id: activityId })
    watcher.socket.emit('typing', { activityId, isTyping: true })
    await until(() => desk.heard.some(([event]) => event === 'typing'))
    await arrived(widget, desk)
    expect(desk.heard.filter(([event]) => event === 'typing')).toHaveLength(1)
    expect(widget.heard.filter(([event]) => event === 'chat.typing')).toEqual([])
  })
})

describe('presence', () => {
  const shown = async (id: string): Promise<string | undefined> =>
    (await (await server.signIn('admin')).call('listOperators', { query: {} })).items.find((one) => one.id === id)
      ?.presence

  test('follows the sockets: several tabs are one, the last one begins the grace', async () => {
    const carla = await server.signIn('carla')
    const [one, two] = [await deskOf(carla), await deskOf(carla)]
    await carla.call('setPresence', { body: { chosen: 'available' } })
    await until(async () => (await shown('carla')) === 'available')
    one.socket.close()
    two.socket.close()
    await until(
      async () =>
        (
          await server.services.store.read
            .select()
            .from(server.services.store.t.connections)
            .where(eq(server.services.store.t.connections.operatorId, 'carla'))
        ).length === 0,
    )
    expect(await shown('carla')).toBe('available')
    server.clock.advance(61_000)
    expect(await shown('carla')).toBe('offline')
  })

  test('of a visitor stands on his chat', async () => {
    const { anna, visitor, activityId } = await talk()
    const isHere = async () => (await anna.call('getActivity', { params: { activityId } })).customerIsHere
    const widget = await connect('/widget', { auth: { token: visitor.token } })
    await until(isHere)
    widget.socket.close()
    await until(async () => !(await isHere()))
    expect(await isHere()).toBe(false)
  })
})

test('a revoked session is told so and its sockets end at once', async () => {
  const [here, there] = [await server.signIn('dora'), await server.signIn('dora')]
  const client = await deskOf(there)
  const ended = new Promise((resolve) => client.socket.once('disconnect', resolve))
  const { items } = await here.call('listSessions')
  await here.call('revokeSession', { params: { sessionId: items.find((item) => !item.isCurrent)?.id ?? '' } })
  expect(await ended).toBe('io server disconnect')
  expect(client.heard).toContainEqual(['session.ended', {}])
  expect((await connect('/desk', { headers: { cookie: there.cookie } })).code).toBe('NOT_SIGNED_IN')
})

test('a member who leaves a queue hears no more of it', async () => {
  const admin = await server.signIn('admin')
  const made = await admin.call('addQueue', { body: { name: 'Short lived', memberIds: ['fiona'] } })
  const client = await deskOf(await server.signIn('fiona'))
  const ended = new Promise((resolve) => client.socket.once('disconnect', resolve))
  await admin.call('editQueue', { params: { queueId: made.id }, version: made.version, body: { memberIds: [] } })
  expect(await ended).toBe('io server disconnect')
  const again = await deskOf(await server.signIn('fiona'))
  expect(server.app.doors.desk.adapter.rooms.get(room.queue(made.id))).toBeUndefined()
  expect(again.code).toBeNull()
})
