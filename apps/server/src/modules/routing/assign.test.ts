import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { moveToQueue } from '../requests/commands/move-to-queue.ts'
import { setPriority } from '../requests/commands/set-priority.ts'
import { closeRequest } from '../requests/index.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { assignTask } from './commands/assign-task.ts'
import { takeTask } from './commands/take-task.ts'
import { transferTask } from './commands/transfer-task.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
let dora: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
  boris = await bench.desk('Boris', 1, ['q2'])
  dora = await bench.operator('Dora', 'dispatcher', [])
})
afterEach(() => bench.remove())

const request = async (requestId: string) => {
  const { requests } = bench.store.t
  const [row] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
  return row
}
const requestOf = async (activityId: string) => (await bench.row(activityId)).requestId
let changes = 0
const assign = (activityId: string, operatorId: string, by = dora, change = `change-assign-${(changes += 1)}`) =>
  bench.execute(assignTask, by, { activityId, operatorId }, { requestId: change })
const leave = (operatorId: string) =>
  bench.store.transact((tx) =>
    tx.update(tx.t.presence).set({ isConnected: false }).where(eq(tx.t.presence.operatorId, operatorId)),
  )

describe('given to an operator', () => {
  test('what waits is in his progress at once, of a queue that is not his, above his places; undo puts all back', async () => {
    const id = await bench.task()
    const requestId = await requestOf(id)
    const before = [await bench.row(id), await request(requestId)] as const
    await assign(id, 'boris', dora, 'change-give-1')
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'boris' })
    expect(await request(requestId)).toMatchObject({ assigneeId: 'boris', category: 'active' })
    expect(bench.ofType('task.accepted')).toMatchObject([{ facts: { how: 'assigned', from: null } }])
    await assign(await bench.task(), 'boris')

    await bench.execute(undoChange, dora, { requestId, change: 'change-give-1' })
    expect(await bench.row(id)).toMatchObject({
      state: 'waiting',
      operatorId: null,
      eligibleSince: before[0].eligibleSince,
      queueId: 'q',
    })
    expect(await request(requestId)).toMatchObject({
      assigneeId: null,
      stage: before[1]?.stage,
      stageSince: before[1]?.stageSince,
    })
    // Nobody has declined it: it rings where it would have.
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ offeredToId: 'anna' })
  })

  test('what rings at a colleague stops there; what rings at himself is simply his', async () => {
    const id = await bench.task()
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    await assign(id, 'boris')
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'boris', offeredToId: null })
    expect(bench.ofType('offer.withdrawn')).toHaveLength(1)
    expect(await refusal(bench.execute(acceptOffer, anna, { activityId: id }))).toBe('OFFER_OVER')

    const second = await bench.task()
    await bench.settle()
    await assign(second, 'anna')
    expect(await bench.row(second)).toMatchObject({ state: 'active', operatorId: 'anna' })
    expect((await bench.offersOf(second)).map(({ result }) => result)).toEqual(['accepted'])
  })

  test('what a colleague has goes over with its request, whoever he had asked is asked no more, his place is filled', async () => {
    const id = await bench.task()
    await bench.execute(takeTask, anna, { activityId: id })
    const requestId = await requestOf(id)
    const cyril = await bench.desk('Cyril')
    await bench.execute(transferTask, anna, { activityId: id, to: { operatorId: cyril.id }, reason: 'x' })
    const next = await bench.task()
    await assign(id, 'boris', dora, 'change-pass-1')
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'boris', transferToId: null })
    expect(await request(requestId)).toMatchObject({ assigneeId: 'boris' })
    expect(bench.ofType('transfer.withdrawn')).toHaveLength(1)
    await bench.settle()
    expect((await bench.row(next)).state).toBe('offered')

    await bench.execute(undoChange, dora, { requestId, change: 'change-pass-1' })
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna' })
    expect(await request(requestId)).toMatchObject({ assigneeId: 'anna' })
  })

  test('is refused: without the right, to nobody, to a dispatcher, to one who is not there, of what is over', async () => {
    const id = await bench.task()
    expect(await refusal(assign(id, 'boris', anna))).toBe('FORBIDDEN')
    for (const who of ['nobody', 'dora']) expect(await refusal(assign(id, who))).toBe('INVALID_INPUT')
    await leave('boris')
    expect(await refusal(assign(id, 'boris'))).toBe('NOT_ALLOWED_NOW')
    // Slow work waits for him.
    const mail = await bench.task({ medium: 'email' })
    await assign(mail, 'boris')
    expect(await bench.row(mail)).toMatchObject({ state: 'active', operatorId: 'boris' })
    await bench.execute(closeRequest, dora, { requestId: await requestOf(id), outcome: 'solved' })
    expect(await refusal(assign(id, 'anna'))).toBe('NOT_ALLOWED_NOW')
  })

  test('to two operators in the same moment: one has it, nothing is half done', async () => {
    const id = await bench.task()
    await Promise.all([refusal(assign(id, 'anna')), refusal(assign(id, 'boris'))])
    const row = await bench.row(id)
    expect(row.state).toBe('active')
    expect(['anna', 'boris']).toContain(row.operatorId)
  })

  test('an undo that comes too late changes nothing', async () => {
    const id = await bench.task()
    await assign(id, 'boris', dora, 'change-late-1')
    await assign(id, 'anna')
    const undo = bench.execute(undoChange, dora, { requestId: await requestOf(id), change: 'change-late-1' })
    expect(await refusal(undo)).toBe('NOT_ALLOWED_NOW')
    expect(await bench.row(id)).toMatchObject({ operatorId: 'anna' })
  })
})

describe('chosen in a list', () => {
  test('another queue: what waits and what rings goes along in its old place and rings there; undo brings it back', async () => {
    const id = await bench.task()
    await bench.settle()
    const requestId = await requestOf(id)
    const { eligibleSince } = await bench.row(id)
    const change = 'change-queue-9'
    await bench.execute(moveToQueue, dora, { requestId, queueId: 'q2' }, { requestId: change })
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', queueId: 'q2', offeredToId: null, eligibleSince })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'boris' })
    await bench.execute(undoChange, dora, { requestId, change })
    expect(await request(requestId)).toMatchObject({ queueId: 'q' })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ queueId: 'q', offeredToId: 'anna', eligibleSince })
    expect(await refusal(bench.execute(moveToQueue, dora, { requestId, queueId: 'none' }))).toBe('INVALID_INPUT')
    expect(await refusal(bench.execute(moveToQueue, boris, { requestId, queueId: 'q2' }))).toBe('NOT_FOUND')
  })

  test('priority: the queue is served in the new order; undo only while nobody has chosen another', async () => {
    const id = await bench.task()
    const requestId = await requestOf(id)
    const change = 'change-priority-1'
    await bench.execute(setPriority, dora, { requestId, priority: 'urgent' }, { requestId: change })
    expect(await bench.row(id)).toMatchObject({ priorityRank: 0 })
    await bench.execute(undoChange, dora, { requestId, change })
    expect(await request(requestId)).toMatchObject({ priority: 'normal' })
    await bench.execute(setPriority, dora, { requestId, priority: 'low' }, { requestId: 'change-priority-2' })
    await bench.execute(setPriority, anna, { requestId, priority: 'high' })
    expect(await refusal(bench.execute(undoChange, dora, { requestId, change: 'change-priority-2' }))).toBe(
      'NOT_ALLOWED_NOW',
    )
    expect(await request(requestId)).toMatchObject({ priority: 'high' })
    await bench.execute(closeRequest, dora, { requestId, outcome: 'solved' })
    expect(await refusal(bench.execute(setPriority, dora, { requestId, priority: 'low' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(bench.execute(moveToQueue, dora, { requestId, queueId: 'q2' }))).toBe('NOT_ALLOWED_NOW')
  })
})
