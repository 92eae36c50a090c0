import { dayMs, minuteMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { activitiesModule, receiveMessage, setMarks } from '../../modules/activities/index.ts'
import { addComment } from '../../modules/activities/commands/add-comment.ts'
import { sendMessage } from '../../modules/activities/commands/send-message.ts'
import { customers } from '../../modules/customers/index.ts'
import { closeRequest, requestsModule } from '../../modules/requests/index.ts'
import { system } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { leaveChat } from './commands/leave-chat.ts'
import { rateChat } from './commands/rate-chat.ts'
import { leaveMessage, startChat } from './commands/start-chat.ts'
import { chatChannel } from './index.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, customers, chatChannel])
})
afterEach(() => bench.remove())

const words = (text: string, key = `key-${Math.random()}`) => ({
  name: '',
  email: '' as const,
  clientMessageId: key,
  text,
  attachmentIds: [],
  page: '/returns',
})
const line = (text: string, key = `key-${Math.random()}`) => ({ clientMessageId: key, text, attachmentIds: [] })
const request = async () => (await bench.store.read.select().from(bench.store.t.requests))[0]
const activity = async (id: string) =>
  (await bench.store.read.select().from(bench.store.t.activities).where(eq(bench.store.t.activities.id, id)))[0]

describe('the first message', () => {
  test('makes a request with an owner and a waiting chat on it', async () => {
    const visitor = await bench.visitor()
    const message = await bench.execute(startChat, visitor, {
      ...words('My order has not arrived'),
      name: 'Jonas Weber',
    })
    expect(message).toMatchObject({ seq: 1, text: 'My order has not arrived', author: { kind: 'customer' } })
    expect(await request()).toMatchObject({
      number: 1,
      title: 'My order has not arrived',
      queueId: 'q',
      category: 'new',
      autoCloseAt: expect.any(Number),
    })
    expect(await activity(message.activityId)).toMatchObject({
      state: 'waiting',
      medium: 'chat',
      queueId: 'q',
      unread: 1,
      messageSeq: 1,
      source: '/returns',
    })
    expect(bench.events.map((event) => event.type)).toEqual([
      'customer.edited',
      'request.created',
      'activity.queued',
      'message.received',
    ])
  })

  test('sent twice, also from two tabs at once, is one chat with one message', async () => {
    const visitor = await bench.visitor()
    const [a, b] = await Promise.all([
      bench.execute(startChat, visitor, words('Hello', 'same-key-1')),
      bench.execute(startChat, visitor, words('Hello', 'same-key-1')),
    ])
    expect(a.id).toBe(b.id)
    expect(await bench.store.read.select().from(bench.store.t.activities)).toHaveLength(1)
    expect(bench.ofType('message.received')).toHaveLength(1)
  })

  test('goes to the customer’s most recently updated open request (rule 1)', async () => {
    const visitor = await bench.visitor()
    const first = await bench.execute(startChat, visitor, words('Broken tank'))
    await bench.execute(leaveChat, visitor, {})
    const second = await bench.execute(startChat, visitor, words('Me again'))
    expect(second.activityId).not.toBe(first.activityId)
    expect(await bench.store.read.select().from(bench.store.t.requests)).toHaveLength(1)
  })

  test('out of hours waits as a form', async () => {
    const visitor = await bench.visitor()
    const { activityId } = await bench.execute(leaveMessage, visitor, {
      ...words('Call me tomorrow'),
      email: 'a@b.example',
    })
    expect(await activity(activityId)).toMatchObject({ medium: 'form', state: 'waiting', messageSeq: 1 })
  })
})

describe('the talk', () => {
  const talk = async () => {
    const visitor = await bench.visitor()
    const anna = await bench.operator('Anna')
    const { activityId } = await bench.execute(startChat, visitor, words('Hello'))
    await bench.give(activityId, anna.id)
    return { visitor, anna, activityId }
  }

  test('numbers messages without gaps whoever sends at the same time', async () => {
    const { visitor, anna, activityId } = await talk()
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? bench.execute(receiveMessage, visitor, line(`c${i}`))
          : bench.execute(sendMessage, anna, { activityId, message: line(`o${i}`) }),
      ),
    )
    const rows = await bench.store.read
      .select({ seq: bench.store.t.messages.seq })
      .from(bench.store.t.messages)
      .orderBy(bench.store.t.messages.seq)
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  })

  test('an answer clears what waits, a question starts it', async () => {
    const { visitor, anna, activityId } = await talk()
    await bench.execute(sendMessage, anna, { activityId, message: line('How can I help?') })
    expect(await activity(activityId)).toMatchObject({ unread: 0, waitingSince: null, lastLineAuthor: 'operator' })
    bench.clock.advance(minuteMs)
    await bench.execute(receiveMessage, visitor, line('The tank is cracked'))
    const row = await activity(activityId)
    expect(row).toMatchObject({ unread: 1, lastLineAuthor: 'customer' })
    expect(row?.waitingSince).toBe(row?.lastCustomerMessageAt)
  })

  test('restarts auto-close with the messages of both sides and comments (rule 8)', async () => {
    const { visitor, anna, activityId } = await talk()
    for (const say of [
      () => bench.execute(receiveMessage, visitor, line('one')),
      () => bench.execute(sendMessage, anna, { activityId, message: line('two') }),
      () => bench.execute(addComment, anna, { activityId, clientCommentId: 'comment-1', text: 'three' }),
    ]) {
      bench.clock.advance(dayMs)
      const before = bench.clock.now()
      await say()
      const row = await request()
      expect(row?.lastUpdateAt).toBeGreaterThanOrEqual(before)
      expect(row?.autoCloseAt).toBe((row?.lastUpdateAt ?? 0) + 5 * dayMs)
    }
  })

  test('moves its request up in the lists at most every ten seconds, while the clock is exact', async () => {
    const { visitor } = await talk()
    const listedAt = (await request())?.listedAt ?? 0
    bench.clock.advance(9_000)
    await bench.execute(receiveMessage, visitor, line('one'))
    const soon = await request()
    expect(soon?.listedAt).toBe(listedAt)
    expect(soon?.lastUpdateAt).toBeGreaterThanOrEqual(listedAt + 9_000)
    expect(soon?.autoCloseAt).toBe((soon?.lastUpdateAt ?? 0) + 5 * dayMs)
    bench.clock.advance(1_000)
    await bench.execute(receiveMessage, visitor, line('two'))
    const later = await request()
    expect(later?.listedAt).toBe(later?.lastUpdateAt)
  })

  test('a colleague, a foreign operator and another visitor cannot write in it', async () => {
    const { activityId } = await talk()
    const boris = await bench.operator('Boris')
    expect(await refusal(bench.execute(sendMessage, boris, { activityId, message: line('mine') }))).toBe('FORBIDDEN')
    const stranger = await bench.visitor()
    expect(await refusal(bench.execute(receiveMessage, stranger, line('mine')))).toBe('NOT_FOUND')
    const foreign = await bench.operator('Cyril', 'operator', ['q2'])
    expect(
      await refusal(bench.execute(addComment, foreign, { activityId, clientCommentId: 'comment-2', text: 'x' })),
    ).toBe('NOT_FOUND')
  })

  test('marks never go back nor beyond the last message, and are told, not stored', async () => {
    const { visitor, anna, activityId } = await talk()
    await bench.execute(sendMessage, anna, { activityId, message: line('Hi') })
    expect(await bench.execute(setMarks, visitor, { delivered: 99, read: 1 })).toMatchObject({
      customerDelivered: 2,
      customerRead: 1,
    })
    expect(await bench.execute(setMarks, visitor, { delivered: 1 })).toMatchObject({
      customerDelivered: 2,
      customerRead: 1,
    })
    const stored = await bench.store.read
      .select()
      .from(bench.store.t.events)
      .where(eq(bench.store.t.events.type, 'message.marked'))
    expect(stored).toHaveLength(0)
    expect(bench.ofType('message.marked')).toHaveLength(1)
  })

  test('text of any kind is kept as it is', async () => {
    const { visitor } = await talk()
    for (const text of [
      "'; drop table messages; --",
      '<img src=x onerror=alert(1)>',
      'مرحبا שלום',
      '👩🏽‍🚒🇧🇬',
      'a\nb\n\nc',
    ]) {
      expect((await bench.execute(receiveMessage, visitor, line(text))).text).toBe(text)
    }
  })
})

describe('after closing', () => {
  const closed = async (askForRating = true) => {
    const visitor = await bench.visitor()
    const anna = await bench.operator('Anna')
    const { activityId } = await bench.execute(startChat, visitor, words('Hello'))
    await bench.give(activityId, anna.id)
    const requestId = (await request())?.id ?? ''
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved', askForRating })
    return { visitor, anna, activityId, requestId }
  }

  test('the activity ends in the same transaction', async () => {
    const { activityId } = await closed()
    expect(await activity(activityId)).toMatchObject({ state: 'ended', endReason: 'closed' })
    expect(await request()).toMatchObject({ category: 'closed', outcome: 'solved', autoCloseAt: null })
    expect(bench.events.slice(-2).map((event) => event.type)).toEqual(['request.closed', 'activity.ended'])
  })

  test('a rating is taken once, and not when none was asked', async () => {
    const { visitor } = await closed()
    await bench.execute(rateChat, visitor, { score: 5, comment: 'thanks' })
    expect(await refusal(bench.execute(rateChat, visitor, { score: 1, comment: '' }))).toBe('NOT_ALLOWED_NOW')
  })
  test('no rating when the operator did not ask for one', async () => {
    const { visitor } = await closed(false)
    expect(await refusal(bench.execute(rateChat, visitor, { score: 1, comment: '' }))).toBe('NOT_ALLOWED_NOW')
  })

  test('a message within the window reopens the request and queues the chat again (rule 10)', async () => {
    const { visitor, activityId } = await closed()
    bench.clock.advance(3 * dayMs - minuteMs)
    const message = await bench.execute(receiveMessage, visitor, line('Still broken'))
    expect(message).toMatchObject({ activityId, seq: 2 })
    expect(await activity(activityId)).toMatchObject({ state: 'waiting', operatorId: null, endReason: null })
    expect(await request()).toMatchObject({ category: 'active', outcome: null, closedAt: null })
  })

  test('a later one starts a new request linked to the old one', async () => {
    const { visitor, activityId, requestId } = await closed()
    bench.clock.advance(3 * dayMs + minuteMs)
    const message = await bench.execute(receiveMessage, visitor, line('Another thing'))
    expect(message.activityId).not.toBe(activityId)
    const rows = await bench.store.read.select().from(bench.store.t.requests)
    expect(rows.find((row) => row.id !== requestId)).toMatchObject({
      previousId: requestId,
      category: 'new',
      title: 'Another thing',
    })
    expect(rows.find((row) => row.id === requestId)?.category).toBe('closed')
  })

  test('auto-close happens once, when due, and never on a restarted clock', async () => {
    const visitor = await bench.visitor()
    await bench.execute(startChat, visitor, words('Hello'))
    const row = await request()
    const requestId = row?.id ?? ''
    const due = row?.autoCloseAt ?? 0
    const close = (at: number) =>
      refusal(bench.execute(closeRequest, system, { requestId, outcome: 'noActivity', onlyIfDueBy: at }))
    expect(await close(due - 1)).toBe('NOT_ALLOWED_NOW')
    bench.clock.set(due)
    expect((await Promise.all([close(due), close(due)])).toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none'].toSorted())
    expect(bench.ofType('request.closed')).toMatchObject([
      { facts: { isAutomatic: true, outcome: 'noActivity' }, actor: { kind: 'system' } },
    ])
  })
})
