import type { Message } from '@care/contract'
import { aMessage } from '@care/testkit'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeServer } from '../testing/fake-server.ts'
import { activityKeys } from './activity.ts'
import { goTo, loadPage, putMessage, threadQuery, type Thread } from './messages.ts'

const marks = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }
let total: number
const message = (seq: number, more: Partial<Message> = {}): Message =>
  aMessage({ id: `m${seq}`, clientMessageId: `client-${seq}`, activityId: 'ac-1', seq, createdAt: seq, ...more })

/** Answers like the real one: pages by seq out of three thousand messages. */
function pageFor(query: Record<string, string>) {
  const limit = Number(query['limit'])
  const around = query['aroundSeq'] ?? query['at']
  const from =
    around !== undefined
      ? Math.max(1, Number(around) - limit / 2)
      : query['afterSeq'] !== undefined
        ? Number(query['afterSeq']) + 1
        : Number(query['beforeSeq'] ?? total + 1) - limit
  const first = Math.max(1, from)
  const last = Math.min(total, from + limit - 1)
  return {
    items: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => message(first + i)),
    hasEarlier: first > 1,
    hasLater: last < total,
    anchorSeq: around === undefined ? null : Number(around),
    latestSeq: total,
    marks,
  }
}

let client: QueryClient
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  client = new QueryClient()
  total = 3_000
  server = fakeServer({ listMessages: ({ query }) => pageFor(query) })
})
const thread = (): Thread => {
  const found = client.getQueryData<Thread>(activityKeys.messages('ac-1'))
  if (!found) throw new Error('no thread')
  return found
}
const seqs = () => [thread().items[0]?.seq, thread().items.at(-1)?.seq]
const open = () => client.fetchQuery({ ...threadQuery(client, 'ac-1'), staleTime: 0 })

describe('the stretch of a thread', () => {
  test('begins with what is unread, and grows in both directions', async () => {
    await open()
    expect(server.callsTo('listMessages')[0]?.query).toMatchObject({ from: 'unread' })
    expect(seqs()).toEqual([2_941, 3_000])
    await loadPage(client, 'ac-1', 'earlier')
    expect(seqs()).toEqual([2_881, 3_000])
    expect(thread()).toMatchObject({ hasEarlier: true, hasLater: false })
  })

  test('lets go at the far end, and gets it again', async () => {
    await open()
    for (let page = 0; page < 22; page++) await loadPage(client, 'ac-1', 'earlier')
    expect(thread().items).toHaveLength(1_200)
    expect(thread().hasLater).toBe(true)
    const [, last] = seqs()
    await loadPage(client, 'ac-1', 'later')
    expect(seqs()[1]).toBe((last ?? 0) + 60)
    expect(thread().items).toHaveLength(1_200)
  })

  test('goes to a place far away, stays where the place is at hand, and comes back to the latest', async () => {
    await open()
    expect(await goTo(client, 'ac-1', { aroundSeq: 100 })).toBe(100)
    expect(seqs()).toEqual([70, 129])
    const calls = server.callsTo('listMessages').length
    expect(await goTo(client, 'ac-1', { aroundSeq: 80 })).toBe(80)
    expect(server.callsTo('listMessages')).toHaveLength(calls)
    // What comes meanwhile counts and does not leave a gap.
    putMessage(client, message(3_001))
    expect([thread().latestSeq, seqs()[1]]).toEqual([3_001, 129])
    total = 3_001
    await goTo(client, 'ac-1', 'latest')
    expect(thread().hasLater).toBe(false)
  })

  test('a refresh of a place far away only asks how the thread stands', async () => {
    await open()
    await goTo(client, 'ac-1', { aroundSeq: 100 })
    await open()
    expect(server.callsTo('listMessages').at(-1)?.query).toMatchObject({ limit: '1' })
    expect(seqs()).toEqual([70, 129])
  })

  test('shows what was edited or deleted as it was changed last, also when an old copy comes late', async () => {
    await open()
    putMessage(client, message(2_990, { text: 'Better', editedAt: 5 }))
    putMessage(client, message(2_990, { text: 'Worse', editedAt: 4 }))
    putMessage(client, message(2_990))
    expect(thread().items.find(({ seq }) => seq === 2_990)?.text).toBe('Better')
    putMessage(client, message(2_990, { text: '', deletedAt: 6 }))
    expect(thread().items.find(({ seq }) => seq === 2_990)).toMatchObject({ text: '', deletedAt: 6 })
    expect(thread().items).toHaveLength(60)
    // One from before the stretch is not at hand.
    putMessage(client, message(10, { editedAt: 7 }))
    expect(seqs()[0]).toBe(2_941)
  })
})

describe('what is said while an answer is on its way', () => {
  /** The next answer is read now and comes when it is let go. */
  function held() {
    let letGo = (): void => undefined
    const gate = new Promise<void>((go) => (letGo = go))
    server.answers.listMessages = async ({ query }) => {
      const page = pageFor(query)
      await gate
      server.answers.listMessages = (later) => pageFor(later.query)
      return page
    }
    return () => letGo()
  }
  const newest = message(3_001)

  test('stands in a thread that is opened', async () => {
    const letGo = held()
    const opening = open()
    putMessage(client, newest)
    letGo()
    await opening
    expect(seqs()).toEqual([2_941, 3_001])
    expect(thread().latestSeq).toBe(3_001)
  })

  test('is behind a page of long ago, and behind the last one', async () => {
    await open()
    await goTo(client, 'ac-1', { aroundSeq: 2_900 })
    expect(thread().hasLater).toBe(true)
    const letGo = held()
    const jumping = goTo(client, 'ac-1', 'latest')
    putMessage(client, newest)
    letGo()
    await jumping
    expect(thread()).toMatchObject({ hasLater: true, latestSeq: 3_001 })
  })

  test('is fetched when something before it is missing too', async () => {
    const letGo = held()
    const opening = open()
    putMessage(client, message(3_002))
    letGo()
    await opening
    const asked = server.callsTo('listMessages').length
    await expect.poll(() => client.getQueryState(activityKeys.messages('ac-1'))?.isInvalidated).toBe(true)
    await open()
    expect(server.callsTo('listMessages').length).toBeGreaterThan(asked)
  })
})
