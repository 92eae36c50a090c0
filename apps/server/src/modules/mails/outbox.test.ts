import { mailHoldMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
let [anna, boris, vera]: Desk[] = []
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  boris = await server.signIn('boris')
  vera = await server.signIn('vera')
})
afterAll(() => server.stop())

let made = 0
const key = (): string => `key-of-mail-${(made += 1)}`
const mail = (more: object = {}) => ({
  to: 'Elena@Example.com',
  subject: 'Your grinder',
  clientMessageId: key(),
  text: 'It is on its way.',
  ...more,
})
const people = () => {
  if (!anna || !boris || !vera) throw new Error('nobody is signed in')
  return { anna, boris, vera }
}
/** A chat that Anna had, whose customer has left. */
async function left() {
  const { anna } = people()
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: 'Where is my grinder?' } })
  const { activityId } = chat
  const { request, customer } = await anna.call('takeTask', { params: { activityId } })
  await visitor.call('leaveChat', { body: {} })
  return { ...people(), visitor, activityId, requestId: request.id, customerId: customer.id }
}

test('the answer is a mail activity in the same request, and waits in the outbox', async () => {
  const { anna, activityId, requestId, customerId } = await left()
  expect((await anna.call('getActivity', { params: { activityId } })).abilities.answerByMail).toBe(true)
  const { activity, mail: queued } = await anna.call('answerByMail', { params: { activityId }, body: mail() })
  expect(activity).toMatchObject({
    medium: 'email',
    state: 'active',
    operator: { id: 'anna' },
    request: { id: requestId },
    abilities: { reply: true, answerByMail: false },
  })
  expect(queued).toMatchObject({
    to: [{ address: 'Elena@Example.com', name: '' }],
    subject: 'Your grinder',
    state: 'waiting',
    sendAfter: queued.createdAt + mailHoldMs,
    error: null,
    canCancel: true,
  })
  const { items, isSetUp } = await anna.call('listMails', { params: { activityId: activity.id } })
  expect(items).toEqual([queued])
  expect(isSetUp).toBe(false)
  const thread = await anna.call('listMessages', { params: { activityId: activity.id } })
  expect(thread.items.map(({ text }) => text)).toEqual(['It is on its way.'])
  const journey = await anna.call('getJourney', { params: { customerId } })
  expect(JSON.stringify(journey)).toContain(activity.id)
  expect((await anna.call('listTasks')).items.map((task) => task.activityId)).toContain(activity.id)
  const { events } = server.services.store.t
  const facts = await server.services.store.read.select().from(events).where(eq(events.activityId, activity.id))
  expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['message.sent', 'mail.queued']))
  // Addresses and words are in no log.
  expect(JSON.stringify(facts)).not.toMatch(/example\.com|grinder|on its way/i)
})

test('repeated it is one mail; the next answers go on in the same activity, to the same address', async () => {
  const { anna, activityId } = await left()
  const body = mail()
  const first = await anna.call('answerByMail', { params: { activityId }, body })
  const again = await anna.call('answerByMail', { params: { activityId }, body })
  expect(again.mail.id).toBe(first.mail.id)
  const second = await anna.call('answerByMail', { params: { activityId }, body: mail({ subject: 'And the beans' }) })
  expect(second.activity.id).toBe(first.activity.id)
  await anna.call('sendMessage', {
    params: { activityId: first.activity.id },
    body: { clientMessageId: key(), text: 'One more thing' },
  })
  const { items } = await anna.call('listMails', { params: { activityId: first.activity.id } })
  expect(items.map(({ to, subject }) => [to[0]?.address, subject])).toEqual([
    ['Elena@Example.com', 'And the beans'],
    ['Elena@Example.com', 'And the beans'],
    ['Elena@Example.com', 'Your grinder'],
  ])
  // Page by page it is the same.
  const pages = []
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = { limit: 1, ...(cursor === null ? {} : { cursor }) }
    const page = await anna.call('listMails', { params: { activityId: first.activity.id }, query })
    pages.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(pages).toEqual(items)
})

test('called at the same moment from two windows it is one activity', async () => {
  const { anna, activityId } = await left()
  const both = await Promise.all([1, 2].map(() => anna.call('answerByMail', { params: { activityId }, body: mail() })))
  expect(new Set(both.map(({ activity }) => activity.id)).size).toBe(1)
  expect((await anna.call('listMails', { params: { activityId: both[0]?.activity.id ?? '' } })).items).toHaveLength(2)
})

test('it is taken back while it waits, once, by who wrote it or may change everything', async () => {
  const { anna, boris, vera, activityId } = await left()
  const { activity, mail: queued } = await anna.call('answerByMail', { params: { activityId }, body: mail() })
  const params = { mailId: queued.id }
  expect(await refusal(boris.call('cancelMail', { params }))).toBe('FORBIDDEN')
  expect((await boris.call('listMails', { params: { activityId: activity.id } })).items[0]?.canCancel).toBe(false)
  expect(await anna.call('cancelMail', { params })).toMatchObject({
    state: 'cancelled',
    sendAfter: null,
    canCancel: false,
  })
  expect(await refusal(anna.call('cancelMail', { params }))).toBe('NOT_ALLOWED_NOW')
  // What it said stays where it stood.
  expect((await anna.call('listMessages', { params: { activityId: activity.id } })).items).toHaveLength(1)
  const other = await anna.call('answerByMail', { params: { activityId }, body: mail() })
  expect((await vera.call('cancelMail', { params: { mailId: other.mail.id } })).state).toBe('cancelled')
})

test('of two who take it back at once one is refused', async () => {
  const { anna, vera, activityId } = await left()
  const { mail: queued } = await anna.call('answerByMail', { params: { activityId }, body: mail() })
  const params = { mailId: queued.id }
  const results = await Promise.all([anna, vera].map((desk) => refusal(desk.call('cancelMail', { params }))))
  expect(results.toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none'])
})

test('who is there is answered there; a closed request and wrong input are refused with what to do', async () => {
  const { anna } = people()
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: key(), text: 'Hello' } })
  const { activityId } = chat
  const { request, abilities } = await anna.call('takeTask', { params: { activityId } })
  expect(abilities.answerByMail).toBe(false)
  const params = { activityId }
  const problemOf = async (body: ReturnType<typeof mail>) =>
    anna.call('answerByMail', { params, body }).then(
      () => null,
      (error: { code: string; details: { problem?: string } }) => [error.code, error.details.problem],
    )
  expect(await problemOf(mail())).toEqual(['NOT_ALLOWED_NOW', 'CUSTOMER_HERE'])
  await visitor.call('leaveChat', { body: {} })
  const wrongs = [
    { to: 'elena' },
    { to: 'elena@example.com, other@example.com' },
    { subject: 'Hello\r\nBcc: all@example.com' },
    { subject: '  ' },
    { text: ' \n ' },
    { text: 'x'.repeat(20_001) },
  ]
  const codes = await Promise.all(wrongs.map(async (wrong) => (await problemOf(mail(wrong)))?.[0]))
  expect(codes).toEqual(wrongs.map(() => 'INVALID_INPUT'))
  await anna.call('closeRequest', { params: { requestId: request.id }, body: { outcome: 'solved' } })
  expect(await problemOf(mail())).toEqual(['NOT_ALLOWED_NOW', 'REQUEST_CLOSED'])
})

test('closing the request ends the mail activity; what waits still goes out', async () => {
  const { anna, activityId, requestId } = await left()
  const { activity } = await anna.call('answerByMail', { params: { activityId }, body: mail() })
  await anna.call('closeRequest', { params: { requestId }, body: { outcome: 'solved' } })
  expect((await anna.call('getActivity', { params: { activityId: activity.id } })).state).toBe('ended')
  const [waiting] = (await anna.call('listMails', { params: { activityId: activity.id } })).items
  expect(waiting).toMatchObject({ state: 'waiting', canCancel: true })
})
