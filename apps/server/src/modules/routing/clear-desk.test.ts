import { hourMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { closeOperator } from '../operators/commands/close-operator.ts'
import { editOperator } from '../operators/commands/edit-operator.ts'
import { reopenOperator } from '../operators/commands/reopen-operator.ts'
import { snoozeRequest } from '../requests/commands/snooze-request.ts'
import { assignTask } from './commands/assign-task.ts'
import { connectOperator } from './commands/connect-operator.ts'
import { endActivity } from './commands/end-activity.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import { transferTask } from './commands/transfer-task.ts'

let bench: RoutingBench
let admin: OperatorActor
let anna: OperatorActor
let boris: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  admin = await bench.operator('Admin', 'admin', [])
  anna = await bench.desk('Anna', 4)
  boris = await bench.desk('Boris', 4, ['q2'])
})
afterEach(() => bench.remove())

async function held(medium: 'chat' | 'email' = 'chat', by = anna): Promise<string> {
  const id = await bench.task({ medium, queueId: by === anna ? 'q' : 'q2' })
  await bench.execute(takeTask, by, { activityId: id })
  return id
}
const ask = (activityId: string, by: OperatorActor, operatorId: string) =>
  bench.execute(transferTask, by, { activityId, to: { operatorId }, reason: 'Pumps' })
const close = (operatorId = 'anna', version = 1) =>
  bench.execute(closeOperator, admin, { operatorId, version, heirId: null })
const noticesOf = async (operatorId: string) => {
  const { notifications } = bench.store.t
  return bench.store.read.select().from(notifications).where(eq(notifications.operatorId, operatorId))
}
const requestOf = async (activityId: string) => {
  const { requests } = bench.store.t
  const { requestId } = await bench.row(activityId)
  const [row] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
  if (!row) throw new Error('no request')
  return row
}

describe('an account that is closed', () => {
  test('has nothing in progress any more: talks and slow work wait in their queue, also what a colleague is asked to take', async () => {
    const [live, slow, asked] = [await held(), await held('email'), await held()]
    await ask(asked, anna, 'boris')
    await close()
    for (const id of [live, slow, asked])
      expect(await bench.row(id)).toMatchObject({
        state: 'waiting',
        operatorId: null,
        transferToId: null,
        queueId: 'q',
      })
    expect(await requestOf(slow)).toMatchObject({ assigneeId: null, queueId: 'q' })
    expect(await bench.presence('anna')).toMatchObject({ isConnected: false, graceUntil: null })
    expect(bench.ofType('task.returned')).toHaveLength(3)
    expect(bench.ofType('transfer.withdrawn').map(({ facts }) => facts)).toMatchObject([{ toId: 'boris' }])
  })

  test('rings no more and is asked no more: whoever asked keeps his task and is told', async () => {
    const ringing = await bench.task()
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    await bench.settle()
    expect(await bench.row(ringing)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    const his = await held('chat', boris)
    await ask(his, boris, 'anna')
    expect(await noticesOf('anna')).toMatchObject([{ kind: 'transfer', handledAt: null }])
    await close()
    expect(await bench.row(ringing)).toMatchObject({ state: 'waiting', offeredToId: null })
    expect(await bench.row(his)).toMatchObject({ state: 'active', operatorId: 'boris', transferToId: null })
    expect(await noticesOf('boris')).toMatchObject([{ kind: 'transferMissed', handledAt: null }])
    // What she was told waits for nobody.
    expect((await noticesOf('anna')).every(({ handledAt, mailAt }) => handledAt !== null && mailAt === null)).toBe(true)
    await bench.settle()
    expect(await bench.row(ringing)).toMatchObject({ state: 'waiting' })
  })

  test('ends its wrap-up, and gives what it began without a queue to that of its request', async () => {
    await bench.store.transact((tx) =>
      tx.update(tx.t.queues).set({ wrapUpSeconds: 600 }).where(eq(tx.t.queues.id, 'q')),
    )
    const wrapped = await held()
    await bench.execute(endActivity, anna, { activityId: wrapped })
    expect(await bench.row(wrapped)).toMatchObject({ state: 'wrapUp' })
    const begun = await held('email')
    const { activities } = bench.store.t
    await bench.store.transact((tx) => tx.update(activities).set({ queueId: null }).where(eq(activities.id, begun)))
    await close()
    expect(await bench.row(wrapped)).toMatchObject({ state: 'ended' })
    expect(await bench.row(begun)).toMatchObject({ state: 'waiting', queueId: 'q', operatorId: null })
  })

  test('gets nothing onto its desk, whoever is late: by hand, assigned, or with a desk that is just opening', async () => {
    await close()
    const id = await bench.task({ medium: 'email' })
    expect(await refusal(bench.execute(takeTask, anna, { activityId: id }))).toBe('ALREADY_TAKEN')
    const give = { activityId: id, operatorId: 'anna' }
    expect(await refusal(bench.execute(assignTask, admin, give))).toBe('INVALID_INPUT')
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', operatorId: null })
    const desk = { operatorId: 'anna', connectionId: 'late', processId: 'bench' }
    expect(await bench.execute(connectOperator, anna, desk)).toEqual({ wasConnected: false, isOpen: false })
    expect(await bench.presence('anna')).toMatchObject({ isConnected: false })
  })

  test('is told nothing of what wakes; its request is its queue’s then', async () => {
    const id = await held('email')
    const { requestId } = await bench.row(id)
    await bench.execute(endActivity, anna, { activityId: id })
    await bench.execute(snoozeRequest, anna, { requestId, until: bench.clock.now() + hourMs, wakesOnAnswer: true })
    expect(await requestOf(id)).toMatchObject({ assigneeId: 'anna' })
    await close()
    expect(await requestOf(id)).toMatchObject({ assigneeId: 'anna', snoozedById: 'anna' })
    bench.clock.advance(hourMs)
    await bench.sweep()
    expect(await requestOf(id)).toMatchObject({ assigneeId: null, queueId: 'q', snoozedUntil: null })
    expect((await noticesOf('anna')).filter(({ handledAt }) => handledAt === null)).toEqual([])
  })

  test('opened again it has an empty desk and takes work as before', async () => {
    const id = await held()
    await close()
    await bench.execute(reopenOperator, admin, { operatorId: 'anna', version: 2 })
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    const desk = { operatorId: 'anna', connectionId: 'anew', processId: 'bench' }
    expect(await bench.execute(connectOperator, anna, desk)).toEqual({ wasConnected: false, isOpen: true })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })
})

test('who is to handle tasks no more gives back what he has; another role takes nothing away', async () => {
  const id = await held('email')
  await bench.execute(editOperator, admin, { operatorId: 'anna', version: 1, patch: { role: 'supervisor' } })
  expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna' })
  await bench.execute(editOperator, admin, { operatorId: 'anna', version: 2, patch: { role: 'dispatcher' } })
  expect(await bench.row(id)).toMatchObject({ state: 'waiting', operatorId: null })
})
