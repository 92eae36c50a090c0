import { task as taskSchema, operator as operatorSchema } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../../testing/routing-bench.ts'
import { acceptOffer } from '../commands/accept-offer.ts'
import { endActivity } from '../commands/end-activity.ts'
import { returnTask } from '../commands/return-task.ts'
import { takeTask } from '../commands/take-task.ts'
import { setPresence } from '../commands/set-presence.ts'
import { myTasks, taskById } from './my-tasks.ts'
import { operatorList } from './operator-list.ts'
import { queueItems, tasksInProgress, waitingByQueue } from './queue-items.ts'
import { queuePosition, queuePositions } from './queue-position.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
})
afterEach(() => bench.remove())
const busy = () => bench.execute(setPresence, anna, { chosen: 'busy', awayReason: null })

test('own tasks: what rings, then what is in progress; as the contract says', async () => {
  const [first, second] = [await bench.task(), await bench.task({ medium: 'email' })]
  await bench.settle()
  await bench.execute(acceptOffer, anna, { activityId: first })
  const tasks = await myTasks(bench.store.read, 'anna')
  expect(tasks.map(({ activityId, state, operatorId }) => ({ activityId, state, operatorId }))).toEqual([
    { activityId: second, state: 'offered', operatorId: null },
    { activityId: first, state: 'active', operatorId: 'anna' },
  ])
  for (const task of tasks) expect(taskSchema.parse(task)).toEqual(task)
  expect(tasks[0]?.offer).toMatchObject({ isNewRequest: true })
  expect(tasks[1]?.offer).toBe(null)
  expect(await myTasks(bench.store.read, 'boris')).toEqual([])
  expect(await taskById(bench.store.read, 'nothing')).toBe(null)
})

test('what is in progress with anybody, with who has it, page by page', async () => {
  const boris = await bench.desk('Boris', 3)
  const vera = await bench.operator('Vera', 'supervisor', [])
  const [a, b, c] = [await bench.task(), await bench.task({ isVip: true }), await bench.task()]
  await bench.task()
  await bench.execute(takeTask, anna, { activityId: a })
  for (const activityId of [b, c]) await bench.execute(takeTask, boris, { activityId })
  const first = await tasksInProgress(bench.store.read, vera, { limit: 2 })
  expect(first.items.map(({ activityId, operator }) => [activityId, operator.name])).toEqual([
    [b, 'Boris'],
    [a, 'Anna'],
  ])
  expect(first.total).toBe(3)
  const rest = await tasksInProgress(bench.store.read, vera, { limit: 2, cursor: first.nextCursor ?? '' })
  expect(rest).toMatchObject({ items: [{ activityId: c, operator: { id: 'boris' } }], nextCursor: null })
  expect((await tasksInProgress(bench.store.read, vera, { limit: 2, queueId: 'q2' })).items).toEqual([])
  // What is wrapped up is work of somebody still.
  await bench.store.transact((tx) => tx.update(tx.t.queues).set({ wrapUpSeconds: 60 }).where(eq(tx.t.queues.id, 'q')))
  await bench.execute(endActivity, boris, { activityId: c })
  const all = await tasksInProgress(bench.store.read, vera, { limit: 5 })
  expect(all.items.map(({ activityId, state }) => [activityId, state])).toEqual([
    [b, 'active'],
    [a, 'active'],
    [c, 'wrapUp'],
  ])
})

test('what waits names who had its request last: he knows it (rule 12)', async () => {
  const boris = await bench.desk('Boris', 3)
  await busy()
  const id = await bench.task()
  const list = async () => (await queueItems(bench.store.read, anna, { limit: 5 })).items
  expect(await list()).toMatchObject([{ activityId: id, knowsIt: null }])
  await bench.execute(takeTask, boris, { activityId: id })
  await bench.execute(returnTask, boris, { activityId: id })
  expect(await list()).toMatchObject([{ activityId: id, knowsIt: { id: 'boris', name: 'Boris' } }])
})

describe('queue items', () => {
  test('own queues only, all with requests.viewAll, next one first, page by page', async () => {
    await busy()
    const vera = await bench.operator('Vera', 'supervisor', [])
    const [a, b, vip, foreign] = [
      await bench.task(),
      await bench.task(),
      await bench.task({ isVip: true }),
      await bench.task({ queueId: 'q2' }),
    ]
    const all = async (actor: OperatorActor, queueId?: string) => {
      const found: string[] = []
      let cursor: string | undefined
      for (;;) {
        const page = await queueItems(bench.store.read, actor, { limit: 2, cursor, queueId })
        found.push(...page.items.map((item) => item.activityId))
        if (page.nextCursor === null) return { found, total: page.total }
        cursor = page.nextCursor
      }
    }
    expect(await all(anna)).toEqual({ found: [vip, a, b], total: 3 })
    expect(await all(vera)).toEqual({ found: [vip, a, b, foreign], total: 4 })
    expect(await all(vera, 'q2')).toEqual({ found: [foreign], total: 1 })
    expect(await all(anna, 'q2')).toEqual({ found: [], total: 0 })
    expect(await waitingByQueue(bench.store.read, ['q', 'q2', 'q3'])).toEqual(
      new Map([
        ['q', 3],
        ['q2', 1],
      ]),
    )
    await expect(queueItems(bench.store.read, anna, { limit: 2, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
  test('somebody without queues sees none; what rings is not listed', async () => {
    const lone = await bench.operator('Lone', 'operator', [])
    await bench.task()
    await bench.settle()
    expect(await queueItems(bench.store.read, lone, { limit: 10 })).toEqual({ items: [], nextCursor: null, total: 0 })
    expect(await queueItems(bench.store.read, anna, { limit: 10 })).toMatchObject({ items: [], total: 0 })
  })
})

test('place in the queue: what rings keeps its place, a VIP goes before', async () => {
  const [first, second, third] = [await bench.task(), await bench.task(), await bench.task()]
  await bench.settle()
  const vip = await bench.task({ isVip: true })
  const places = async () =>
    Promise.all(
      [first, second, third, vip].map(async (id) => (await queuePosition(bench.store.read, id))?.place ?? null),
    )
  expect(await places()).toEqual([2, 3, 4, 1])
  expect((await queuePositions(bench.store.read, 'q')).map((one) => one.activityId)).toEqual([
    vip,
    first,
    second,
    third,
  ])
  await bench.execute(acceptOffer, anna, { activityId: first })
  expect(await places()).toEqual([null, 2, 3, 1])
  expect(await queuePositions(bench.store.read, 'q2')).toEqual([])
})

test('expected wait: from recent waits and pace; unknown at first and while nobody is there', async () => {
  const first = await bench.task()
  await bench.settle()
  expect(await queuePosition(bench.store.read, first)).toEqual({ place: 1, expectedWaitSeconds: null })
  bench.clock.advance(20_000)
  await bench.execute(acceptOffer, anna, { activityId: first })
  bench.clock.advance(60_000)
  await bench.execute(endActivity, anna, { activityId: first })
  const next = await bench.task()
  const position = await queuePosition(bench.store.read, next)
  // Half of 20 s waited, half of 60 s for one before him.
  expect(position?.expectedWaitSeconds).toBeGreaterThanOrEqual(40)
  expect(position?.expectedWaitSeconds).toBeLessThanOrEqual(42)
  expect((await queuePositions(bench.store.read, 'q'))[0]).toMatchObject({
    activityId: next,
    place: 1,
    expectedWaitSeconds: position?.expectedWaitSeconds,
  })
  await busy()
  expect((await queuePosition(bench.store.read, next))?.expectedWaitSeconds).toBe(null)
})

test('operators by name, with what they are and their queues', async () => {
  await bench.desk('Cyril', 1, ['q', 'q2'])
  await bench.desk('Boris')
  await busy()
  const { presence, operators } = bench.store.t
  await bench.store.transact((tx) => tx.delete(presence).where(eq(presence.operatorId, 'boris')))
  const page = await operatorList(bench.store.read, { limit: 2 }, bench.clock.now())
  expect(page.items.map((one) => [one.name, one.presence])).toEqual([
    ['Anna', 'busy'],
    ['Boris', 'offline'],
  ])
  for (const one of page.items) expect(operatorSchema.parse(one)).toEqual(one)
  const rest = await operatorList(bench.store.read, { limit: 2, cursor: page.nextCursor ?? '' }, bench.clock.now())
  expect(rest.items).toMatchObject([{ name: 'Cyril', presence: 'available' }])
  expect(rest.items[0]?.queueIds.toSorted()).toEqual(['q', 'q2'])
  expect(rest.nextCursor).toBe(null)
  await bench.store.transact((tx) => tx.update(operators).set({ isActive: false }).where(eq(operators.id, 'cyril')))
  expect((await operatorList(bench.store.read, { limit: 10 }, bench.clock.now())).items).toHaveLength(2)
})
