import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { widgetChat } from '../../channels/chat/queries/widget-chat.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench, startProcess } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { addQueue } from '../settings/commands/add-queue.ts'
import { editQueue } from '../settings/commands/edit-queue.ts'
import { returnTask } from './commands/return-task.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import { transferTask } from './commands/transfer-task.ts'
import { queuePosition } from './queries/queue-position.ts'

let bench: RoutingBench
let anna: OperatorActor
let admin: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  // Of the first queue, and she takes nothing just now.
  anna = await bench.desk('Anna', 4)
  await bench.execute(setPresence, anna, { chosen: 'away', awayReason: 'lunch' })
  admin = await bench.operator('Admin', 'admin', [])
})
afterEach(() => bench.remove())

type Set = Partial<{ overflowSeconds: number | null; overflowQueueId: string | null; overflowOffer: 'message' | null }>
const setQueue = (queueId: string, set: Set) =>
  bench.store.transact((tx) => tx.update(tx.t.queues).set(set).where(eq(tx.t.queues.id, queueId)))
const after = async (seconds: number): Promise<void> => {
  bench.clock.advance(seconds * 1000)
  await bench.sweep()
}
const requestOf = async (id: string) => {
  const { requests } = bench.store.t
  const [row] = await bench.store.read
    .select()
    .from(requests)
    .where(eq(requests.id, (await bench.row(id)).requestId))
  return row
}

describe('longer than the limit', () => {
  test('it waits on in the other queue, at its age, with its request; there somebody is rung', async () => {
    await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
    const id = await bench.task()
    const { eligibleSince } = await bench.row(id)
    const lastUpdateAt = (await requestOf(id))?.lastUpdateAt
    await after(59)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q' })
    await bench.desk('Boris', 4, ['q2'])
    await after(1)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q2', eligibleSince, overflowPath: ['q'], overflowAt: null })
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'boris' })
    // No person did it: the clock of auto-close goes on.
    expect(await requestOf(id)).toMatchObject({ queueId: 'q2', lastUpdateAt })
    expect(bench.ofType('task.overflowed')).toMatchObject([
      { facts: { activityId: id, fromQueueId: 'q', queueId: 'q2', offer: null } },
    ])
  })
  test('its customer keeps his place by age before those who came later', async () => {
    await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
    const old = await bench.task()
    bench.clock.advance(30_000)
    const young = await bench.task({ queueId: 'q2' })
    await after(30)
    expect((await queuePosition(bench.store.read, old))?.place).toBe(1)
    expect((await queuePosition(bench.store.read, young))?.place).toBe(2)
  })
  test('its customer is offered a message, once; whoever takes him takes the offer away', async () => {
    await setQueue('q', { overflowSeconds: 60, overflowOffer: 'message' })
    const { id: visitorId, customerId } = await bench.visitor('Jonas')
    const id = await bench.task({ customerId, visitorId })
    expect(await widgetChat(bench.store.read, visitorId)).toMatchObject({ overflowOffer: null })
    await after(60)
    await after(60)
    expect(await widgetChat(bench.store.read, visitorId)).toMatchObject({ overflowOffer: 'message', place: 1 })
    expect(bench.ofType('task.overflowed')).toMatchObject([
      { facts: { queueId: 'q', fromQueueId: 'q', offer: 'message' } },
    ])
    await bench.execute(takeTask, anna, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ overflowOffer: null, overflowAt: null })
  })
  test('not while it rings; and a given back one waits anew', async () => {
    await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    const id = await bench.task()
    await bench.settle()
    await bench.execute(takeTask, anna, { activityId: id })
    await after(300)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q', state: 'active' })
    await bench.execute(returnTask, anna, { activityId: id, reason: '' })
    await bench.execute(setPresence, anna, { chosen: 'away', awayReason: 'lunch' })
    await after(59)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q' })
    await after(1)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
  })
  test('passes while no server runs; of several processes one does it', async () => {
    await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
    const id = await bench.task()
    bench.clock.advance(3_600_000)
    const others = [1, 2, 3].map(() => startProcess(bench.store, bench.clock, bench.events))
    await Promise.all(others.map(({ sweeps }) => sweeps.runAll()))
    expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
    expect(bench.ofType('task.overflowed')).toHaveLength(1)
  })
})

test('a chain goes on by each queue’s own time and never back; then it waits where it is', async () => {
  const { queueId: third } = await bench.execute(addQueue, admin, queueFields('Third'))
  await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
  await setQueue('q2', { overflowSeconds: 30, overflowQueueId: third })
  // No editor could set it so.
  await setQueue(third, { overflowSeconds: 10, overflowQueueId: 'q' })
  const id = await bench.task()
  await after(60)
  expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
  await after(29)
  expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
  await after(1)
  expect(await bench.row(id)).toMatchObject({ queueId: third, overflowPath: ['q', 'q2'] })
  await after(10)
  await after(600)
  expect(await bench.row(id)).toMatchObject({ queueId: third, overflowAt: null })
})

test('what waits for a group has the group’s time first', async () => {
  await setQueue('q', { overflowSeconds: 60, overflowQueueId: 'q2' })
  const boris = await bench.desk('Boris', 4, [])
  await bench.execute(setPresence, boris, { chosen: 'busy', awayReason: null })
  const { addGroup } = await import('../settings/commands/add-group.ts')
  const { groupId } = await bench.execute(addGroup, admin, { name: 'Pumps', memberIds: ['boris'], waitSeconds: 120 })
  const id = await bench.task()
  await bench.execute(takeTask, anna, { activityId: id })
  await bench.execute(transferTask, anna, { activityId: id, to: { groupId }, reason: 'It leaks' })
  await after(119)
  expect(await bench.row(id)).toMatchObject({ queueId: 'q', groupId })
  await after(1)
  expect(await bench.row(id)).toMatchObject({ queueId: 'q', groupId: null })
  await after(60)
  expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
})

const queueFields = (name: string, over: Set = {}) => ({
  name,
  calendarId: null,
  strategy: 'longestIdle' as const,
  offerSeconds: 30,
  memberIds: [],
  skills: [],
  relaxSkillsSeconds: 60,
  serviceLevelSeconds: 60,
  serviceLevelPercent: 90,
  maxWaitSeconds: 300,
  wrapUpSeconds: null,
  overflowSeconds: null,
  overflowQueueId: null,
  overflowOffer: null,
  callbackPlaces: 3,
  recordsCalls: false,
  recordingDays: 90,
  recordingListeners: 'supervisors' as const,
  ...over,
})

describe('settings', () => {
  const edit = (queueId: string, version: number, patch: object) =>
    bench.execute(editQueue, admin, { queueId, version, patch })

  test('a new limit counts for what waits already; without one nothing overflows', async () => {
    const id = await bench.task()
    bench.clock.advance(100_000)
    await edit('q', 1, { overflowSeconds: 120, overflowQueueId: 'q2' })
    await after(19)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q' })
    await edit('q', 2, { overflowSeconds: null })
    await after(60)
    expect(await bench.row(id)).toMatchObject({ queueId: 'q', overflowAt: null })
    await edit('q', 3, { overflowSeconds: 60 })
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ queueId: 'q2' })
  })
  test.each([
    ['itself', 'q', 'q', 'self'],
    ['what comes back to it', 'q2', 'q', 'circle'],
    ['one that is not there', 'q2', 'none', 'unknown'],
  ])('refuses %s', async (_name, queueId, overflowQueueId, message) => {
    await setQueue('q', { overflowQueueId: 'q2' })
    await expect(edit(queueId, 1, { overflowQueueId })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { issues: [{ path: 'overflowQueueId', message }] },
    })
  })
  test('of two who would close a circle together one is refused', async () => {
    const results = await Promise.all([
      refusal(edit('q', 1, { overflowQueueId: 'q2' })),
      refusal(edit('q2', 1, { overflowQueueId: 'q' })),
    ])
    expect(results.toSorted()).toEqual(['INVALID_INPUT', 'none'])
  })
  test('a queue in which something stands or to which something leads is not archived: it says what', async () => {
    await bench.task()
    await setQueue('q2', { overflowQueueId: 'q' })
    await expect(edit('q', 1, { isActive: false })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      details: { problem: 'IN_USE', tasks: 1, requests: 1, queues: ['Billing'] },
    })
    const { queueId } = await bench.execute(addQueue, admin, queueFields('Unused'))
    await edit(queueId, 1, { isActive: false })
    // Nothing is handed to it any more, and it is brought back.
    const id = await bench.task()
    await bench.execute(takeTask, anna, { activityId: id })
    const give = () => bench.execute(transferTask, anna, { activityId: id, to: { queueId }, reason: 'Try' })
    expect(await refusal(give())).toBe('INVALID_INPUT')
    await edit(queueId, 2, { isActive: true })
    expect(await refusal(give())).toBe('none')
  })
})
