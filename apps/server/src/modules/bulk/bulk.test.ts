import { randomUUID } from 'node:crypto'
import type { BulkAction } from '@care/contract'
import { dayMs } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'
import { bulkJobs } from './work.ts'
import { makeRequests } from './testing.ts'

let server: TestServer
let vera: Desk
beforeEach(async () => {
  server = await bootServer({ hasRateLimits: false })
  vera = await server.signIn('vera')
})
afterEach(() => server.stop())

const make = (count: number, options = {}) => makeRequests(server.services.store, count, server.clock.now(), options)
const high: BulkAction[] = [{ kind: 'priority', priority: 'high' }]
const start = (ids: string[], actions: BulkAction[] = high, who = vera) =>
  who.call('startBulk', { body: { selection: { ids }, actions } })
const runOf = (runId: string, who = vera) => who.call('getBulkRun', { params: { runId } })
const itemsOf = async (runId: string) =>
  (await vera.call('listBulkItems', { params: { runId }, query: { limit: 100 } })).items
const rowOf = async (id: string) => {
  const { requests } = server.services.store.t
  const [row] = await server.services.store.read.select().from(requests).where(eq(requests.id, id))
  if (!row) throw new Error('no request')
  return row
}
/** How often each request was edited. */
const edits = async (ids: readonly string[]): Promise<number[]> => {
  const { events } = server.services.store.t
  const count = (id: string) =>
    server.services.store.read.$count(events, and(eq(events.requestId, id), eq(events.type, 'request.edited')))
  return Promise.all(ids.map(count))
}
/** One batch, by hand: nothing runs by itself after `byHand`. */
const byHand = () => server.app.jobs.stop()
async function batch(runId: string): Promise<void> {
  const { bulkRuns } = server.services.store.t
  const [run] = await server.services.store.read.select().from(bulkRuns).where(eq(bulkRuns.id, runId))
  await bulkJobs['bulk.step']?.({ runId, step: run?.step }, server.services)
}

test('each request has its own result: done, so already, refused with the reason; pushed as it goes', async () => {
  const [open = '', already = '', closed = ''] = await make(3, { closed: (n: number) => n === 2 })
  await vera.call('setPriority', { params: { requestId: already }, body: { priority: 'high' } })
  const socket = await vera.socket()
  const states: string[] = []
  socket.on('bulk.moved', ({ run }) => void states.push(run.state))
  const { id } = await start([open, already, closed, 'gone', open])
  await server.settle()
  const run = await runOf(id)
  expect(run).toMatchObject({ state: 'finished', total: 4 })
  expect(run.counts).toEqual({ waiting: 0, done: 1, skipped: 1, failed: 2, undone: 0, kept: 0 })
  expect(await itemsOf(id)).toMatchObject([
    { requestId: open, state: 'done', request: { title: 'Request 1' }, error: null },
    { requestId: already, state: 'skipped' },
    { requestId: closed, state: 'failed', error: { code: 'NOT_ALLOWED_NOW' } },
    { requestId: 'gone', state: 'failed', request: null, error: { code: 'NOT_FOUND' } },
  ])
  await vi.waitFor(() => expect(states.at(-1)).toBe('finished'))
})

test('one acts with his own rights at each: what a colleague may not see or change fails alone', async () => {
  const ids = await make(2)
  await vera.call('moveToQueue', { params: { requestId: ids[1] ?? '' }, body: { queueId: 'foreign' } })
  const anna = await server.signIn('anna')
  const { id } = await start(ids, [{ kind: 'assign', operatorId: 'anna' }], anna)
  await server.settle()
  expect((await runOf(id, anna)).counts).toMatchObject({ done: 1, failed: 1 })
  // Another's run does not exist.
  expect(await refusal(runOf(id))).toBe('NOT_FOUND')
  expect(await refusal(vera.call('undoBulk', { params: { runId: id } }))).toBe('NOT_FOUND')
})

test('all that match: found before the first is changed, though changing moves them out of the filter', async () => {
  await make(500)
  const selection = { filter: { queueId: ['q'], priority: ['normal' as const] } }
  expect((await vera.call('previewBulk', { body: { selection } })).count).toBe(500)
  const { id } = await vera.call('startBulk', { body: { selection, actions: high } })
  await server.settle()
  expect((await runOf(id)).counts).toMatchObject({ done: 500, failed: 0 })
})

test('more than a run takes is refused before anything is done', async () => {
  const ids = await make(10_001)
  const selection = { filter: { queueId: ['q'] } }
  expect(await vera.call('previewBulk', { body: { selection } })).toMatchObject({ count: 10_000, isTooMany: true })
  const { id } = await vera.call('startBulk', { body: { selection, actions: high } })
  await server.settle()
  expect(await runOf(id)).toMatchObject({ state: 'refused', counts: { done: 0 } })
  expect((await rowOf(ids[0] ?? '')).priority).toBe('normal')
  expect(await refusal(vera.call('undoBulk', { params: { runId: id } }))).toBe('NOT_ALLOWED_NOW')
})

test('a process that dies in the middle of a batch: another goes on where it was, and nothing is done twice', async () => {
  const ids = await make(100)
  await byHand()
  const { id } = await start(ids)
  await batch(id)
  // It died behind some items of its batch, before it said how far it was: its job is taken again after the lease.
  const { services } = server
  const dying = {
    ...services,
    execute: (async (command, ...rest) => {
      if (command.name === 'advance-bulk-run') throw new Error('killed')
      return services.execute(command, ...rest)
    }) as typeof services.execute,
  }
  await expect(bulkJobs['bulk.step']?.({ runId: id, step: 2 }, dying)).rejects.toThrow('killed')
  expect((await runOf(id)).counts).toMatchObject({ done: 40, waiting: 60 })
  const other = await server.another()
  await other.settle()
  expect(await runOf(id)).toMatchObject({ state: 'finished', counts: { done: 100 } })
  expect(new Set(await edits(ids))).toEqual(new Set([1]))
})

test('two processes with the same batch: each request once', async () => {
  const ids = await make(60)
  await byHand()
  const { id } = await start(ids)
  await batch(id)
  const both = () => bulkJobs['bulk.step']?.({ runId: id, step: 2 }, server.services)
  await Promise.all([both(), both()])
  const other = await server.another()
  await other.settle()
  expect(await runOf(id)).toMatchObject({ state: 'finished', counts: { done: 60, failed: 0 } })
  expect(new Set(await edits(ids))).toEqual(new Set([1]))
})

test('a stop leaves the others as they are; who was faster with one of them is not overrun', async () => {
  const ids = await make(90)
  await byHand()
  const { id } = await start(ids)
  await batch(id)
  await batch(id)
  await vera.call('closeRequest', { params: { requestId: ids[50] ?? '' }, body: { outcome: 'solved' } })
  await batch(id)
  expect((await vera.call('stopBulk', { params: { runId: id } })).state).toBe('stopped')
  await batch(id)
  expect(await runOf(id)).toMatchObject({ state: 'stopped', counts: { done: 79, failed: 1, waiting: 10 } })
  expect((await rowOf(ids[89] ?? '')).priority).toBe('normal')
  expect(await refusal(vera.call('stopBulk', { params: { runId: id } }))).toBe('NOT_ALLOWED_NOW')
})

test('whose account is closed meanwhile does nothing more', async () => {
  const ids = await make(50)
  await byHand()
  const { id } = await start(ids)
  await batch(id)
  const { operators } = server.services.store.t
  await server.services.store.transact((tx) =>
    tx.update(operators).set({ isActive: false }).where(eq(operators.id, 'vera')),
  )
  await batch(id)
  const { bulkRuns } = server.services.store.t
  const [run] = await server.services.store.read.select().from(bulkRuns)
  expect(run).toMatchObject({ state: 'stopped', counts: { done: 0, waiting: 50 } })
})

test('an undo puts back each, leaves alone what has changed since and says so; not after a day', async () => {
  const ids = await make(3)
  const [first = '', touched = '', last = ''] = ids
  const actions: BulkAction[] = [
    { kind: 'tags', add: ['urgent'], remove: ['refund'] },
    { kind: 'close', outcome: 'solved', note: '', attributes: {} },
  ]
  const before = await rowOf(first)
  const { id } = await start(ids, actions)
  await server.settle()
  expect(await rowOf(first)).toMatchObject({ category: 'closed', tags: ['urgent'] })
  await vera.call('reopenRequest', { params: { requestId: touched } })
  await vera.call('undoBulk', { params: { runId: id } })
  await server.settle()
  expect(await runOf(id)).toMatchObject({ state: 'undone', counts: { undone: 2, kept: 1 } })
  for (const requestId of [first, last]) expect((await rowOf(requestId)).category).toBe(before.category)
  expect(await rowOf(first)).toMatchObject({ tags: ['refund'], stage: before.stage, outcome: null })
  expect(await rowOf(touched)).toMatchObject({ tags: ['urgent'], category: 'active' })
  expect(await refusal(vera.call('undoBulk', { params: { runId: id } }))).toBe('NOT_ALLOWED_NOW')
  const again = await start([first])
  await server.settle()
  server.clock.advance(dayMs + 1)
  expect((await runOf(again.id)).undoUntil).toBeNull()
  expect(await refusal(vera.call('undoBulk', { params: { runId: again.id } }))).toBe('NOT_ALLOWED_NOW')
})

test('the fields of a stage are asked once: they fill in what is lacking, and an undo takes them out again', async () => {
  const [bare = '', filled = ''] = await make(2)
  const { requestTypes, requests } = server.services.store.t
  const named = (word: string) => ({ en: word, ru: '', pl: '', bg: '' })
  const field = (id: string, kind: 'text' | 'number') => ({
    id,
    name: named(id),
    kind,
    options: [],
    required: 'stages' as const,
    requiredStages: ['waiting'],
    shownIf: null,
    isRetired: false,
  })
  await server.services.store.transact(async (tx) => {
    await tx.update(requestTypes).set({ fields: [field('model', 'text'), field('size', 'number')] as never })
    await tx
      .update(requests)
      .set({ attributes: { model: 'Old' } })
      .where(eq(requests.id, filled))
  })
  const refused = await start([bare], [{ kind: 'stage', stage: 'waiting', attributes: {} }])
  await server.settle()
  expect((await itemsOf(refused.id))[0]?.error?.code).toBe('FIELDS_REQUIRED')
  const attributes = { model: 'New', size: 7 }
  const { id } = await start([bare, filled], [{ kind: 'stage', stage: 'waiting', attributes }])
  await server.settle()
  expect(await rowOf(bare)).toMatchObject({ stage: 'waiting', attributes: { model: 'New', size: 7 } })
  expect(await rowOf(filled)).toMatchObject({ stage: 'waiting', attributes: { model: 'Old', size: 7 } })
  await vera.call('undoBulk', { params: { runId: id } })
  await server.settle()
  expect(await rowOf(bare)).toMatchObject({ stage: 'active', attributes: {} })
  expect(await rowOf(filled)).toMatchObject({ stage: 'active', attributes: { model: 'Old' } })
  // A month later nobody asks any more.
  server.clock.advance(31 * dayMs)
  await server.sweep()
  expect(await refusal(runOf(id, await server.signIn('vera')))).toBe('NOT_FOUND')
})

test('spam: each is closed and its sender refused at the door; an undo lets them in again', async () => {
  const visitors = [await server.newVisitor(), await server.newVisitor()]
  const words = (text: string) => ({ body: { clientMessageId: randomUUID(), text } })
  const chats = await Promise.all(visitors.map((visitor) => visitor.call('startChat', words('Cheap watches'))))
  const numbers = chats.map(({ chat }) => chat.requestNumber)
  const { items: all } = await vera.call('listRequests')
  const ids = all.filter(({ number }) => numbers.includes(number)).map(({ id }) => id)
  const { id: runId } = await start(ids, [{ kind: 'spam' }])
  await server.settle()
  expect((await runOf(runId)).counts).toMatchObject({ done: 2, failed: 0 })
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ category: 'closed', outcome: 'spam' })
  for (const visitor of visitors)
    expect(await refusal(visitor.call('sendWidgetMessage', words('Very cheap')))).toBe('SENDER_BLOCKED')
  await vera.call('undoBulk', { params: { runId } })
  await server.settle()
  for (const id of ids) expect((await rowOf(id)).category).not.toBe('closed')
  for (const visitor of visitors) expect(await refusal(visitor.call('sendWidgetMessage', words('Sorry')))).toBe('none')
})

test('who is given many by one run is told once', async () => {
  const ids = await make(12)
  const anna = await server.signIn('anna')
  await start(ids, [{ kind: 'assign', operatorId: 'anna' }])
  await server.settle()
  const { items } = await anna.call('listNotifications')
  expect(items.filter(({ kind }) => kind === 'assigned')).toHaveLength(1)
})

test('the same key starts once; not more at work than five', async () => {
  const ids = await make(1)
  await byHand()
  const body = { selection: { ids }, actions: high }
  const once = () => vera.call('startBulk', { body, idempotencyKey: 'once' })
  expect((await once()).id).toBe((await once()).id)
  for (let n = 0; n < 4; n++) await start(ids)
  expect(await refusal(start(ids))).toBe('NOT_ALLOWED_NOW')
})
