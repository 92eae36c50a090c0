import { hourMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await bootServer()
})
afterEach(() => server.stop())

const byLink = async (path: string, body: object) => {
  const answer = await fetch(`${server.url}/api/callback-link${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { code?: string; state?: string; maskedPhone?: string },
  }
}

test('asked for in the widget it is offered when due, and not before; its link says no more than it must', async () => {
  const visitor = await server.newVisitor()
  const { items } = await visitor.call('listCallbackSlots')
  const from = items[2]?.from ?? 0
  const asked = await visitor.call('askCallback', { body: { phone: '+48 601 234 567', from } })
  const { token } = asked
  expect(await byLink('', { token })).toMatchObject({
    status: 200,
    body: { state: 'planned', maskedPhone: '+•• ••• ••• 567' },
  })
  expect(JSON.stringify(asked)).not.toContain('+48')

  const anna = await server.signIn('anna')
  await anna.socket()
  await anna.call('setPresence', { body: { chosen: 'available' } })
  await server.sweep()
  await server.settle()
  const offers = async () => (await anna.call('listTasks')).items
  expect(await offers()).toEqual([])
  server.clock.set(from)
  await server.sweep()
  await server.settle()
  expect(await offers()).toMatchObject([{ medium: 'callback', state: 'offered' }])
})

test('a forged token opens nothing, and guessing is stopped', async () => {
  const codes = new Set<string | undefined>()
  for (let i = 0; i < 31; i += 1) codes.add((await byLink('', { token: `guess-${i}` })).body.code)
  expect([...codes]).toEqual(['NOT_FOUND', 'TOO_MANY_TRIES'])
})

test('the link moves and cancels, and opens nothing a day later', async () => {
  const visitor = await server.newVisitor()
  const { items } = await visitor.call('listCallbackSlots')
  const [one, other] = items.slice(4).map(({ from }) => from)
  const { token } = await visitor.call('askCallback', { body: { phone: '+48 601 234 567', from: one ?? 0 } })
  expect(await byLink('/move', { token, from: other })).toMatchObject({ status: 200, body: { state: 'planned' } })
  expect(await byLink('/move', { token, from: (other ?? 0) + 1 })).toMatchObject({
    status: 409,
    body: { code: 'NOT_ALLOWED_NOW' },
  })
  expect(await byLink('/cancel', { token })).toMatchObject({ status: 200, body: { state: 'cancelled' } })
  server.clock.set(server.clock.now() + 25 * hourMs)
  expect(await byLink('', { token })).toMatchObject({ status: 404 })
})
