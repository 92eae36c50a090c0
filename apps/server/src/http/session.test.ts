import { createCaller } from '@care/client'
import { deskRoutes } from '@care/contract/wire'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, password, type TestServer } from '../testing/boot-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

describe('a session', () => {
  test('opens with email and password, in whatever case the email is written', async () => {
    const answer = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: ' Anna@Example.com', password }),
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      id: 'anna',
      role: 'operator',
      queues: [{ id: 'q', name: 'General' }],
      presence: { shown: 'offline' },
    })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^care_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const { call } = createCaller(deskRoutes, {
      baseUrl: server.url,
      headers: () => ({ cookie: cookie?.split(';')[0] ?? '' }),
    })
    expect(await call('getMe')).toMatchObject({ email: 'anna@example.com' })
  })
})
