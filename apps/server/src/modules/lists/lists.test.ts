import type { RequestFilter } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule } from '../activities/index.ts'
import { customers } from '../customers/index.ts'
import { addRequest } from '../requests/commands/add-request.ts'
import { assignRequest } from '../requests/commands/assign-request.ts'
import { editRequest } from '../requests/commands/edit-request.ts'
import { closeRequest, requestsModule } from '../requests/index.ts'
import { setListLayout } from './commands/set-list-layout.ts'
import { addUpCounts, followLog, listsModule, requestIdsMatching } from './index.ts'
import { countRequests } from './queries/count-requests.ts'
import { listLayout } from './queries/list-layout.ts'
import { requestList } from './queries/request-list.ts'

let bench: Workbench
let anna: OperatorActor
let cyril: OperatorActor
let vera: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, customers, listsModule])
  anna = await bench.operator('Anna')
  cyril = await bench.operator('Cyril', 'operator', ['q2'])
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterEach(() => bench.remove())

const add = async (actor: OperatorActor, extra: { queueId?: string; title?: string } = {}): Promise<string> => {
  const input = { newCustomer: { name: 'Elena' }, title: 'Broken', description: '', priority: 'normal' as const }
  return (await bench.execute(addRequest, actor, { ...input, ...extra })).requestId
}
const listed = async (actor: OperatorActor, filter: RequestFilter = {}): Promise<string[]> => {
  const { items } = await requestList(bench.store.read, { actor, now: bench.clock.now() }, { filter, limit: 50 })
  return items.map(({ id }) => id)
}
const count = (actor: OperatorActor, filter: RequestFilter) =>
  countRequests(bench.store.read, { actor, now: bench.clock.now() }, { filter })

test('queue, assignment and viewAll show it; the commands move it between lists at once', async () => {
  const id = await add(anna, { queueId: 'q' })
  const foreign = await add(cyril)
  expect(await listed(anna)).toEqual([id])
  expect(await listed(cyril)).toEqual([foreign])
  expect(await listed(vera)).toEqual([foreign, id])
  expect(await listed(vera, { assigneeId: ['nobody'] })).toEqual([id])
  await bench.execute(assignRequest, vera, { requestId: id, operatorId: 'cyril' })
  expect(await listed(vera, { assigneeId: ['nobody'] })).toEqual([])
  expect(await listed(cyril, { assigneeId: ['me'] })).toEqual([id, foreign])
  await bench.execute(closeRequest, cyril, { requestId: id, outcome: 'solved' })
  expect(await listed(cyril, { state: 'open' })).toEqual([foreign])
  expect(await listed(cyril, { outcome: ['solved'] })).toEqual([id])
})

test('tags, due time and priority are found as they are, whatever their case', async () => {
  const id = await add(anna)
  const patch = { tags: ['Возврат'], dueAt: bench.clock.now() - 1, priority: 'urgent' as const }
  await bench.execute(editRequest, anna, { requestId: id, version: 1, patch })
  expect(await listed(anna, { tag: ['ВОЗВРАТ'], due: 'overdue', priority: ['urgent'] })).toEqual([id])
  expect(await listed(anna, { due: 'none' })).toEqual([])
})

test('a filter on what is no longer there finds nothing and is no error', async () => {
  await add(anna)
  expect(await listed(anna, { queueId: ['gone'], tag: ['gone'], typeId: ['gone'], customerId: 'gone' })).toEqual([])
})

test('counts are kept: one field is looked up, exactly, once it was added up', async () => {
  const ids = [await add(anna, { queueId: 'q' }), await add(anna, { queueId: 'q' }), await add(anna)]
  await bench.execute(closeRequest, anna, { requestId: ids[2] ?? '', outcome: 'solved' })
  while ((await bench.execute(addUpCounts, system, null)).isMore);
  expect(await count(vera, { state: 'open' })).toEqual({ count: 2, isMore: false })
  expect(await count(vera, { queueId: ['q'], state: 'open' })).toEqual({ count: 2, isMore: false })
  expect(await count(anna, { assigneeId: ['nobody'], state: 'open' })).toEqual({ count: 2, isMore: false })
  expect(await count(cyril, { state: 'open' })).toEqual({ count: 0, isMore: false })
  // Adding up again adds nothing.
  await bench.execute(addUpCounts, system, null)
  expect(await count(vera, {})).toEqual({ count: 3, isMore: false })
})

test('what a message or a customer changes follows from the log, once, also read again', async () => {
  const id = await add(anna)
  const later = await add(anna)
  await bench.execute(followLog, system, null)
  const { requests, customers: people, logReaders } = bench.store.t
  await bench.store.transact(async (tx) => {
    const at = bench.clock.now() + 60_000
    await tx.update(requests).set({ listedAt: at }).where(eq(requests.id, id))
    const [request] = await tx.select().from(requests).where(eq(requests.id, id))
    await tx
      .update(people)
      .set({ isVip: true })
      .where(eq(people.id, request?.customerId ?? ''))
    const of = { actorKind: 'system' as const, command: 'test', correlationId: 'c', depth: 0, at, facts: {} }
    await tx.insert(tx.t.events).values([
      { ...of, id: 'e1', type: 'message.received', requestId: id },
      { ...of, id: 'e2', type: 'customer.edited', customerId: request?.customerId ?? '' },
    ])
  })
  expect(await listed(anna)).toEqual([later, id])
  for (let round = 0; round < 2; round++) {
    await bench.store.transact((tx) => tx.update(logReaders).set({ seq: 0 }).where(eq(logReaders.name, 'lists')))
    await bench.execute(followLog, system, null)
    expect(await listed(anna)).toEqual([id, later])
    expect(await listed(anna, { isVip: true })).toEqual([id])
  }
})

test('all that match are given slice by slice for what is done to many', async () => {
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push(await add(anna))
  const asker = { actor: anna, now: bench.clock.now() }
  const first = await requestIdsMatching(bench.store.read, { state: 'open' }, asker, undefined, 2)
  expect(first.ids).toEqual([ids[4], ids[3]])
  const second = await requestIdsMatching(bench.store.read, { state: 'open' }, asker, first.nextCursor ?? '', 3)
  expect(second).toEqual({ ids: [ids[2], ids[1], ids[0]], nextCursor: null })
})

test('columns are kept per person; a cursor of another list is refused', async () => {
  const columns = [{ id: 'title' as const, width: 300 }]
  await bench.execute(setListLayout, anna, { columns })
  expect(await listLayout(bench.store.read, 'anna')).toEqual({ columns })
  expect(await listLayout(bench.store.read, 'vera')).toEqual({ columns: null })
  const asker = { actor: anna, now: bench.clock.now() }
  expect(await refusal(requestList(bench.store.read, asker, { limit: 3, cursor: 'bm9uc2Vuc2U' }))).toBe('INVALID_INPUT')
})
