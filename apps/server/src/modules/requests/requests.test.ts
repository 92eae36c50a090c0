import { dayMs, hourMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { customers } from '../customers/index.ts'
import { addRequest } from './commands/add-request.ts'
import { assignRequest } from './commands/assign-request.ts'
import { closeRequest } from './commands/close-request.ts'
import { editRequest } from './commands/edit-request.ts'
import { keepOpen } from './commands/keep-open.ts'
import { moveStage } from './commands/move-stage.ts'
import { reopenRequest } from './commands/reopen-request.ts'
import { requestDetails } from './queries/request-details.ts'
import { requestHistory } from './queries/history.ts'
import { requestsModule } from './index.ts'

let bench: Workbench
let anna: OperatorActor
let boris: OperatorActor
let foreign: OperatorActor
let vera: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, customers])
  anna = await bench.operator('Anna')
  boris = await bench.operator('Boris')
  foreign = await bench.operator('Cyril', 'operator', ['q2'])
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterEach(() => bench.remove())

const add = async (actor: OperatorActor, more: { queueId?: string; title?: string } = {}): Promise<string> => {
  const input = {
    newCustomer: { name: 'Jonas Weber' },
    title: 'Broken tank',
    description: '',
    priority: 'normal' as const,
    ...more,
  }
  return (await bench.execute(addRequest, actor, input)).requestId
}
const row = async (requestId: string) => {
  const [found] = await bench.store.read
    .select()
    .from(bench.store.t.requests)
    .where(eq(bench.store.t.requests.id, requestId))
  if (!found) throw new Error('no row')
  return found
}

describe('adding', () => {
  test('the maker owns it, unless a queue is named (rule 7)', async () => {
    expect(await row(await add(anna))).toMatchObject({ assigneeId: 'anna', queueId: null, stage: 'new', number: 1 })
    expect(await row(await add(anna, { queueId: 'q' }))).toMatchObject({ assigneeId: null, queueId: 'q', number: 2 })
    expect(bench.ofType('request.created')).toHaveLength(2)
  })
  test('numbers have no doubles when many add at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => add(anna)))
    const numbers = await Promise.all(ids.map(async (id) => (await row(id)).number))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })
  test('an unknown customer or queue is refused and takes no number', async () => {
    const input = { title: 'x', description: '', priority: 'normal' as const }
    expect(await refusal(bench.execute(addRequest, anna, { ...input, customerId: 'nobody' }))).toBe('NOT_FOUND')
    expect(
      await refusal(bench.execute(addRequest, anna, { ...input, newCustomer: { name: 'A' }, queueId: 'nowhere' })),
    ).toBe('INVALID_INPUT')
    expect((await row(await add(anna))).number).toBe(1)
  })
  test('the same idempotency key makes one request', async () => {
    const input = { newCustomer: { name: 'A' }, title: 'x', description: '', priority: 'normal' as const }
    const [a, b] = await Promise.all(
      [1, 2].map(() => bench.execute(addRequest, anna, input, { idempotencyKey: 'once' })),
    )
    expect(a).toEqual(b)
    expect(bench.ofType('request.created')).toHaveLength(1)
  })
})

describe('seeing', () => {
  test('queue, assignment and viewAll show it, others do not know it', async () => {
    const requestId = await add(anna, { queueId: 'q' })
    for (const [actor, sees] of [
      [anna, true],
      [boris, true],
      [vera, true],
      [foreign, false],
    ] as const) {
      expect(await refusal(requestDetails(bench.store.read, actor, requestId))).toBe(sees ? 'none' : 'NOT_FOUND')
    }
  })
})

describe('editing', () => {
  test('the second of two is told what changed and by whom, and nothing is overwritten (rule 4)', async () => {
    const requestId = await add(anna, { queueId: 'q' })
    const results = await Promise.allSettled([
      bench.execute(editRequest, anna, { requestId, version: 1, patch: { title: 'By Anna' } }),
      bench.execute(editRequest, boris, { requestId, version: 1, patch: { title: 'By Boris' } }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const winner = results[0]?.status === 'fulfilled' ? 'Anna' : 'Boris'
    const late = bench.execute(editRequest, vera, { requestId, version: 1, patch: { title: 'By Vera' } })
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, changedBy: winner, current: { title: `By ${winner}` } },
    })
    expect((await row(requestId)).title).toBe(`By ${winner}`)
  })
  test('records old and new, but no personal text, and restarts auto-close', async () => {
    const requestId = await add(anna)
    bench.clock.advance(hourMs)
    await bench.execute(editRequest, anna, {
      requestId,
      version: 1,
      patch: { priority: 'high', description: 'secret words' },
    })
    expect(bench.ofType('request.edited')).toMatchObject([
      { facts: { fields: { priority: { from: 'normal', to: 'high' }, description: { from: null, to: null } } } },
    ])
    const after = await row(requestId)
    expect(after.autoCloseAt).toBe(after.lastUpdateAt + 5 * dayMs)
    expect(after.lastUpdateAt).toBeGreaterThanOrEqual(after.createdAt + hourMs)
  })
  test('no change is no event', async () => {
    const requestId = await add(anna)
    await bench.execute(editRequest, anna, { requestId, version: 1, patch: { title: 'Broken tank' } })
    expect(bench.ofType('request.edited')).toHaveLength(0)
    expect((await row(requestId)).version).toBe(1)
  })
  test('who may only see may not edit, close, move or assign to others', async () => {
    const requestId = await add(anna)
    const dispatcher = await bench.operator('Dora', 'dispatcher', [])
    expect(await refusal(bench.execute(editRequest, boris, { requestId, version: 1, patch: { title: 'x' } }))).toBe(
      'NOT_FOUND',
    )
    expect(await refusal(bench.execute(assignRequest, anna, { requestId, operatorId: 'boris' }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(assignRequest, dispatcher, { requestId, operatorId: 'boris' }))).toBe('none')
    expect(await refusal(bench.execute(closeRequest, foreign, { requestId, outcome: 'solved' }))).toBe('NOT_FOUND')
  })
})

describe('stages', () => {
  test('only moves of the workflow, recorded with the time in the stage', async () => {
    const requestId = await add(anna)
    bench.clock.advance(hourMs)
    await bench.execute(moveStage, anna, { requestId, stage: 'active' })
    const [moved] = bench.ofType('request.stageMoved')
    expect(moved).toMatchObject({ facts: { from: 'new', to: 'active' } })
    expect(await refusal(bench.execute(moveStage, anna, { requestId, stage: 'closed' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(bench.execute(moveStage, anna, { requestId, stage: 'nowhere' }))).toBe('INVALID_INPUT')
  })
  test('closing needs an outcome of the type; nobody but the system closes with "no activity" (rule 11)', async () => {
    const requestId = await add(anna)
    expect(await refusal(bench.execute(closeRequest, anna, { requestId, outcome: 'whatever' }))).toBe('INVALID_INPUT')
    expect(await refusal(bench.execute(closeRequest, anna, { requestId, outcome: 'noActivity' }))).toBe('INVALID_INPUT')
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved', note: 'sent a new one' })
    expect(await row(requestId)).toMatchObject({
      category: 'closed',
      outcome: 'solved',
      closedById: 'anna',
      autoCloseAt: null,
    })
    expect(await refusal(bench.execute(closeRequest, anna, { requestId, outcome: 'solved' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(bench.execute(keepOpen, anna, { requestId }))).toBe('NOT_ALLOWED_NOW')
  })
  test('two who close at once: one does, the other is told', async () => {
    const requestId = await add(anna, { queueId: 'q' })
    const codes = await Promise.all(
      [anna, boris].map((actor) => refusal(bench.execute(closeRequest, actor, { requestId, outcome: 'solved' }))),
    )
    expect(codes.toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none'])
    expect(bench.ofType('request.closed')).toHaveLength(1)
  })
  test('reopening restarts auto-close', async () => {
    const requestId = await add(anna)
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    await bench.execute(reopenRequest, anna, { requestId })
    const after = await row(requestId)
    expect(after).toMatchObject({ category: 'active', outcome: null, closedAt: null, assigneeId: 'anna' })
    expect(after.autoCloseAt).toBe(after.lastUpdateAt + 5 * dayMs)
  })
  test('given back, it is its queue’s; without a queue it keeps its owner (rule 7)', async () => {
    const own = await add(anna)
    expect(await refusal(bench.execute(assignRequest, anna, { requestId: own, operatorId: null }))).toBe(
      'NOT_ALLOWED_NOW',
    )
    const queued = await add(anna, { queueId: 'q' })
    await bench.execute(assignRequest, anna, { requestId: queued, operatorId: 'anna' })
    await bench.execute(assignRequest, anna, { requestId: queued, operatorId: null })
    expect(await row(queued)).toMatchObject({ assigneeId: null, queueId: 'q', lastOperatorId: 'anna' })
  })
})

test('the history tells who, what, from and to, latest first, by pages', async () => {
  const requestId = await add(anna)
  await bench.execute(editRequest, anna, { requestId, version: 1, patch: { priority: 'urgent' } })
  await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
  const first = await requestHistory(bench.store.read, requestId, { limit: 2 })
  expect(first.items.map((line) => [line.type, line.actor.name])).toEqual([
    ['request.closed', 'Anna'],
    ['request.edited', 'Anna'],
  ])
  const rest = await requestHistory(bench.store.read, requestId, { limit: 2, cursor: first.nextCursor ?? '' })
  expect(rest.items.map((line) => line.type)).toEqual(['request.created'])
  expect(rest.nextCursor).toBeNull()
})
