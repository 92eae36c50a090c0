import { minuteMs, unreadMailAfterMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setCustomerHere } from '../../modules/activities/index.ts'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'
import { readMail } from './read/read-mail.ts'

let scene: MailScene
beforeAll(async () => void (scene = await openMailScene()))
afterAll(() => scene.close())

let keys = 0
const key = (): string => `key-of-line-${(keys += 1)}`
/** A chat of somebody whose address is known, taken by Anna. */
async function chatOf(email: string, language: 'en' | 'pl' = 'en') {
  const { server, anna } = scene
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: 'Where is my grinder?' } })
  const { activityId } = chat
  const { customer } = await anna.call('takeTask', { params: { activityId } })
  const { store } = server.services
  await store.transact(async (tx) => {
    const { customers } = tx.t
    await tx.update(customers).set({ email, emailFolded: email, language }).where(eq(customers.id, customer.id))
  })
  const setHere = async (isHere: boolean) => {
    const actor = { kind: 'visitor' as const, id: visitor.visitorId, customerId: customer.id, siteId: 'site' }
    await server.services.execute(setCustomerHere, actor, { visitorId: visitor.visitorId, isHere })
  }
  return { activityId, visitor, setHere }
}
const mailsTo = async (email: string) =>
  (await scene.stored()).filter(({ toAddress, isUnreadChat }) => toAddress === email && isUnreadChat)
const later = async (ms: number): Promise<void> => {
  scene.server.clock.advance(ms)
  await scene.server.settle()
}

test('what stands unread is mailed after 10 minutes, once, and the answer returns to the request', async () => {
  const { activityId, setHere } = await chatOf('left@customers.example', 'pl')
  await setHere(false)
  await scene.say(activityId, 'It is on its way.')
  await scene.say(activityId, 'It comes on Friday.')
  await later(unreadMailAfterMs - minuteMs)
  expect(await mailsTo('left@customers.example')).toEqual([])
  await later(minuteMs + 1)
  expect(await mailsTo('left@customers.example')).toHaveLength(1)
  const [posted] = await scene.sendMore(1)
  const sent = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(sent.text).toContain('Odpowiedzieliśmy na czacie:')
  expect(sent.text).toContain('It is on its way.')
  expect(sent.text).toContain('It comes on Friday.')
  const answer = await scene.arrive({
    from: 'left@customers.example',
    headers: [`In-Reply-To: ${sent.messageId}`],
    text: 'Thank you!',
  })
  const mailActivity = (await scene.threadOf(answer)) ?? ''
  expect(mailActivity).not.toBe(activityId)
  expect((await scene.requestOf(mailActivity))?.id).toBe((await scene.requestOf(activityId))?.id)
})

test('never for who is back, nor twice for the same words, and at most every 15 minutes', async () => {
  const { activityId, setHere } = await chatOf('back@customers.example')
  await setHere(false)
  await scene.say(activityId, 'One')
  await setHere(true)
  await later(unreadMailAfterMs + 1)
  expect(await mailsTo('back@customers.example')).toEqual([])
  // He goes again without having read it.
  await setHere(false)
  await later(unreadMailAfterMs + 1)
  expect(await mailsTo('back@customers.example')).toHaveLength(1)
  await scene.say(activityId, 'Two')
  await later(unreadMailAfterMs + 1)
  expect(await mailsTo('back@customers.example')).toHaveLength(1)
  await later(5 * minuteMs)
  const mails = await mailsTo('back@customers.example')
  expect(mails.map(({ ownText }) => ownText?.includes('Two'))).toEqual([false, true])
  expect(mails.map(({ ownText }) => ownText?.includes('One'))).toEqual([true, false])
})

test('without an address nothing is mailed', async () => {
  const { activityId, setHere } = await chatOf('')
  await setHere(false)
  await scene.say(activityId, 'Hello?')
  const before = (await scene.stored()).length
  await later(unreadMailAfterMs + 1)
  expect(await scene.stored()).toHaveLength(before)
})
