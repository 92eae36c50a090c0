import { dayMs } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChat } from '../../../channels/chat/commands/start-chat.ts'
import { openWorkbench, monday, type Workbench } from '../../../testing/workbench.ts'
import { findActivity, type ActivityRecord } from '../store.ts'
import { searchThread } from './search-thread.ts'
import { seqAt, threadAt } from './thread-place.ts'

let bench: Workbench
let activityId = ''
const said: Record<number, string> = {
  1: 'Where is my order?',
  50: 'Всё ещё жду мой заказ',
  120: 'Zażółć gęślą jaźń',
  199: 'Къде е ПОРЪЧКАТА ми',
}

beforeAll(async () => {
  bench = await openWorkbench([])
  const visitor = await bench.visitor()
  const first = { clientMessageId: 'client-1', text: said[1] ?? '', attachmentIds: [] }
  const begun = await bench.execute(startChat, visitor, { ...first, name: '', email: '', page: '' })
  activityId = begun.activityId
  await bench.store.transact(async (tx) => {
    const { activities, messages, comments } = tx.t
    await tx.update(activities).set({ messageSeq: 200, operatorRead: 40 }).where(eq(activities.id, activityId))
    await tx.update(messages).set({ id: 'm1', createdAt: monday + dayMs })
    for (let seq = 2; seq <= 200; seq++)
      await tx.insert(messages).values({
        id: `m${seq}`,
        activityId,
        seq,
        clientMessageId: `client-${seq}`,
        authorKind: 'customer',
        authorName: '',
        text: said[seq] ?? `line ${seq}`,
        attachmentIds: [],
        // One a day: the hundredth stands at day 100.
        createdAt: monday + seq * dayMs,
        deletedAt: seq === 60 ? monday : null,
      })
    await tx.insert(comments).values({
      id: 'note',
      activityId,
      requestId: 'r',
      clientCommentId: 'client-note',
      authorId: 'anna',
      text: 'He asks about his order',
      createdAt: monday + 70 * dayMs,
    })
  })
})
afterAll(() => bench.remove())

async function thread(): Promise<ActivityRecord> {
  const found = await findActivity(bench.store.read, activityId)
  if (!found) throw new Error('no thread')
  return found.activity
}
const seqs = (page: { items: readonly { seq: number }[] }) => [page.items[0]?.seq, page.items.at(-1)?.seq]

describe('a place in a thread', () => {
  test.each([
    ['before the first', monday, 1],
    ['at a message', monday + 100 * dayMs, 100],
    ['between two', monday + 100 * dayMs + 1, 101],
    ['after the last', monday + 900 * dayMs, 200],
  ])('the time %s', async (_name, at, seq) => {
    expect(await seqAt(bench.store.read, await thread(), at)).toBe(seq)
    const page = await threadAt(bench.store.read, await thread(), { at, limit: 20 })
    expect(page.anchorSeq).toBe(seq)
    expect(page.items.map((item) => item.seq)).toContain(seq)
  })

  test('in an empty thread there is no message of any time', async () => {
    expect(await seqAt(bench.store.read, { ...(await thread()), messageSeq: 0 }, monday)).toBeNull()
  })

  test('around a message: half before, half from it on', async () => {
    const page = await threadAt(bench.store.read, await thread(), { aroundSeq: 100, limit: 20 })
    expect(seqs(page)).toEqual([90, 109])
    expect(page).toMatchObject({ hasEarlier: true, hasLater: true, anchorSeq: 100, latestSeq: 200 })
    const first = await threadAt(bench.store.read, await thread(), { aroundSeq: 1, limit: 20 })
    expect(first).toMatchObject({ hasEarlier: false, hasLater: true })
    const last = await threadAt(bench.store.read, await thread(), { aroundSeq: 200, limit: 20 })
    expect(last).toMatchObject({ hasEarlier: true, hasLater: false })
  })

  test('from the first unread one when more is unread than a page holds, else the last page', async () => {
    expect(seqs(await threadAt(bench.store.read, await thread(), { from: 'unread', limit: 60 }))).toEqual([31, 90])
    const read = { ...(await thread()), operatorRead: 190 }
    expect(seqs(await threadAt(bench.store.read, read, { from: 'unread', limit: 60 }))).toEqual([141, 200])
  })
})

describe('search in a thread', () => {
  test.each([
    ['order', ['note', 'm1']],
    ['ORD', ['note', 'm1']],
    ['еще жду', ['m50']],
    ['zazolc jazn', ['m120']],
    ['поръчка', ['m199']],
    ['order line', []],
    ['?!', []],
    ['line 60', []],
  ])('%s', async (search, ids) => {
    const found = await searchThread(bench.store.read, activityId, { search, limit: 50 })
    expect(found.items.map(({ id }) => id)).toEqual(ids)
    expect(found.nextBeforeSeq).toBeNull()
  })

  test('goes on page by page to the first message', async () => {
    const found: number[] = []
    let beforeSeq: number | undefined
    do {
      const page = await searchThread(bench.store.read, activityId, { search: 'line', beforeSeq, limit: 70 })
      found.push(...page.items.map(({ seq }) => seq ?? 0))
      beforeSeq = page.nextBeforeSeq ?? undefined
    } while (beforeSeq !== undefined)
    // 200 less the four other lines and the deleted one.
    expect(new Set(found).size).toBe(195)
    expect(found).toHaveLength(195)
  })
})
