import { ApiError, offline } from '@care/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryKv } from '../../../shared/storage/kv.ts'
import { makeOutbox, type NewItem, type OutboxItem } from './make-outbox.ts'

const refusal = (code: 'FORBIDDEN' | 'INTERNAL' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED_NOW') =>
  new ApiError({ code, message: '', details: {}, requestId: 'r' })
const written = (text: string, over: Partial<NewItem> = {}): NewItem => ({
  kind: 'message',
  activityId: 'ac-1',
  requestId: 're-1',
  text,
  attachments: [],
  thenWait: false,
  ...over,
})

function setUp(kv = memoryKv<OutboxItem>()) {
  const said: string[] = []
  const moved: string[] = []
  const wire = {
    say: (item: OutboxItem): Promise<void> => Promise.resolve(void said.push(item.text)),
    wait: (item: OutboxItem): Promise<void> => Promise.resolve(void moved.push(item.requestId)),
  }
  const outbox = makeOutbox({
    kv,
    say: (item) => wire.say(item),
    wait: (item) => wire.wait(item),
    exclusively: (work) => work(),
    tellOthers: () => undefined,
    now: () => 1000,
  })
  const texts = () => outbox.store.getState().items.map(({ text }) => text)
  return { outbox, kv, said, moved, wire, texts }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the outbox', () => {
  test('shows at once and sends in the order of writing', async () => {
    const { outbox, said, texts } = setUp()
    outbox.add(written('one'))
    outbox.add(written('two'))
    expect(texts()).toEqual(['one', 'two'])
    await settle()
    expect(said).toEqual(['one', 'two'])
    expect(texts()).toEqual([])
  })

  test('what a colleague has answered meanwhile is asked about, once', async () => {
    const { outbox, wire, said } = setUp()
    const messages = [{ id: 'm2', author: { name: 'Vera' }, text: 'It was sent today.' }]
    const moved = new ApiError({ code: 'THREAD_MOVED_ON', message: '', details: { messages }, requestId: 'r' })
    wire.say = ({ seenSeq, text }) =>
      seenSeq === undefined ? Promise.resolve(void said.push(text)) : Promise.reject(moved)
    outbox.add(written('It comes on Monday', { seenSeq: 1 }))
    await settle()
    const [held] = outbox.store.getState().items
    expect(held).toMatchObject({ state: 'refused', code: 'THREAD_MOVED_ON', later: messages })
    outbox.retry(held?.id ?? '')
    await settle()
    expect(said).toEqual(['It comes on Monday'])
    expect(outbox.store.getState().items).toEqual([])
  })

  test('without an answer it tries again, later and later, the first one first', async () => {
    const { outbox, wire, said, texts } = setUp()
    let tries = 0
    wire.say = (item) => {
      tries += 1
      return tries < 3 ? Promise.reject(offline()) : Promise.resolve(void said.push(item.text))
    }
    outbox.add(written('one'))
    outbox.add(written('two'))
    await settle()
    const afterFirst = tries
    await vi.advanceTimersByTimeAsync(10_000)
    expect(tries).toBeGreaterThan(afterFirst)
    expect(said).toEqual(['one', 'two'])
    expect(texts()).toEqual([])
  })

  test('the same id goes out on every try, so that one message is never two', async () => {
    const { outbox, wire } = setUp()
    const ids: string[] = []
    wire.say = (item) => {
      ids.push(item.id)
      return ids.length < 3 ? Promise.reject(offline()) : Promise.resolve()
    }
    outbox.add(written('one'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
  })

  test('survives a reload', async () => {
    const first = setUp()
    first.wire.say = () => Promise.reject(offline())
    first.outbox.add(written('kept'))
    await settle()
    first.outbox.stop()
    const second = setUp(first.kv)
    await second.outbox.wake()
    expect(second.said).toEqual(['kept'])
    expect(await first.kv.entries()).toEqual([])
  })

  test('a refused one stays with its reason, the others go on; retry sends it', async () => {
    const { outbox, wire, said } = setUp()
    const sayAll = wire.say
    wire.say = (item) => (item.text === 'bad' ? Promise.reject(refusal('FORBIDDEN')) : sayAll(item))
    outbox.add(written('bad'))
    outbox.add(written('good'))
    await settle()
    expect(said).toEqual(['good'])
    expect(outbox.store.getState().items).toMatchObject([{ text: 'bad', state: 'refused', code: 'FORBIDDEN' }])
    wire.say = sayAll
    outbox.retry(outbox.store.getState().items[0]?.id ?? '')
    await settle()
    expect(said).toEqual(['good', 'bad'])
  })

  test('discard forgets it for good', async () => {
    const { outbox, wire, texts, kv } = setUp()
    wire.say = () => Promise.reject(refusal('FORBIDDEN'))
    outbox.add(written('bad'))
    await settle()
    outbox.discard(outbox.store.getState().items[0]?.id ?? '')
    await settle()
    await outbox.wake()
    expect(texts()).toEqual([])
    expect(await kv.entries()).toEqual([])
  })

  test('an ended session is no refusal: it waits until one has signed in', async () => {
    const { outbox, wire, said } = setUp()
    const sayAll = wire.say
    wire.say = () => Promise.reject(refusal('NOT_SIGNED_IN'))
    outbox.add(written('one'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(outbox.store.getState().items[0]?.state).toBe('waiting')
    wire.say = sayAll
    await outbox.wake()
    expect(said).toEqual(['one'])
  })

  test('a server that fails on it again and again is shown as a refusal', async () => {
    const { outbox, wire } = setUp()
    wire.say = () => Promise.reject(refusal('INTERNAL'))
    outbox.add(written('one'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(outbox.store.getState().items[0]).toMatchObject({ state: 'refused', code: 'INTERNAL' })
  })

  test('"and wait" moves the stage after the message; a lost stage is tried alone', async () => {
    const { outbox, wire, said, moved, texts } = setUp()
    const move = wire.wait
    wire.wait = () => Promise.reject(offline())
    outbox.add(written('one', { thenWait: true }))
    await settle()
    expect(said).toEqual(['one'])
    wire.wait = move
    await vi.advanceTimersByTimeAsync(5_000)
    expect(said).toEqual(['one'])
    expect(moved).toEqual(['re-1'])
    expect(texts()).toEqual([])
  })

  test('a stage that is refused does not make the message look failed', async () => {
    const { outbox, wire, texts } = setUp()
    wire.wait = () => Promise.reject(refusal('NOT_ALLOWED_NOW'))
    outbox.add(written('one', { thenWait: true }))
    await settle()
    expect(texts()).toEqual([])
  })

  test('activities do not wait for each other', async () => {
    const { outbox, wire, said } = setUp()
    const sayAll = wire.say
    wire.say = (item) => (item.activityId === 'stuck' ? Promise.reject(offline()) : sayAll(item))
    outbox.add(written('slow', { activityId: 'stuck' }))
    outbox.add(written('quick'))
    await settle()
    expect(said).toEqual(['quick'])
  })
})
