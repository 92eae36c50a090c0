import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertMany } from '../../db/bulk.ts'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import { createTestClock } from '../../kernel/clock.ts'
import { openRouting, type RoutingBench, startProcess } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { editOperator } from '../operators/index.ts'
import { editQueue } from '../settings/commands/edit-queue.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { endActivity } from './commands/end-activity.ts'
import { offerTask } from './commands/offer-task.ts'
import { takeNext } from './commands/take-next.ts'
import { takeTask } from './commands/take-task.ts'

let bench: RoutingBench
beforeEach(async () => {
  bench = await openRouting()
})
afterEach(() => bench.remove())

/** Somebody at a desk who can do this, idle for shorter than those made before. */
async function desk(name: string, skills: string[], chats = 4): Promise<OperatorActor> {
  const actor = await bench.desk(name, chats)
  bench.clock.advance(1_000)
  const { operators } = bench.store.t
  await bench.store.transact((tx) => tx.update(operators).set({ skills }).where(eq(operators.id, actor.id)))
  return actor
}
async function needs(skills: string[], relaxSkillsSeconds: number | null = 60): Promise<void> {
  const { queues } = bench.store.t
  await bench.store.transact((tx) => tx.update(queues).set({ skills, relaxSkillsSeconds }).where(eq(queues.id, 'q')))
}
const ringsAt = async (id: string) => (await bench.row(id)).offeredToId
async function waiting(...skills: string[]): Promise<string> {
  const id = await bench.task({ skills })
  await bench.settle()
  return id
}

describe('who', () => {
  test('the skilled one, however idle the others; without a need the usual one', async () => {
    await desk('Anna', [])
    await desk('Boris', ['Français'])
    expect(await ringsAt(await waiting('FRANCAIS'))).toBe('boris')
    expect(await ringsAt(await waiting())).toBe('anna')
  })
  test('whoever has all: the queue’s and the task’s own', async () => {
    await needs(['French'])
    await desk('Anna', ['VIP'])
    await desk('Boris', ['french'])
    await desk('Cyril', ['vip', 'French'])
    expect([await ringsAt(await waiting('VIP')), await ringsAt(await waiting())]).toEqual(['cyril', 'boris'])
  })
  test('right to left and emoji are skills like others', async () => {
    await desk('Anna', ['❤'])
    await desk('Boris', [' עברית', '❤️'])
    expect(await ringsAt(await waiting('עברית', '❤️'))).toBe('boris')
  })
  test('who knows the request comes first only among the skilled (rule 12)', async () => {
    const anna = await desk('Anna', [])
    await desk('Boris', ['French'])
    const first = await bench.task({ skills: ['French'] })
    await bench.execute(takeTask, anna, { activityId: first })
    await bench.execute(endActivity, anna, { activityId: first })
    const again = await bench.task({ skills: ['French'], customerId: (await bench.row(first)).customerId })
    await bench.settle()
    expect(await ringsAt(again)).toBe('boris')
  })
})

describe('the queue’s time', () => {
  test('before it nobody unskilled, from it on anybody, by the sweep', async () => {
    await desk('Anna', ['German'])
    const id = await waiting('French')
    bench.clock.advance(59_999)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', skills: ['French'] })
    bench.clock.advance(1)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    expect(await bench.offersOf(id)).toHaveLength(1)
  })
  test('passes while no server runs, and the restarted one offers at once', async () => {
    await desk('Anna', [])
    const id = await waiting('French')
    const early = startProcess(bench.store, createTestClock(bench.clock.now() + 30_000))
    await early.sweeps.runAll()
    expect(await ringsAt(id)).toBeNull()
    const restarted = startProcess(bench.store, createTestClock(bench.clock.now() + 60_000))
    await restarted.sweeps.runAll()
    expect(await ringsAt(id)).toBe('anna')
  })
  test('null never ends: it waits for the skilled one all day', async () => {
    await needs(['French'], null)
    await desk('Anna', [])
    const id = await waiting()
    bench.clock.advance(86_400_000)
    await bench.sweep()
    expect(await ringsAt(id)).toBeNull()
    await desk('Boris', ['French'])
    await bench.sweep()
    expect(await ringsAt(id)).toBe('boris')
  })
  test('0 only prefers', async () => {
    await needs(['French'], 0)
    await desk('Anna', [])
    await desk('Boris', ['French'], 1)
    expect([await ringsAt(await waiting()), await ringsAt(await waiting())]).toEqual(['boris', 'anna'])
  })
  test('a skilled one who declines is not followed by an unskilled one before it', async () => {
    await desk('Anna', [])
    const boris = await desk('Boris', ['French'])
    const id = await waiting('French')
    await bench.execute(declineOffer, boris, { activityId: id })
    await bench.settle()
    expect(await ringsAt(id)).toBeNull()
    // His rest is over before the queue's time: he is asked again, because nobody else is left.
    bench.clock.advance(31_000)
    await bench.sweep()
    expect(await ringsAt(id)).toBe('boris')
    await bench.execute(declineOffer, boris, { activityId: id })
    bench.clock.advance(31_000)
    await bench.sweep()
    expect(await ringsAt(id)).toBe('anna')
  })
})

test('150 that nobody can take do not hold up those behind them', async () => {
  await desk('Anna', [], 200)
  const ids = []
  for (let i = 0; i < 150; i++) ids.push(await bench.task({ skills: ['French'] }))
  const next = await bench.task()
  await bench.settle()
  expect(await ringsAt(next)).toBe('anna')
  expect(await bench.store.read.select().from(bench.store.t.offers)).toHaveLength(1)
  bench.clock.advance(60_000)
  await bench.sweep()
  expect(new Set(await Promise.all(ids.map(ringsAt)))).toEqual(new Set(['anna']))
})

test('nor do 1,500 of them', async () => {
  await desk('Anna', [])
  const row = await bench.row(await bench.task({ skills: ['French'] }))
  const more = Array.from({ length: 1_500 }, (_, i) => ({ ...row, id: `more-${i}` }))
  await bench.store.transact((tx) => insertMany(tx, tx.t.activities, more))
  expect(await ringsAt(await waiting())).toBe('anna')
})

test('taking by hand asks for no skill', async () => {
  await needs(['French'], null)
  const anna = await desk('Anna', [])
  const [first, second] = [await waiting(), await waiting('German')]
  expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: first })
  await bench.execute(takeTask, anna, { activityId: second })
  expect(await bench.row(second)).toMatchObject({ state: 'active', operatorId: 'anna' })
})

test('an offer itself refuses whoever has lost the skill meanwhile', async () => {
  await needs(['French'])
  await desk('Anna', [])
  const id = await waiting()
  const offer = () => refusal(bench.execute(offerTask, system, { activityId: id, operatorId: 'anna' }))
  expect(await offer()).toBe('NOT_ALLOWED_NOW')
  bench.clock.advance(60_000)
  expect(await offer()).toBe('none')
})

describe('routes at once, without the sweep, what waits when', () => {
  let admin: OperatorActor
  beforeEach(async () => {
    admin = await bench.operator('Admin', 'admin', [])
  })
  const changeAnna = (patch: { skills?: string[]; capacity?: { chat: number } }) =>
    bench.execute(editOperator, admin, { operatorId: 'anna', version: 1, patch })
  const changeQueue = (patch: { skills?: string[]; relaxSkillsSeconds?: number | null }) =>
    bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch })
  test.each<[string, () => Promise<unknown>]>([
    ['an operator has learnt', () => changeAnna({ skills: ['French'] })],
    ['the queue needs it no more', () => changeQueue({ skills: [] })],
    ['the queue’s time becomes shorter', () => changeQueue({ relaxSkillsSeconds: 5 })],
  ])('%s', async (_name, change) => {
    await needs(['French'], 600)
    await desk('Anna', [])
    const id = await waiting()
    bench.clock.advance(10_000)
    expect(await ringsAt(id)).toBeNull()
    await change()
    await bench.settle()
    expect(await ringsAt(id)).toBe('anna')
  })
  test('an operator takes more', async () => {
    const anna = await desk('Anna', [], 1)
    const [first, second] = [await waiting(), await waiting()]
    await bench.execute(acceptOffer, anna, { activityId: first })
    expect(await ringsAt(second)).toBeNull()
    await changeAnna({ capacity: { chat: 2 } })
    await bench.settle()
    expect(await ringsAt(second)).toBe('anna')
  })
})
