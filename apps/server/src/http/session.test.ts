import { createCaller } from '@care/client'
import { deskRoutes } from '@care/contract/wire'
import { dayMs, minuteMs } from '@care/domain'
import { eq } from '../db/drizzle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offerSetUp } from '../modules/auth/index.ts'
import { system } from '../kernel/actor.ts'
import { bootServer, password, type TestServer } from '../testing/boot-server.ts'
import { refusal } from '../testing/workbench.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const signIn = (email: string, secret: string, headers: Record<string, string> = {}) =>
  post('/api/session', { email, password: secret }, headers)
const callerOf = (cookie: string) => createCaller(deskRoutes, { baseUrl: server.url, headers: () => ({ cookie }) })
const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

describe('sign-in', () => {
  test('opens a session with email and password, in whatever case the email is written', async () => {
    const answer = await signIn(' Anna@Example.com', password)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      id: 'anna',
      role: 'operator',
      queues: [{ id: 'q', name: 'General' }],
      presence: { shown: 'offline' },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^care_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await callerOf(cookieOf(answer)).call('getMe')).toMatchObject({ email: 'anna@example.com' })
  })

  test('stores no token and no password', async () => {
    const cookie = cookieOf(await signIn('anna@example.com', password))
    const { sessions, operators } = server.services.store.t
    const kept = JSON.stringify([
      await server.services.store.read.select().from(sessions),
      await server.services.store.read.select().from(operators),
    ])
    expect(kept).not.toContain(cookie.slice('care_session='.length))
    expect(kept).not.toContain(password)
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('says the same for an unknown email, a wrong password and a closed account', async () => {
    await server.services.store.transact((tx) =>
      tx.update(tx.t.operators).set({ isActive: false }).where(eq(tx.t.operators.id, 'carla')),
    )
    const answers = await Promise.all([
      signIn('nobody@example.com', password),
      signIn('anna@example.com', 'wrong password'),
      signIn('carla@example.com', password),
    ])
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({ code: 'WRONG_CREDENTIALS', details: {} })
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })

  test('stops guessing after 10 tries for an email from one address, for the rest of 15 minutes', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' }
    for (let i = 0; i < 10; i++) expect((await signIn('boris@example.com', `guess number ${i}`, from)).status).toBe(401)
    const refused = await signIn('boris@example.com', password, from)
    expect(refused.status).toBe(429)
    const { code, details } = (await refused.json()) as { code: string; details: { retryAfterSeconds: number } }
    expect(code).toBe('TOO_MANY_TRIES')
    expect(details.retryAfterSeconds).toBeGreaterThan(0)
    expect(refused.headers.get('retry-after')).toBe(String(details.retryAfterSeconds))
    expect((await signIn('boris@example.com', password, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200)
    server.clock.advance(15 * minuteMs)
    expect((await signIn('boris@example.com', password, from)).status).toBe(200)
  })

  test('the right password takes no try away', async () => {
    const from = { 'x-forwarded-for': '198.51.100.9' }
    for (let i = 0; i < 12; i++) expect((await signIn('vera@example.com', password, from)).status).toBe(200)
  })

  test('an idempotency key of somebody else gives nobody his session', async () => {
    const key = { 'idempotency-key': 'shared-by-two-people' }
    const [first, second] = [
      await signIn('anna@example.com', password, key),
      await signIn('boris@example.com', password, key),
    ]
    expect(cookieOf(first)).not.toBe(cookieOf(second))
    expect(await callerOf(cookieOf(second)).call('getMe')).toMatchObject({ id: 'boris' })
  })
})

describe('a session', () => {
  test('is listed, and can be ended from another device at once', async () => {
    const [here, there] = [await server.signIn('dora'), await server.signIn('dora')]
    const { items } = await here.call('listSessions')
    expect(items.filter((item) => item.isCurrent)).toHaveLength(1)
    expect(items).toHaveLength(2)
    const other = items.find((item) => !item.isCurrent)
    await here.call('revokeSession', { params: { sessionId: other?.id ?? '' } })
    expect(await refusal(there.call('getMe'))).toBe('NOT_SIGNED_IN')
    expect((await here.call('listSessions')).items).toHaveLength(1)
  })

  test('of somebody else does not exist', async () => {
    const [vera, anna] = [await server.signIn('vera'), await server.signIn('anna')]
    const { items } = await vera.call('listSessions')
    expect(await refusal(anna.call('revokeSession', { params: { sessionId: items[0]?.id ?? '' } }))).toBe('NOT_FOUND')
    expect(await vera.call('getMe')).toMatchObject({ id: 'vera' })
  })

  test('lives 30 days from its last use, then ends and is swept', async () => {
    const [used, idle] = [await server.signIn('fiona'), await server.signIn('fiona')]
    server.clock.advance(20 * dayMs)
    const answer = await fetch(`${server.url}/api/session`, { headers: { cookie: used.cookie } })
    expect(cookieOf(answer)).toBe(used.cookie)
    server.clock.advance(15 * dayMs)
    expect(await used.call('getMe')).toMatchObject({ id: 'fiona' })
    expect(await refusal(idle.call('getMe'))).toBe('NOT_SIGNED_IN')
    await server.sweep()
    const { sessions } = server.services.store.t
    expect(
      await server.services.store.read.select().from(sessions).where(eq(sessions.operatorId, 'fiona')),
    ).toHaveLength(1)
  })

  test('keeps the own language', async () => {
    const anna = await server.signIn('anna')
    expect(await anna.call('changeMe', { body: { language: 'pl' } })).toMatchObject({ language: 'pl' })
    expect(await anna.call('changeMe', { body: { language: null } })).toMatchObject({ language: null })
  })

  test('keeps how letters act, beside the language; other ways there are none', async () => {
    const anna = await server.signIn('anna')
    expect(await anna.call('getMe')).toMatchObject({ singleKeys: 'on' })
    await anna.call('changeMe', { body: { language: 'ru' } })
    await anna.call('changeMe', { body: { singleKeys: 'alt' } })
    expect(await anna.call('changeMe', { body: {} })).toMatchObject({ language: 'ru', singleKeys: 'alt' })
    const body = { singleKeys: 'sometimes' as 'off' }
    await expect(anna.call('changeMe', { body })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await anna.call('changeMe', { body: { language: null, singleKeys: 'on' } })
  })
})

describe('sign-out', () => {
  test('takes the cookie back and ends the session', async () => {
    const anna = await server.signIn('anna')
    const answer = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie: anna.cookie } })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^care_session=; Max-Age=0;/)
    expect(await refusal(anna.call('getMe'))).toBe('NOT_SIGNED_IN')
  })

  test('with a live talk asks first, then returns it to its queue (rule 22)', async () => {
    const boris = await server.signIn('boris')
    const visitor = await server.newVisitor()
    const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'first-message', text: 'Hello' } })
    await boris.call('takeTask', { params: { activityId: chat.activityId } })
    const refused = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie: boris.cookie } })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { live: 1, slow: 0 } })
    expect(await boris.call('getMe')).toMatchObject({ id: 'boris' })
    await boris.call('signOut', { query: { tasks: 'keep' } })
    expect(await refusal(boris.call('getMe'))).toBe('NOT_SIGNED_IN')
    const again = await server.signIn('boris')
    expect((await again.call('listTasks')).items).toEqual([])
    expect((await again.call('listQueueItems', { query: {} })).items).toHaveLength(1)
  })
})

describe('the workspace', () => {
  test('gives no people away outside of demo mode', async () => {
    expect(await callerOf('').call('getWorkspace')).toEqual({
      name: 'Care Desktop',
      isDemo: false,
      needsSetup: false,
      demoPeople: [],
    })
  })

  test('that has people cannot be set up again, not even with a good link', async () => {
    const { token } = await server.services.execute(offerSetUp, system, null)
    const body = { token, name: 'Mallory', email: 'mallory@example.com', password: 'long enough 1' }
    expect(await refusal(callerOf('').call('setUp', { body }))).toBe('FORBIDDEN')
  })
})
