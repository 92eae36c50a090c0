import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Dovecot, startDovecot } from './testing/dovecot.ts'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'

let dovecot: Dovecot
let scene: MailScene
beforeAll(async () => void (dovecot = await startDovecot()))
afterAll(() => dovecot.remove())
// Reads in Dovecot, sends by a server of its own.
beforeEach(async () => {
  scene = await openMailScene({}, dovecot.login('both'))
  await change({ secrets: { imapPassword: dovecot.password } })
})
afterEach(() => scene.close())

const read = async () => {
  const { items } = await scene.admin.call('listChannels')
  const [channel] = items
  if (!channel) throw new Error('the mailbox is gone')
  const [receiving, sending] = channel.sides
  return { channel, receiving, sending }
}
const change = async (body: { secrets: Record<string, string> }) => {
  const { version } = (await read()).channel
  await scene.admin.call('editChannel', { params: { channelId: scene.channelId }, version, body })
}
const tested = () => scene.admin.call('testChannel', { params: { channelId: scene.channelId } })
const looked = async () => {
  await scene.server.app.connectors.look()
  return (await read()).receiving?.health
}

test('a mailbox that reads and cannot send says so, since when, and goes on reading', async () => {
  await expect.poll(looked, { timeout: 10_000 }).toBe('ok')
  expect((await read()).sending).toMatchObject({ health: 'unknown' })
  await change({ secrets: { smtpPassword: 'wrong' } })
  const id = await scene.arrive({ from: 'waits@customers.example' })
  const activityId = (await scene.threadOf(id)) ?? ''
  await scene.anna.call('takeTask', { params: { activityId } })
  await scene.say(activityId, 'Hello')
  const sending = async () => {
    scene.server.clock.advance(11_000)
    await scene.server.sweep()
    await scene.server.app.connectors.look()
    return (await read()).sending
  }
  await expect.poll(sending, { timeout: 10_000 }).toMatchObject({ health: 'refused', problem: 'WRONG_CREDENTIALS' })
  const began = (await read()).sending?.problemAt
  const { logins } = scene.office.counts
  scene.server.clock.advance(3_600_000)
  await expect
    .poll(async () => (await sending()) && scene.office.counts.logins > logins, { timeout: 10_000 })
    .toBe(true)
  const both = await read()
  // The beginning of its illness, not the last try.
  expect(both.sending?.problemAt).toBe(began)
  expect(both.channel).toMatchObject({ health: 'refused', problem: 'WRONG_CREDENTIALS' })
  // A refused name for sending ends no reading.
  await expect.poll(looked, { timeout: 10_000 }).toBe('ok')
  await change({ secrets: { smtpPassword: scene.office.password } })
  scene.server.clock.advance(24 * 3_600_000)
  await scene.sendMore(1)
  await expect.poll(async () => (await read()).sending).toMatchObject({ health: 'ok', problem: null, problemAt: null })
})

test('the test tries both ways and says which failed', async () => {
  expect(await tested()).toMatchObject({ health: 'ok', sides: [{ health: 'ok' }, { health: 'ok' }] })
  await change({ secrets: { smtpPassword: 'wrong' } })
  expect((await tested()).sides).toMatchObject([
    { side: 'receiving', health: 'ok', problem: null },
    { side: 'sending', health: 'refused', problem: 'WRONG_CREDENTIALS' },
  ])
  await change({ secrets: { smtpPassword: scene.office.password, imapPassword: 'wrong' } })
  expect((await tested()).sides).toMatchObject([
    { side: 'receiving', health: 'refused', problem: 'WRONG_CREDENTIALS' },
    { side: 'sending', health: 'ok', problem: null },
  ])
})
