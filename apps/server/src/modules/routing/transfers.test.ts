import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { task as taskSchema } from '@care/contract'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { closeRequest } from '../requests/index.ts'
import { requestDetails } from '../requests/index.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { disconnectOperator } from './commands/disconnect-operator.ts'
import { returnTask } from './commands/return-task.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import { transferTask } from './commands/transfer-task.ts'
import { withdrawTransfer } from './commands/withdraw-transfer.ts'
import { myTasks } from './queries/my-tasks.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
  boris = await bench.desk('Boris', 1, ['q2'])
})
afterEach(() => bench.remove())

const request = async (requestId: string) => {
  const { requests } = bench.store.t
  const [row] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
  return row
}
/** A chat in Anna's progress. */
async function held(): Promise<{ id: string; requestId: string }> {
  const id = await bench.task()
  await bench.execute(takeTask, anna, { activityId: id })
  return { id, requestId: (await bench.row(id)).requestId }
}
const ask = (activityId: string, operatorId = 'boris', by = anna, change = 'change-ask-1') =>
  bench.execute(transferTask, by, { activityId, to: { operatorId }, reason: 'He knows pumps' }, { requestId: change })

describe('to a colleague', () => {
  test('is an offer with the reason; the sender keeps the task until he accepts, then it is all his', async () => {
    const { id, requestId } = await held()
    await ask(id)
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', transferToId: 'boris' })
    const [offer] = await myTasks(bench.store.read, 'boris')
    expect(offer).toMatchObject({
      activityId: id,
      state: 'offered',
      offer: { transfer: { from: { id: 'anna', name: 'Anna' }, reason: 'He knows pumps' } },
    })
    expect(taskSchema.parse(offer)).toEqual(offer)
    expect(await myTasks(bench.store.read, 'anna')).toMatchObject([
      { activityId: id, state: 'active', offer: null, transferTo: { name: 'Boris' } },
    ])
    // He may read everything before he accepts, of a queue that is not his.
    expect(await requestDetails(bench.store.read, boris, requestId)).toMatchObject({ id: requestId })
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'boris', transferToId: null })
    expect(await request(requestId)).toMatchObject({ assigneeId: 'boris', lastOperatorId: 'boris' })
    expect(await myTasks(bench.store.read, 'anna')).toEqual([])
    expect(bench.ofType('transfer.accepted')).toMatchObject([{ facts: { operatorId: 'anna', toId: 'boris' } }])
    const { comments } = bench.store.t
    expect(await bench.store.read.select().from(comments)).toMatchObject([{ text: 'He knows pumps', authorId: 'anna' }])
  })

  test.each(['declined', 'missed', 'withdrawn'] as const)('%s: it stays with the sender', async (how) => {
    const { id } = await held()
    await ask(id)
    if (how === 'declined') await bench.execute(declineOffer, boris, { activityId: id })
    if (how === 'withdrawn') await bench.execute(withdrawTransfer, anna, { activityId: id })
    bench.clock.advance(how === 'missed' ? 30_000 : 0)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', transferToId: null })
    expect(bench.ofType(`transfer.${how}`)).toHaveLength(1)
    expect(await refusal(bench.execute(acceptOffer, boris, { activityId: id }))).toBe('NOT_FOUND')
    expect(await bench.presence('boris')).toMatchObject({ chosen: 'available', missedInRow: 0 })
    await ask(id, 'boris', anna, 'change-ask-2')
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect((await bench.row(id)).operatorId).toBe('boris')
  })

  test('never early: a millisecond before its time it can be accepted, at its time it cannot', async () => {
    const { id } = await held()
    await ask(id)
    bench.clock.advance(29_999)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ transferToId: 'boris' })
    bench.clock.advance(1)
    expect(await refusal(bench.execute(acceptOffer, boris, { activityId: id }))).toBe('OFFER_OVER')
  })

  test('accepted and withdrawn in the same moment: exactly one of both holds', async () => {
    const { id } = await held()
    await ask(id)
    const [accepted, withdrawn] = await Promise.all([
      refusal(bench.execute(acceptOffer, boris, { activityId: id })),
      refusal(bench.execute(withdrawTransfer, anna, { activityId: id })),
    ])
    expect([accepted, withdrawn].filter((code) => code === 'none')).toHaveLength(1)
    const row = await bench.row(id)
    expect(row.transferToId).toBeNull()
    expect(row.operatorId).toBe(accepted === 'none' ? 'boris' : 'anna')
  })

  test('is refused: twice, to oneself, to nobody, to a dispatcher, to one who is not there, by a stranger', async () => {
    const { id } = await held()
    await bench.operator('Dora', 'dispatcher', [])
    const cyril = await bench.desk('Cyril')
    for (const who of ['anna', 'nobody', 'dora']) expect(await refusal(ask(id, who))).toBe('INVALID_INPUT')
    expect(await refusal(ask(id, 'boris', cyril))).toBe('FORBIDDEN')
    await ask(id)
    expect(await refusal(ask(id, 'cyril'))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(bench.execute(acceptOffer, cyril, { activityId: id }))).toBe('NOT_FOUND')
    const other = await held()
    await bench.store.transact((tx) => tx.update(tx.t.presence).set({ isConnected: false, chosen: 'offline' }))
    expect(await refusal(ask(other.id, 'cyril'))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(ask(await bench.task()))).toBe('FORBIDDEN')
  })

  test('ends with the task: closed, given back, or its operator gone, it rings at nobody any more', async () => {
    const { id, requestId } = await held()
    await ask(id)
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    expect(await bench.row(id)).toMatchObject({ state: 'ended', transferToId: null, transferExpiresAt: null })
    expect(bench.ofType('activity.ended')).toMatchObject([{ facts: { offeredToId: 'boris' } }])

    const second = await held()
    await ask(second.id, 'boris', anna, 'change-ask-3')
    await bench.execute(returnTask, anna, { activityId: second.id })
    expect(await bench.row(second.id)).toMatchObject({ state: 'waiting', transferToId: null })
    expect(bench.ofType('transfer.withdrawn')).toHaveLength(1)

    await bench.execute(setPresence, anna, { chosen: 'busy', awayReason: null })
    const third = await held()
    await ask(third.id, 'boris', anna, 'change-ask-4')
    const { connections } = bench.store.t
    const open = await bench.store.read.select().from(connections).where(eq(connections.operatorId, 'anna'))
    for (const { id: connectionId } of open)
      await bench.execute(disconnectOperator, anna, { connectionId } as never).catch(() => undefined)
    await bench.store.transact((tx) =>
      tx
        .update(tx.t.presence)
        .set({ isConnected: false, graceUntil: bench.clock.now() })
        .where(eq(tx.t.presence.operatorId, 'anna')),
    )
    bench.clock.advance(1)
    await bench.sweep()
    expect(await bench.row(third.id)).toMatchObject({ operatorId: null, transferToId: null })
  })

  test('a supervisor hands a colleague’s task over', async () => {
    const vera = await bench.operator('Vera', 'supervisor', [])
    const { id } = await held()
    await ask(id, 'boris', vera)
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect((await bench.row(id)).operatorId).toBe('boris')
  })
})

describe('to a queue', () => {
  test('it waits there in its old place, the request goes along, whoever is there is rung', async () => {
    const { id, requestId } = await held()
    const { eligibleSince } = await bench.row(id)
    bench.clock.advance(60_000)
    await bench.execute(transferTask, anna, { activityId: id, to: { queueId: 'q2' }, reason: 'A matter of billing' })
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', queueId: 'q2', operatorId: null, eligibleSince })
    expect(await request(requestId)).toMatchObject({ queueId: 'q2', assigneeId: null })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'boris' })
  })

  test('is undone while nobody has taken it there: queue, operator and request are as they were', async () => {
    const { id, requestId } = await held()
    const options = { requestId: 'change-queue-1' }
    await bench.execute(
      transferTask,
      anna,
      { activityId: id, to: { queueId: 'q2' }, reason: 'A matter of billing' },
      options,
    )
    await bench.settle()
    // The request is not of her queues any more; it was her doing, and she puts it back.
    await bench.execute(undoChange, anna, { requestId, change: options.requestId })
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', queueId: 'q', offeredToId: null })
    expect(await request(requestId)).toMatchObject({ queueId: 'q', assigneeId: 'anna' })
  })

  test('an unknown queue is refused and changes nothing', async () => {
    const { id } = await held()
    const to = { queueId: 'none' }
    expect(await refusal(bench.execute(transferTask, anna, { activityId: id, to, reason: 'x' }))).toBe('INVALID_INPUT')
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', queueId: 'q' })
  })
})

test('asking a colleague is undone until he has answered', async () => {
  const { id, requestId } = await held()
  await ask(id)
  await bench.execute(undoChange, anna, { requestId, change: 'change-ask-1' })
  expect(await bench.row(id)).toMatchObject({ operatorId: 'anna', transferToId: null })
  await ask(id, 'boris', anna, 'change-ask-5')
  await bench.execute(acceptOffer, boris, { activityId: id })
  expect(await refusal(bench.execute(undoChange, anna, { requestId, change: 'change-ask-5' }))).toBe('NOT_ALLOWED_NOW')
})
