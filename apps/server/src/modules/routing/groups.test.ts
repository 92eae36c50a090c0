import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { activityDetails } from '../activities/index.ts'
import { requestDetails } from '../requests/index.ts'
import { addGroup } from '../settings/commands/add-group.ts'
import { editGroup } from '../settings/commands/edit-group.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeNext } from './commands/take-next.ts'
import { takeTask } from './commands/take-task.ts'
import { transferTask } from './commands/transfer-task.ts'
import { myTasks } from './queries/my-tasks.ts'
import { queueItems } from './queries/queue-items.ts'

let bench: RoutingBench
/** Anna is of the queue, Boris and Cyril of the group, of another queue. Zoe is of neither. */
let [anna, boris, cyril, zoe, admin]: OperatorActor[] = []
let groupId = ''
const be = (who: OperatorActor | undefined): OperatorActor => {
  if (!who) throw new Error('nobody')
  return who
}
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 4)
  for (const [name, set] of [
    ['Boris', (one: OperatorActor) => (boris = one)],
    ['Cyril', (one: OperatorActor) => (cyril = one)],
    ['Zoe', (one: OperatorActor) => (zoe = one)],
  ] as const) {
    bench.clock.advance(1_000)
    set(await bench.desk(name, 4, ['q2']))
  }
  admin = await bench.operator('Admin', 'admin', [])
  ;({ groupId } = await bench.execute(addGroup, admin, {
    name: 'Pump experts',
    memberIds: ['boris', 'cyril'],
    waitSeconds: 120,
  }))
})
afterEach(() => bench.remove())

/** A chat in Anna's progress, handed to the group. */
async function handed(change = 'change-group-1'): Promise<string> {
  const id = await bench.task()
  await bench.execute(takeTask, be(anna), { activityId: id })
  const to = { groupId }
  await bench.execute(transferTask, be(anna), { activityId: id, to, reason: 'It leaks' }, { requestId: change })
  await bench.settle()
  return id
}
const ringsAt = async (id: string) => (await bench.row(id)).offeredToId
const waits = async (who: OperatorActor | undefined) =>
  (await queueItems(bench.store.read, be(who), { limit: 50 })).items.map(({ activityId, group }) => [
    activityId,
    group?.name ?? null,
  ])

test('only its members are rung, with who and why; the one declines, the next is rung and has it', async () => {
  const id = await handed()
  expect(await bench.row(id)).toMatchObject({ queueId: 'q', groupId, state: 'offered', offeredToId: 'boris' })
  const [offer] = await myTasks(bench.store.read, 'boris')
  expect(offer?.offer?.transfer).toEqual({ from: { id: 'anna', name: 'Anna' }, reason: 'It leaks', isWarm: false })
  expect(offer?.group?.name).toBe('Pump experts')
  await bench.execute(declineOffer, be(boris), { activityId: id })
  await bench.settle()
  expect(await ringsAt(id)).toBe('cyril')
  await bench.execute(acceptOffer, be(cyril), { activityId: id })
  expect(await bench.row(id)).toMatchObject({ operatorId: 'cyril', groupId: null, groupUntil: null, handedById: null })
  expect(bench.ofType('task.transferred')).toMatchObject([{ facts: { groupId, queueId: 'q', fromQueueId: 'q' } }])
})

describe('goes to its whole queue', () => {
  test('when its time is up: the reason still comes first', async () => {
    for (const who of [boris, cyril]) await bench.execute(setPresence, be(who), { chosen: 'away', awayReason: 'lunch' })
    const id = await handed()
    const ada = await bench.desk('Ada')
    expect(await ringsAt(id)).toBeNull()
    bench.clock.advance(119_999)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', groupId })
    bench.clock.advance(1)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ groupId: null, state: 'offered', offeredToId: 'ada' })
    expect(bench.ofType('task.groupOver')).toMatchObject([{ facts: { groupId, queueId: 'q', why: 'late' } }])
    const [offer] = await myTasks(bench.store.read, ada.id)
    expect(offer?.offer?.transfer?.reason).toBe('It leaks')
  })
  test('at once when everybody of it who is there has declined, and once only', async () => {
    const id = await handed()
    await bench.execute(declineOffer, be(boris), { activityId: id })
    await bench.settle()
    await bench.execute(declineOffer, be(cyril), { activityId: id })
    await bench.settle()
    await Promise.all([bench.sweep(), bench.sweep()])
    expect(await bench.row(id)).toMatchObject({ groupId: null })
    expect(bench.ofType('task.groupOver')).toMatchObject([{ facts: { why: 'nobody' } }])
  })
  test('when the group is archived', async () => {
    for (const who of [boris, cyril]) await bench.execute(setPresence, be(who), { chosen: 'away', awayReason: 'lunch' })
    const id = await handed()
    await bench.execute(editGroup, be(admin), { groupId, version: 1, patch: { isActive: false } })
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ groupId: null })
  })
})

test('a member who comes free is rung for what waited', async () => {
  for (const who of [boris, cyril]) await bench.execute(setPresence, be(who), { chosen: 'away', awayReason: 'lunch' })
  const id = await handed()
  await bench.execute(setPresence, be(cyril), { chosen: 'available', awayReason: null })
  await bench.settle()
  expect(await ringsAt(id)).toBe('cyril')
})

describe('while nobody has it', () => {
  let id = ''
  beforeEach(async () => {
    for (const who of [boris, cyril]) await bench.execute(setPresence, be(who), { chosen: 'away', awayReason: 'lunch' })
    id = await handed()
  })
  test('members see it in their queue and read it whole, others of other queues do not', async () => {
    expect(await waits(boris)).toEqual([[id, 'Pump experts']])
    expect(await waits(zoe)).toEqual([])
    const { requestId } = await bench.row(id)
    expect(await requestDetails(bench.store.read, be(boris), requestId)).toMatchObject({ id: requestId })
    expect((await activityDetails(bench, be(cyril), id)).group?.name).toBe('Pump experts')
    expect(await refusal(activityDetails(bench, be(zoe), id))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(takeTask, be(zoe), { activityId: id }))).toBe('FORBIDDEN')
  })
  test('the next one of the queue is not this one; of a member it is', async () => {
    expect(await bench.execute(takeNext, be(anna), {})).toEqual({ activityId: null })
    // By hand whoever is of the queue may.
    expect(await waits(anna)).toEqual([[id, 'Pump experts']])
    expect(await bench.execute(takeNext, be(boris), {})).toEqual({ activityId: id })
  })
  test('the transfer is undone: it is with the sender as before', async () => {
    const { requestId } = await bench.row(id)
    await bench.execute(undoChange, be(anna), { requestId, change: 'change-group-1' })
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', groupId: null, handedById: null })
  })
  test('to another queue by hand: it waits for the group no more', async () => {
    const { requestId } = await bench.row(id)
    const { moveToQueue } = await import('../requests/commands/move-to-queue.ts')
    await bench.execute(moveToQueue, be(admin), { requestId, queueId: 'q2' })
    expect(await bench.row(id)).toMatchObject({ queueId: 'q2', groupId: null })
  })
})

test('refuses a group of which nobody else is there, an archived and an unknown one; nothing is half done', async () => {
  const id = await bench.task()
  await bench.execute(takeTask, be(anna), { activityId: id })
  const give = (to: { groupId: string }) =>
    refusal(bench.execute(transferTask, be(anna), { activityId: id, to, reason: 'It leaks' }))
  const { groupId: own } = await bench.execute(addGroup, be(admin), {
    name: 'Anna alone',
    memberIds: ['anna'],
    waitSeconds: 30,
  })
  expect(await give({ groupId: own })).toBe('NOT_ALLOWED_NOW')
  expect(await give({ groupId: 'none' })).toBe('INVALID_INPUT')
  await bench.execute(editGroup, be(admin), { groupId, version: 1, patch: { isActive: false } })
  expect(await give({ groupId })).toBe('INVALID_INPUT')
  expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', groupId: null })
})

test('settings: a name once, members who exist, the second of two editors told what stands there', async () => {
  const fields = { memberIds: [], waitSeconds: 120 }
  expect(await refusal(bench.execute(addGroup, be(admin), { ...fields, name: 'PUMP EXPERTS' }))).toBe('NAME_TAKEN')
  expect(await refusal(bench.execute(addGroup, be(admin), { ...fields, name: 'Taps', memberIds: ['nobody'] }))).toBe(
    'INVALID_INPUT',
  )
  expect(await refusal(bench.execute(addGroup, be(anna), { ...fields, name: 'Taps' }))).toBe('FORBIDDEN')
  const edit = (patch: object) => bench.execute(editGroup, be(admin), { groupId, version: 1, patch })
  expect(await edit({ memberIds: ['cyril', 'zoe'] })).toEqual({ added: ['zoe'], removed: ['boris'] })
  await expect(edit({ memberIds: [] })).rejects.toMatchObject({ details: { current: { memberIds: ['cyril', 'zoe'] } } })
  await expect(edit({ name: 'Taps' })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 2, changedBy: 'Admin', current: { name: 'Pump experts' } },
  })
})
