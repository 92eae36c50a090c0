import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, siteKey, type TestServer } from '../../testing/boot-server.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
beforeEach(async () => {
  server = await bootServer()
})
afterEach(() => server.stop())

const words = (text: string, email?: string) => ({
  clientMessageId: randomUUID(),
  text,
  ...(email === undefined ? {} : { email }),
})

/** A visitor whose request Anna has closed as spam. */
async function spam(change?: string) {
  const anna = await server.signIn('anna')
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: words('Buy cheap watches') })
  const { request } = await anna.call('takeTask', { params: { activityId: chat.activityId } })
  const params = { requestId: request.id }
  await anna.call('closeRequest', { params, body: { outcome: 'spam' }, ...(change ? { change } : {}) })
  return { anna, visitor, requestId: request.id }
}
const tries = (visitor: Awaited<ReturnType<TestServer['newVisitor']>>) =>
  Promise.all([
    refusal(visitor.call('startChat', { body: words('Once more') })),
    refusal(visitor.call('sendWidgetMessage', { body: words('Once more') })),
    refusal(visitor.call('leaveMessage', { body: { ...words('Once more'), email: 'x@example.com' } })),
    refusal(visitor.call('uploadWidgetFile', { query: { name: 'a.txt' }, file: Buffer.from('text') })),
    refusal(visitor.call('openWidget', { body: { siteKey, token: visitor.token } })),
  ])

test('who is closed as spam is refused at every door and asked for no rating; the list says who, by whom and why', async () => {
  const { anna, visitor, requestId } = await spam()
  expect(new Set(await tries(visitor))).toEqual(new Set(['SENDER_BLOCKED']))
  // What he may read he still reads.
  expect((await visitor.call('listWidgetMessages')).items).toHaveLength(1)
  expect((await anna.call('getRequest', { params: { requestId } })).category).toBe('closed')
  const socket = await visitor.socket()
  expect(await refusal(socket.call('sendWidgetMessage', { body: words('Through the socket') }))).toBe('SENDER_BLOCKED')

  const vera = await server.signIn('vera')
  const { items } = await vera.call('listBlockedSenders')
  expect(items).toMatchObject([
    { kind: 'visitor', value: '', request: { id: requestId }, blockedBy: { name: 'Anna' }, liftedAt: null },
  ])
})

test('undoing the closing lets him in again; so does lifting, and both say so in the list', async () => {
  const change = randomUUID()
  const { anna, visitor, requestId } = await spam(change)
  await anna.call('undoChange', { params: { requestId }, body: { change } })
  expect(await refusal(visitor.call('sendWidgetMessage', { body: words('I am no spammer') }))).toBe('none')
  const vera = await server.signIn('vera')
  expect((await vera.call('listBlockedSenders')).items).toEqual([])
  expect((await vera.call('listBlockedSenders', { query: { lifted: 'true' } })).items).toHaveLength(1)

  await anna.call('closeRequest', { params: { requestId }, body: { outcome: 'spam' } })
  const [block] = (await vera.call('listBlockedSenders')).items
  const params = { blockId: block?.id ?? '' }
  expect(await vera.call('setBlockLifted', { params, body: { isLifted: true } })).toMatchObject({
    liftedBy: { name: 'Vera' },
    liftedAt: expect.any(Number),
  })
  expect(await refusal(vera.call('setBlockLifted', { params, body: { isLifted: true } }))).toBe('NOT_ALLOWED_NOW')
  expect(await refusal(visitor.call('startChat', { body: words('Thank you') }))).toBe('none')
  // Back again, as a new block; the old one stays in the past.
  const again = await vera.call('setBlockLifted', { params, body: { isLifted: false } })
  expect(again).toMatchObject({ kind: 'visitor', liftedAt: null, blockedBy: { name: 'Vera' } })
  expect(await refusal(visitor.call('startChat', { body: words('Oh no') }))).toBe('SENDER_BLOCKED')
  expect(await refusal(vera.call('setBlockLifted', { params, body: { isLifted: false } }))).toBe('NOT_ALLOWED_NOW')
})

test('a typed mail address is refused however it is written; blocking twice is one block', async () => {
  const vera = await server.signIn('vera')
  const body = { kind: 'email', value: 'Spam@Example.com' } as const
  const first = await vera.call('blockSender', { body })
  expect(first.value).toBe('spam@example.com')
  expect((await vera.call('blockSender', { body })).id).toBe(first.id)
  const visitor = await server.newVisitor()
  expect(await refusal(visitor.call('startChat', { body: words('Hi', 'SPAM@example.com') }))).toBe('SENDER_BLOCKED')
  expect(await refusal(visitor.call('leaveMessage', { body: { ...words('Hi'), email: 'spam@example.com' } }))).toBe(
    'SENDER_BLOCKED',
  )
  expect(await refusal(visitor.call('startChat', { body: words('Hi', 'other@example.com') }))).toBe('none')
})

test('a network is refused from its first call until it is lifted; what is none is refused with the field', async () => {
  const vera = await server.signIn('vera')
  for (const value of ['example.com', '10.0.0.0/7', '1.2.3.4/33'])
    expect(await refusal(vera.call('blockSender', { body: { kind: 'network', value } }))).toBe('INVALID_INPUT')
  const here = await server.newVisitor()
  const { id, value } = await vera.call('blockSender', { body: { kind: 'network', value: '127.1.2.3/8' } })
  expect(value).toBe('127.0.0.0/8')
  expect(await refusal(server.newVisitor())).toBe('SENDER_BLOCKED')
  expect(await refusal(here.call('startChat', { body: words('Hello') }))).toBe('SENDER_BLOCKED')
  await vera.call('setBlockLifted', { params: { blockId: id }, body: { isLifted: true } })
  expect(await refusal(here.call('startChat', { body: words('Hello') }))).toBe('none')
})

test('auto-close and other outcomes block nobody; the list is paged latest first', async () => {
  const vera = await server.signIn('vera')
  const anna = await server.signIn('anna')
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: words('A question') })
  const { request } = await anna.call('takeTask', { params: { activityId: chat.activityId } })
  await anna.call('closeRequest', { params: { requestId: request.id }, body: { outcome: 'solved' } })
  expect((await vera.call('listBlockedSenders')).items).toEqual([])
  for (const n of [1, 2, 3]) {
    server.clock.advance(1000)
    await vera.call('blockSender', { body: { kind: 'email', value: `s${n}@example.com` } })
  }
  const first = await vera.call('listBlockedSenders', { query: { limit: 2 } })
  const rest = await vera.call('listBlockedSenders', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...rest.items].map(({ value }) => value)).toEqual([
    's3@example.com',
    's2@example.com',
    's1@example.com',
  ])
  expect(rest.nextCursor).toBeNull()
})
