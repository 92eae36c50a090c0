import { errorEnvelope } from '@care/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, siteKey, type TestServer } from '../testing/boot-server.ts'
import type { Desk, Visitor } from '../testing/people.ts'

let server: TestServer
let anna: Desk
let admin: Desk
let visitor: Visitor
beforeAll(async () => {
  server = await bootServer({ metricsToken: 'a token of enough length' })
  anna = await server.signIn('anna')
  admin = await server.signIn('admin')
  visitor = await server.newVisitor()
})
afterAll(() => server.stop())

interface Sent {
  method?: string
  body?: string
  type?: string
  headers?: Record<string, string>
  as?: Desk | null
}
async function send(
  path: string,
  { method = 'POST', body = '{}', type = 'application/json', headers = {}, as = anna }: Sent = {},
) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...(type ? { 'content-type': type } : {}), ...(as ? { cookie: as.cookie } : {}), ...headers },
    ...(method === 'GET' ? {} : { body }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  }
}
/** The envelope of a refusal, whole and without a word about the inside. */
function refusalOf(answer: Awaited<ReturnType<typeof send>>): {
  status: number
  code: string
  details: Record<string, unknown>
} {
  const { code, details, requestId } = errorEnvelope.parse(answer.json())
  expect(requestId).toBe(answer.headers.get('x-request-id'))
  expect(answer.text).not.toMatch(/\n\s+at |node_modules|\.ts:|SQLITE|drizzle|constraint/i)
  return { status: answer.status, code, details }
}
const idOf = async (): Promise<string> =>
  String((await send('/api/customers', { body: JSON.stringify({ name: 'Jonas Weber' }) })).json()['id'])

describe('bad input gets an envelope', () => {
  test.each<[string, string, Sent, { status: number; code: string }]>([
    ['what is no JSON', '/api/customers', { body: '{"name": ' }, { status: 400, code: 'BAD_JSON' }],
    [
      'another encoding',
      '/api/customers',
      { headers: { 'content-encoding': 'compress' } },
      { status: 400, code: 'BAD_JSON' },
    ],
    [
      'a form',
      '/api/customers',
      { body: 'name=x', type: 'application/x-www-form-urlencoded' },
      { status: 400, code: 'BAD_JSON' },
    ],
    [
      'plain text that is JSON',
      '/api/customers',
      { body: '{"name":"x"}', type: 'text/plain' },
      { status: 400, code: 'BAD_JSON' },
    ],
    ['an array', '/api/customers', { body: '[]' }, { status: 400, code: 'INVALID_INPUT' }],
    ['null', '/api/customers', { body: 'null' }, { status: 400, code: 'INVALID_INPUT' }],
    ['a number', '/api/customers', { body: '7' }, { status: 400, code: 'INVALID_INPUT' }],
    ['nothing needed', '/api/customers', {}, { status: 400, code: 'INVALID_INPUT' }],
    [
      'a name of 10,000 characters',
      '/api/customers',
      { body: JSON.stringify({ name: 'x'.repeat(10_000) }) },
      { status: 400, code: 'INVALID_INPUT' },
    ],
    [
      'a body over 256 KiB',
      '/api/customers',
      { body: JSON.stringify({ name: 'x'.repeat(300_000) }) },
      { status: 413, code: 'TOO_LARGE' },
    ],
    ['an unknown id', '/api/customers/nobody', { method: 'GET' }, { status: 404, code: 'NOT_FOUND' }],
    [
      'an id of 10,000 characters',
      `/api/customers/${'x'.repeat(10_000)}`,
      { method: 'GET' },
      { status: 400, code: 'INVALID_INPUT' },
    ],
    ['a broken percent code', '/api/customers/%E0%A4%A', { method: 'GET' }, { status: 400, code: 'INVALID_INPUT' }],
    ['an id with SQL', "/api/customers/'%20OR%201=1;--", { method: 'GET' }, { status: 404, code: 'NOT_FOUND' }],
    [
      'a path out of here',
      '/api/customers/..%2F..%2Fetc%2Fpasswd',
      { method: 'GET' },
      { status: 404, code: 'NOT_FOUND' },
    ],
    ['a made-up cursor', '/api/customers?cursor=AAAA', { method: 'GET' }, { status: 400, code: 'INVALID_INPUT' }],
    ['a limit that is none', '/api/customers?limit=-1', { method: 'GET' }, { status: 400, code: 'INVALID_INPUT' }],
    ['a query twice', '/api/customers?search=a&search=b', { method: 'GET' }, { status: 400, code: 'INVALID_INPUT' }],
    ['an unknown endpoint', '/api/secrets', { method: 'GET' }, { status: 404, code: 'NOT_FOUND' }],
    ['another method', '/api/tasks', { method: 'PUT' }, { status: 404, code: 'NOT_FOUND' }],
    [
      'a key of 200 characters',
      '/api/customers',
      { body: '{"name":"x"}', headers: { 'idempotency-key': 'k'.repeat(200) } },
      { status: 400, code: 'INVALID_INPUT' },
    ],
    ['no session', '/api/tasks', { method: 'GET', as: null }, { status: 401, code: 'NOT_SIGNED_IN' }],
    [
      'a forged session',
      '/api/tasks',
      { method: 'GET', as: null, headers: { cookie: `care_session=${'A'.repeat(43)}` } },
      { status: 401, code: 'NOT_SIGNED_IN' },
    ],
    [
      'a forged visitor',
      '/api/widget/chat',
      { as: null, headers: { authorization: `Visitor ${'A'.repeat(43)}` } },
      { status: 401, code: 'VISITOR_UNKNOWN' },
    ],
    ['an operator at a visitor’s door', '/api/widget/chat', {}, { status: 401, code: 'VISITOR_UNKNOWN' }],
    ['no right', '/api/queues', { body: '{"name":"Mine"}' }, { status: 403, code: 'FORBIDDEN' }],
  ])('%s', async (_, path, sent, expected) => {
    expect(refusalOf(await send(path, sent))).toMatchObject(expected)
  })

  test('a visitor at an operator’s door', async () => {
    const headers = { authorization: `Visitor ${visitor.token}` }
    expect(refusalOf(await send('/api/tasks', { method: 'GET', as: null, headers }))).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
  })

  test('wrong fields are named', async () => {
    const { details } = refusalOf(
      await send('/api/queues', { as: admin, body: JSON.stringify({ name: '', offerSeconds: 1 }) }),
    )
    expect(details['issues']).toEqual([
      { path: 'name', message: expect.any(String) },
      { path: 'offerSeconds', message: expect.any(String) },
    ])
  })

  test('no version, a version that is none, an old version', async () => {
    const id = await idOf()
    const edit = (headers: Record<string, string>) =>
      send(`/api/customers/${id}`, { method: 'PATCH', body: '{"isVip":true}', headers })
    expect(refusalOf(await edit({}))).toMatchObject({ status: 428, code: 'VERSION_MISSING' })
    expect(refusalOf(await edit({ 'if-match': 'latest' }))).toMatchObject({ status: 428, code: 'VERSION_MISSING' })
    expect((await edit({ 'if-match': '"1"' })).status).toBe(200)
    expect(refusalOf(await edit({ 'if-match': '1' }))).toMatchObject({ status: 409, code: 'CONFLICT' })
  })

  test.each([
    ['SQL', "Robert'); DROP TABLE customers;--"],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['right to left', '\u202Eمرحبا שלום\u202C'],
    ['emoji', '👩‍👩‍👧‍👦 🇧🇬 é'],
    ['a quote and a backslash', `"\\'\``],
  ])('%s is kept as the text it is', async (_, text) => {
    const made = await send('/api/customers', { body: JSON.stringify({ name: text }) })
    expect(made.status).toBe(200)
    const found = await send(`/api/customers/${String(made.json()['id'])}`, { method: 'GET' })
    expect(found.json()['name']).toBe(text)
    expect(found.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('an unexpected error says nothing about itself', async () => {
    const { t } = server.services.store.read
    Object.assign(server.services.store.read, { t: null })
    const answer = await send('/api/workspace', { method: 'GET', as: null })
    Object.assign(server.services.store.read, { t })
    expect(refusalOf(answer)).toMatchObject({ status: 500, code: 'INTERNAL', details: {} })
    const requestId = String(answer.json()['requestId'])
    expect(server.logs.some((line) => line.includes(requestId) && line.includes('TypeError'))).toBe(true)
  })
})

describe('pages of other origins', () => {
  const write = (origin: string, headers: Record<string, string> = {}) =>
    send('/api/customers', { body: '{"name":"x"}', headers: { origin, ...headers } })

  test('write nothing with our cookies', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://desk.example',
      server.url.replace('127.0.0.1', 'localhost'),
    ])
      expect(refusalOf(await write(origin))).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })
  test('open no widget session', async () => {
    const answer = await send('/api/widget/session', {
      as: null,
      body: JSON.stringify({ siteKey }),
      headers: { origin: 'https://evil.example' },
    })
    expect(refusalOf(answer)).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' })
  })
  test('our own write', async () => {
    for (const origin of ['https://desk.example', server.url]) expect((await write(origin)).status).toBe(200)
  })
})

test('one address opens at most 60 widget sessions a minute', async () => {
  const open = () =>
    send('/api/widget/session', {
      as: null,
      body: JSON.stringify({ siteKey }),
      headers: { 'x-forwarded-for': '198.51.100.77' },
    })
  for (let i = 0; i < 60; i++) expect((await open()).status).toBe(200)
  expect(refusalOf(await open())).toMatchObject({ status: 429, code: 'TOO_MANY_TRIES' })
})

test('one visitor sends at most 30 messages in 10 seconds', async () => {
  const eager = await server.newVisitor()
  const headers = { authorization: `Visitor ${eager.token}` }
  const say = (n: number) =>
    send('/api/widget/chat', {
      as: null,
      headers,
      body: JSON.stringify({ clientMessageId: `message-${n}`, text: `Hello ${n}` }),
    })
  const statuses: number[] = []
  for (let n = 0; n < 31; n++) statuses.push((await say(n)).status)
  expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  server.clock.advance(10_000)
  expect((await say(40)).status).toBe(200)
})

describe('headers', () => {
  test('of every answer', async () => {
    for (const path of ['/api/workspace', '/healthz', '/nothing.js', '/api/nothing']) {
      const { headers } = await send(path, { method: 'GET' })
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
  test('answers of the API are not kept', async () => {
    expect((await send('/api/tasks', { method: 'GET' })).headers.get('cache-control')).toBe('no-store')
  })
})

describe('operations', () => {
  test('the process lives and is ready', async () => {
    expect((await send('/healthz', { method: 'GET', as: null })).json()).toEqual({ status: 'ok' })
    expect((await send('/readyz', { method: 'GET', as: null })).json()).toEqual({
      status: 'ok',
      checks: { database: 'ok' },
    })
  })
  test('metrics are for this machine or for who has the token', async () => {
    const metrics = (headers: Record<string, string>) => send('/metrics', { method: 'GET', as: null, headers })
    const local = await metrics({})
    expect(local.text).toContain('care_http_request_seconds_count{endpoint="listTasks",status="200"}')
    for (const name of [
      'care_sockets',
      'care_queue_waiting{queue="q"}',
      'care_job_lag_seconds',
      'care_nodejs_eventloop_lag_seconds',
    ])
      expect(local.text).toContain(name)
    const far = { 'x-forwarded-for': '198.51.100.1' }
    expect(refusalOf(await metrics(far))).toMatchObject({ status: 403 })
    expect(refusalOf(await metrics({ ...far, authorization: 'Bearer a token of another length' }))).toMatchObject({
      status: 403,
    })
    expect((await metrics({ ...far, authorization: 'Bearer a token of enough length' })).status).toBe(200)
  })
  test('logs name ids and never what people wrote', async () => {
    await send('/api/customers', {
      body: JSON.stringify({ name: 'Nobody Shall Log Me', email: 'private@example.com' }),
      headers: { 'x-request-id': 'request-of-the-test' },
    })
    const line = JSON.parse(server.logs.find((one) => one.includes('request-of-the-test')) ?? '{}') as Record<
      string,
      unknown
    >
    expect(line).toMatchObject({ endpoint: 'addCustomer', method: 'POST', status: 200, operatorId: 'anna' })
    expect(server.logs.join()).not.toMatch(/Shall Log|private@example|care_session|anna@example/)
  })
})
