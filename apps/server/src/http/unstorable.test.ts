import { errorEnvelope } from '@care/contract'
import { limits } from '@care/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packCursor } from '../db/cursor.ts'
import { unstorablePath } from '../db/storable.ts'
import { bootServer, siteKey, type TestServer } from '../testing/boot-server.ts'
import type { Desk, Visitor } from '../testing/people.ts'

// PostgreSQL takes no NUL anywhere and no half of a surrogate pair in JSON; SQLite takes both. Neither may get one.
const half = '\uD83D'

let server: TestServer
let anna: Desk
let admin: Desk
let visitor: Visitor
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  admin = await server.signIn('admin')
  visitor = await server.newVisitor()
})
afterAll(() => server.stop())

async function send(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: anna.cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}
const refusalOf = ({ text }: { text: string }) => {
  const { code, details } = errorEnvelope.parse(JSON.parse(text))
  const issues = details['issues'] as { path: string }[] | undefined
  return { code, paths: issues?.map(({ path }) => path) }
}
const asVisitor = () => ({ authorization: `Visitor ${visitor.token}` })

describe('a character that no database keeps is refused where it stands', () => {
  test.each<[string, string, unknown, string]>([
    ['an id in the address', '/api/customers/a%00b', undefined, 'customerId'],
    ['an id in a filter', '/api/requests?filter={"customerId":"a%5Cu0000b"}', undefined, 'filter.customerId'],
    ['what is searched', '/api/customers?search=a%00b', undefined, 'search'],
    ['a cursor', `/api/customers?cursor=${packCursor([1, 'a\u0000b'])}`, undefined, 'cursor'],
    ['half a character in a cursor', `/api/customers?cursor=${packCursor([1, half])}`, undefined, 'cursor'],
    ['an instant that is none', `/api/customers?cursor=${packCursor([1e300, 'a'])}`, undefined, 'cursor'],
    ['a rank that is none', `/api/queue-items?cursor=${packCursor([9e15, 0, 0, 'a'])}`, undefined, 'cursor'],
    ['an id in the body', '/api/requests', { customerId: 'a\u0000b', title: 'x' }, 'customerId'],
    ['half a character', '/api/requests', { customerId: half, title: 'x' }, 'customerId'],
    ['an email to sign in', '/api/session', { email: 'a\u0000b@example.com', password: 'x' }, 'email'],
    ['a password', '/api/session', { email: 'anna@example.com', password: 'a\u0000b' }, 'password'],
    ['a site', '/api/widget/session', { siteKey: 'a\u0000b' }, 'siteKey'],
    ['a visitor', '/api/widget/session', { siteKey, token: half }, 'token'],
  ])('%s', async (_, path, body, wrong) => {
    const answer = await send(path, body)
    expect(refusalOf(answer)).toEqual({ code: 'INVALID_INPUT', paths: [wrong] })
    expect(answer.status).toBe(400)
  })

  test('the key of a message, over HTTP and through the socket', async () => {
    const body = { clientMessageId: 'a message\u0000', text: 'Hello' }
    expect(refusalOf(await send('/api/widget/chat', body, asVisitor()))).toEqual({
      code: 'INVALID_INPUT',
      paths: ['clientMessageId'],
    })
    await visitor.call('startChat', { body: { clientMessageId: 'a first message', text: 'Hello' } })
    const socket = await visitor.socket()
    await expect(socket.call('sendWidgetMessage', { body })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('the name of a file', async () => {
    const answer = await fetch(`${server.url}/api/widget/files?name=a%00b.txt`, {
      method: 'POST',
      headers: { ...asVisitor(), 'content-type': 'application/octet-stream' },
      body: 'hello',
    })
    expect(refusalOf({ text: await answer.text() })).toEqual({ code: 'INVALID_INPUT', paths: ['name'] })
  })

  test('a room', async () => {
    const socket = await anna.socket()
    await expect(socket.emit('join', { room: 'request', id: 'a\u0000b' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    socket.volatile('typing', { activityId: 'a\u0000b', isTyping: true })
    await expect(socket.emit('leave', { room: 'request', id: 'nothing' })).resolves.toBeDefined()
  })
})

test('who nobody knows is nobody, with such characters too', async () => {
  expect((await send('/widget/frame?site=a%00b')).status).toBe(404)
  expect((await send('/api/tasks', undefined, { cookie: 'care_session=a%00b' })).status).toBe(401)
  expect((await send('/api/widget/chat/messages?token=a%00b', undefined, {})).status).toBe(401)
  expect((await send('/api/widget/files/a%00b?token=a%00b', undefined, {})).status).toBe(401)
})

test('text that people type loses them and keeps the rest', async () => {
  const message = await visitor.call('sendWidgetMessage', {
    body: { clientMessageId: 'a second message', text: `one\u0000 two ${half} three` },
  })
  expect(message.text).toBe('one two \uFFFD three')
  const queue = await admin.call('addQueue', { body: { name: `Or\u0000ders ${half}`, skills: [] } })
  expect(queue.name).toBe('Orders \uFFFD')
})

test('a text that is too long for a description is not cut inside a character', async () => {
  const text = `${'x'.repeat(limits.description - 1)}😀😀`
  const body = { email: 'elena@example.com', clientMessageId: 'a long message', text }
  await (await server.newVisitor()).call('leaveMessage', { body })
  const { items } = await admin.call('listRequests', { query: { limit: 1 } })
  const { description } = await admin.call('getRequest', { params: { requestId: items[0]?.id ?? '' } })
  expect(description).toBe('x'.repeat(limits.description - 1))
})

test('a version that no row reaches is an old one', async () => {
  const { id } = await anna.call('addCustomer', { body: { name: 'Jonas Weber' } })
  const edit = anna.call('editCustomer', {
    params: { customerId: id },
    body: { isVip: true },
    version: 999_999_999_999,
  })
  await expect(edit).rejects.toMatchObject({ code: 'CONFLICT' })
})

test.each<[string, unknown, string | null]>([
  ['nothing', { a: ['b', 1, null, { c: true }] }, null],
  ['the top', 'a\u0000', ''],
  ['deep down', { a: [{ b: 'c' }, { b: half }] }, 'a.1.b'],
  ['a name', { a: { 'b\u0000': 1 } }, 'a'],
])('found in %s', (_, value, path) => {
  expect(unstorablePath(value)).toBe(path)
})
