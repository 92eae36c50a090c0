import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import { makeRequests } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
})
afterAll(() => server.stop())

/** On PostgreSQL an item costs several round trips: there it is 3,000, by the same code. */
const total = process.env['TEST_STORE'] === 'postgres' ? 3_000 : 10_000
const failing = (n: number): boolean => n % Math.floor(total / 30) === 7 && n < Math.floor(total / 30) * 30
/** Most are so already: 10,000 writes would only make the test slow. */
const toChange = (n: number): boolean => n % 50 === 0 && !failing(n)

test(
  '10,000 of which 30 fail: each has its own result, and what else is owed is done in between',
  { timeout: 120_000 },
  async () => {
    const { store } = server.services
    const ids = await makeRequests(store, total, server.clock.now(), { closed: failing, isHigh: (n) => !toChange(n) })
    const changing = ids.filter((_, n) => toChange(n)).length
    const vera = await server.signIn('vera')
    const selection = { filter: { queueId: ['q'] } }
    const preview = await vera.call('previewBulk', { body: { selection } })
    expect(preview).toEqual({
      count: total,
      isTooMany: false,
      types: [{ typeId: 'general', open: total - 30, closed: 30 }],
    })
    const { id: runId } = await vera.call('startBulk', {
      body: { selection, actions: [{ kind: 'priority', priority: 'high' }] },
    })
    // A message comes while it is at work: it does not wait for the end.
    const visitor = await server.newVisitor()
    await visitor.call('startChat', { body: { clientMessageId: 'in-between', text: 'Hello' } })
    expect((await vera.call('getBulkRun', { params: { runId } })).state).not.toBe('finished')
    await server.settle()
    const run = await vera.call('getBulkRun', { params: { runId } })
    expect(run).toMatchObject({ state: 'finished', total })
    expect(run.counts).toMatchObject({ waiting: 0, done: changing, skipped: total - 30 - changing, failed: 30 })
    const { items, nextCursor } = await vera.call('listBulkItems', {
      params: { runId },
      query: { state: 'failed', limit: 20 },
    })
    const rest = await vera.call('listBulkItems', {
      params: { runId },
      query: { state: 'failed', cursor: nextCursor ?? '' },
    })
    const failed = [...items, ...rest.items]
    expect(failed.map(({ requestId }) => requestId).toSorted()).toEqual(ids.filter((_, n) => failing(n)))
    expect(failed.every(({ error }) => error?.code === 'NOT_ALLOWED_NOW')).toBe(true)
    const { requests } = store.t
    expect(await store.read.$count(requests, eq(requests.priority, 'high'))).toBe(total - 30)
  },
)
