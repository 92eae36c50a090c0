import { mentionOf, minuteMs, noticeMailAfterMs, noticeMailRetryMs, type Way } from '@care/domain'
import { eq, isNotNull } from '../../db/drizzle.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Desk } from '../../testing/people.ts'
import { readMail } from './read/read-mail.ts'
import { openMailScene, type MailScene } from './testing/mail-scene.ts'

let scene: MailScene
let boris: Desk
beforeAll(async () => {
  scene = await openMailScene()
  boris = await scene.server.signIn('boris')
})
afterAll(() => scene.close())
const mention = (switches: Partial<Record<Way, boolean>>) =>
  boris.call('changeNotificationSettings', { body: { ways: { mention: switches } } })
beforeEach(async () => void (await mention({ panel: true, email: true })))
// What one test left unread is no news in the next.
afterEach(async () => {
  const { items } = await boris.call('listNotifications', { query: { limit: 50 } })
  await boris.call('handleNotifications', { body: { ids: items.map(({ id }) => id) } })
  await due()
})

let made = 0
const key = (): string => `key-of-notice-${(made += 1)}`
/** Anna has a chat, and tells Boris something about it. */
async function told(title = 'My grinder is broken') {
  const visitor = await scene.server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: title } })
  const params = { activityId: chat.activityId }
  const { request } = await scene.anna.call('takeTask', { params })
  const again = () =>
    scene.anna.call('addComment', {
      params,
      body: { clientCommentId: key(), text: `${mentionOf('boris')} a secret of the house` },
    })
  return { ...params, request, comment: await again(), again }
}
const rows = () => {
  const { store } = scene.server.services
  return store.read.select().from(store.t.notifications).where(isNotNull(store.t.notifications.mailAt))
}
const looked = async (): Promise<number> => {
  await scene.server.sweep()
  return (await rows()).length
}
/** Every mail that was due is sent, or will never be. */
const whenSettled = () => expect.poll(looked, { timeout: 10_000 }).toBe(0)
/** What is handed over until nothing waits, from the moment when it is due. */
async function due(ms = noticeMailAfterMs) {
  const before = scene.office.posted.length
  scene.server.clock.advance(ms)
  await whenSettled()
  return scene.office.posted.slice(before)
}
const countOf = async () => {
  const { read, t } = scene.server.services.store
  const all = await Promise.all(
    [t.customers, t.requests, t.activities, t.mails].map((table) => read.select().from(table)),
  )
  return all.map(({ length }) => length)
}

test('what nobody has looked at for two minutes is mailed once: what, which request, where, and no word of the talk', async () => {
  const { activityId, comment, request } = await told()
  const before = await countOf()
  scene.server.clock.advance(noticeMailAfterMs - minuteMs)
  await scene.server.sweep()
  expect(scene.office.posted).toHaveLength(0)
  expect(await rows()).toHaveLength(1)
  const [posted, ...others] = await due(minuteMs)
  expect(others).toEqual([])
  expect(posted).toMatchObject({ from: 'support@shop.example', to: ['boris@example.com'] })
  const mail = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(mail).toMatchObject({
    from: { address: 'support@shop.example', name: 'Shop' },
    subject: `Anna mentioned you: #${request.number} My grinder is broken`,
    automatic: 'auto-submitted',
  })
  expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated'])
  expect(mail.text).toContain(`https://desk.example/a/${activityId}#comment-${comment.id}`)
  expect(mail.text).toContain('https://desk.example/settings/notifications')
  expect(mail.text).not.toContain('secret')
  // Looked at once more, also later, nothing goes out again; and it stands in no thread.
  expect(await due()).toEqual([])
  expect(await countOf()).toEqual(before)
  const { read, t } = scene.server.services.store
  const events = await read.select().from(t.events).where(eq(t.events.type, 'notifications.mailed'))
  expect(events.map(({ facts }) => facts)).toEqual([{ operatorId: 'boris', notificationIds: [expect.any(String)] }])
})

test('two processes at the same time send one', async () => {
  const other = await scene.server.another()
  await told()
  const before = scene.office.posted.length
  scene.server.clock.advance(noticeMailAfterMs)
  await Promise.all([scene.server.sweep(), other.sweep()])
  await whenSettled()
  await other.sweep()
  expect(scene.office.posted.length - before).toBe(1)
})

test.each<[string, (id: string) => Promise<unknown>]>([
  ['handled', (id) => boris.call('handleNotifications', { body: { ids: [id] } })],
  ['read', (id) => boris.call('seeNotifications', { body: { ids: [id] } })],
  ['not wanted by mail any more', () => mention({ email: false })],
  ['not kept in the panel any more', () => mention({ panel: false })],
  ['of somebody who is not active', () => isActive(false)],
  ['about what he may not see any more', () => toQueue('foreign')],
])('%s by then: none', async (_, change) => {
  await told()
  const [row] = await rows()
  await change(row?.id ?? '')
  expect(await due()).toEqual([])
  await isActive(true)
})

async function isActive(is: boolean): Promise<void> {
  const { store } = scene.server.services
  await store.transact((tx) => tx.update(tx.t.operators).set({ isActive: is }).where(eq(tx.t.operators.id, 'boris')))
}
async function toQueue(queueId: string): Promise<void> {
  const { store } = scene.server.services
  await store.transact(async (tx) => {
    await tx.update(tx.t.requests).set({ queueId })
    await tx.update(tx.t.activities).set({ queueId })
  })
}

test('without a wish nobody is mailed, and what the panel does not keep never is', async () => {
  await mention({ email: false })
  await told()
  await mention({ email: true, panel: false })
  await told()
  expect(await rows()).toEqual([])
})

test('several that are due together are one mail, in the language of who gets it', async () => {
  await boris.call('changeMe', { body: { language: 'ru' } })
  const { again } = await told('One')
  await again()
  const second = await told('Two')
  const [posted, ...others] = await due()
  expect(others).toEqual([])
  const mail = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(mail.subject).toBe('Уведомления: 3')
  expect(mail.text.match(/Anna упоминает вас/gu)).toHaveLength(3)
  expect(mail.text).toContain(`#${second.request.number} Two`)
  await boris.call('changeMe', { body: { language: 'en' } })
})

test('without a mailbox nothing is sent, not even when there is one again; the desk knows it', async () => {
  const params = { channelId: scene.channelId }
  await scene.admin.call('switchChannel', { params, body: { isOn: false } })
  expect((await boris.call('getMe')).notifications.isMailSetUp).toBe(false)
  await told()
  expect(await due()).toEqual([])
  expect(await rows()).toEqual([])
  await scene.admin.call('switchChannel', { params, body: { isOn: true } })
  expect((await boris.call('getMe')).notifications.isMailSetUp).toBe(true)
  expect(await due()).toEqual([])
})

test('refused for now it is tried again for an hour; refused for good never', async () => {
  const { office, server } = scene
  await told()
  office.refusing.set('boris@example.com', { code: 451, text: 'come back later' })
  server.clock.advance(noticeMailAfterMs)
  // Shorter than the lease with which it is in hand.
  const waitsFor = async () => {
    await server.sweep()
    return (await rows()).map(({ mailAt }) => (mailAt ?? 0) - server.clock.now() <= noticeMailRetryMs)
  }
  await expect.poll(waitsFor, { timeout: 10_000 }).toEqual([true])
  office.refusing.delete('boris@example.com')
  expect(await due(noticeMailRetryMs)).toHaveLength(1)

  await told()
  office.refusing.set('boris@example.com', { code: 550, text: 'no such user' })
  expect(await due()).toEqual([])
  office.refusing.delete('boris@example.com')
  expect(await due(noticeMailRetryMs)).toEqual([])
})

test('an answer to it, and what a mail server says of it, begins nothing', async () => {
  await told()
  const [posted] = await due()
  const { messageId } = await readMail(Buffer.from(posted?.raw ?? ''))
  const before = await countOf()
  const answer = { from: 'Boris <boris@example.com>', subject: 'Re: Anna mentioned you', text: 'I look at it.' }
  await scene.arrive({ ...answer, headers: [`In-Reply-To: ${messageId}`, `References: <a@b.example> ${messageId}`] })
  await scene.arrive({ ...answer, headers: [`References: <a@b.example> ${messageId}`] })
  // It comes back to us as it went: a rule of his mailbox sends it on.
  await scene.deliver(posted?.raw ?? '')
  expect(await countOf()).toEqual(before)
  // Of another installation, or made up, it is a mail as any.
  const foreign = messageId.replace(/\.[0-9a-f]/u, (sign) => (sign === '.0' ? '.1' : '.0'))
  const id = await scene.arrive({ ...answer, headers: [`In-Reply-To: ${foreign}`] })
  expect(await scene.threadOf(id)).not.toBeNull()
})
