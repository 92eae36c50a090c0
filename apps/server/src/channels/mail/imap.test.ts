import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { type Dovecot, startDovecot } from './testing/dovecot.ts'
import { openProxy } from './testing/proxy.ts'

let dovecot: Dovecot
beforeAll(async () => void (dovecot = await startDovecot()))
afterAll(() => dovecot.remove())

const letter = (number: number, more: string[] = []): string =>
  [
    `Message-ID: <imap-${number}@customers.example>`,
    `From: Person ${number} <person${number}@customers.example>`,
    'To: support@shop.example',
    `Subject: Question ${number}`,
    'Date: Mon, 06 Apr 2026 09:00:00 +0000',
    ...more,
    '',
    `What about ${number}?`,
  ].join('\r\n')

const open: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

let users = 0
/** A server with a mailbox of its own in Dovecot. */
async function scene(settings: Record<string, string | number | boolean> = {}, password = dovecot.password) {
  const user = `user${(users += 1)}`
  const server = await bootServer({ hasRateLimits: false, hasTimers: true })
  open.push(() => server.stop())
  const admin = await server.signIn('admin')
  const body = {
    kind: 'mail',
    name: 'Support',
    queueId: 'q',
    settings: { address: 'support@shop.example', sends: false, ...dovecot.login(user), ...settings },
    secrets: { imapPassword: password },
  }
  return { server, admin, user, body }
}
async function turnOn(admin: Desk, body: object): Promise<string> {
  const { id: channelId } = await admin.call('addChannel', { body: body as never })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  return channelId
}
const taken = async ({ services }: TestServer): Promise<string[]> => {
  const { mails } = services.store.t
  const rows = await services.store.read.select({ subject: mails.subject }).from(mails)
  return rows.map(({ subject }) => subject).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
const health = async (admin: Desk) => (await admin.call('listChannels')).items[0]
const subjects = (...numbers: number[]): string[] => numbers.map((number) => `Question ${number}`)
const soon = { timeout: 15_000, interval: 50 }

test('what lies there is left, or taken when it is wanted; what comes is pushed at once', async () => {
  const { server, admin, user, body } = await scene()
  await dovecot.put(user, [letter(1), letter(2)])
  await turnOn(admin, body)
  await expect.poll(async () => (await health(admin))?.health, soon).toBe('ok')
  const began = performance.now()
  await dovecot.put(user, [letter(3)])
  await expect.poll(() => taken(server), soon).toEqual(subjects(3))
  // The library's own idling would begin after 15 s.
  expect(performance.now() - began).toBeLessThan(5_000)

  const all = await scene({ begins: 'all' })
  await dovecot.put(all.user, [letter(1), letter(2)])
  await turnOn(all.admin, all.body)
  await expect.poll(() => taken(all.server), soon).toEqual(subjects(1, 2))
})

test('a server that is gone is tried until it is back, and what came meanwhile is taken once', async () => {
  const { server, admin, user, body } = await scene({ begins: 'all' })
  await dovecot.put(user, [letter(1)])
  await turnOn(admin, body)
  await expect.poll(() => taken(server), soon).toEqual(subjects(1))
  await dovecot.stop()
  open.push(() => dovecot.start())
  await expect.poll(async () => (await health(admin))?.health, soon).toBe('trouble')
  await open.pop()?.()
  await dovecot.put(user, [letter(2), letter(1)])
  server.clock.advance(61_000)
  await expect.poll(() => taken(server), soon).toEqual(subjects(1, 2))
  await expect.poll(async () => (await health(admin))?.health, soon).toBe('ok')
})

test('a connection that is cut in the middle of many mails loses and doubles none', async () => {
  const { server, admin, user, body } = await scene({ begins: 'all' })
  const proxy = await openProxy(() => dovecot.port)
  open.push(proxy.close)
  const numbers = Array.from({ length: 120 }, (_, i) => i + 1)
  await dovecot.put(
    user,
    numbers.map((number) => letter(number)),
  )
  await turnOn(admin, { ...body, settings: { ...body.settings, imapPort: proxy.port } })
  // The pause before the next try is of the product's clock.
  const later = async (): Promise<string[]> => {
    server.clock.advance(1_000)
    return taken(server)
  }
  for (let cuts = 0; cuts < 4; cuts++) {
    await proxy.passed(15_000, () => server.clock.advance(200))
    proxy.cut()
  }
  await expect.poll(later, { timeout: 25_000, interval: 100 }).toEqual(subjects(...numbers))
})

test('a restart goes on where it was', async () => {
  const { server, admin, user, body } = await scene({ begins: 'all' })
  await dovecot.put(user, [letter(1), letter(2)])
  await turnOn(admin, body)
  await expect.poll(() => taken(server), soon).toEqual(subjects(1, 2))
  await server.app.connectors.stop()
  await dovecot.put(user, [letter(3)])
  const next = await server.another()
  await expect.poll(() => taken(next as TestServer), soon).toEqual(subjects(1, 2, 3))
})

test('a wrong password is told and not tried again; a folder that is not there is told', async () => {
  const { admin, body } = await scene({}, 'wrong')
  const channelId = await turnOn(admin, body)
  await expect.poll(async () => (await health(admin))?.health, soon).toBe('refused')
  expect(await health(admin)).toMatchObject({ problem: 'WRONG_CREDENTIALS' })
  const tested = await admin.call('testChannel', { params: { channelId } })
  expect(tested).toMatchObject({ health: 'refused' })
  const settings = { ...body.settings, imapFolder: 'Nowhere' }
  const changed = { settings, secrets: { imapPassword: dovecot.password } }
  await admin.call('editChannel', { params: { channelId }, body: changed as never, version: tested.version })
  expect(await admin.call('testChannel', { params: { channelId } })).toMatchObject({ health: 'trouble' })
})
