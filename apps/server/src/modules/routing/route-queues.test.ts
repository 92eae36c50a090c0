import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import { createTestClock } from '../../kernel/clock.ts'
import { openRouting, type Process, type RoutingBench, startProcess } from '../../testing/routing-bench.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { endActivity } from './commands/end-activity.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'

let bench: RoutingBench
const others: Store[] = []
beforeEach(async () => {
  bench = await openRouting()
})
afterEach(async () => {
  await Promise.all(others.splice(0).map((store) => store.close()))
  await bench.remove()
})

/** Another server on the same database: on PostgreSQL with a pool of its own; SQLite has one process by design. */
function another(): Process {
  if (bench.store.dialect === 'sqlite') return startProcess(bench.store, bench.clock, bench.events)
  const store = openStore(bench.url)
  others.push(store)
  return startProcess(store, bench.clock, bench.events)
}
const offeredTo = async (ids: readonly string[]): Promise<Array<string | null>> =>
  Promise.all(ids.map(async (id) => (await bench.row(id)).offeredToId))

describe('order', () => {
  test('when somebody becomes available the oldest goes first, VIPs before, a new arrival never', async () => {
    const anna = await bench.desk('Anna', 1)
    await bench.execute(setPresence, anna, { chosen: 'away', awayReason: 'lunch' })
    const [first, second, vip] = [await bench.task(), await bench.task(), await bench.task({ isVip: true })]
    await bench.settle()
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    await bench.settle()
    for (const id of [vip, first, second]) {
      expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
      await bench.execute(acceptOffer, anna, { activityId: id })
      await bench.task()
      await bench.execute(endActivity, anna, { activityId: id })
      await bench.settle()
    }
  })
  test('over all queues of an operator the oldest goes first', async () => {
    const anna = await bench.desk('Anna', 1, ['q', 'q2'])
    await bench.execute(setPresence, anna, { chosen: 'busy', awayReason: null })
    const older = await bench.task({ queueId: 'q2' })
    await bench.task({ queueId: 'q' })
    await bench.settle()
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    await bench.settle()
    expect(await bench.row(older)).toMatchObject({ offeredToId: 'anna' })
  })
  test('calls that nobody can take do not hold up chats', async () => {
    await bench.desk('Anna', 2)
    const { operators } = bench.store.t
    await bench.store.transact((tx) => tx.update(operators).set({ capacity: { chat: 2, call: 0 } }))
    const [waiting, chat] = [await bench.task({ medium: 'call' }), await bench.task()]
    await bench.settle()
    expect(await offeredTo([waiting, chat])).toEqual([null, 'anna'])
  })
  test('during a call nothing is offered, of whatever medium, and after it what waited longest', async () => {
    const anna = await bench.desk('Anna', 2)
    const call = await bench.task({ medium: 'call' })
    await bench.execute(takeTask, anna, { activityId: call })
    const [second, chat, mail] = [
      await bench.task({ medium: 'call' }),
      await bench.task(),
      await bench.task({ medium: 'email' }),
    ]
    await bench.settle()
    expect(await offeredTo([second, chat, mail])).toEqual([null, null, null])
    await bench.execute(endActivity, anna, { activityId: call })
    await bench.settle()
    expect(await offeredTo([second, chat, mail])).toEqual(['anna', null, null])
  })
  test('hundreds that were all declined do not hold up those behind them', async () => {
    const anna = await bench.desk('Anna', 200)
    const ids = []
    for (let i = 0; i < 150; i++) ids.push(await bench.task())
    await bench.settle()
    for (const id of ids) await bench.execute(declineOffer, anna, { activityId: id })
    const next = await bench.task()
    await bench.settle()
    expect(await bench.row(next)).toMatchObject({ offeredToId: 'anna' })
  })
})

describe('who', () => {
  const pick = async (): Promise<string> => {
    const id = await bench.task()
    await bench.settle()
    return (await bench.row(id)).offeredToId ?? 'nobody'
  }
  const use = async (strategy: 'longestIdle' | 'leastLoaded' | 'roundRobin') => {
    const { queues } = bench.store.t
    await bench.store.transact((tx) => tx.update(queues).set({ strategy }).where(eq(queues.id, 'q')))
  }
  test('longest idle; whoever has work comes after those who have none', async () => {
    await bench.desk('Anna')
    bench.clock.advance(1_000)
    await bench.desk('Boris')
    bench.clock.advance(1_000)
    await bench.desk('Cyril')
    expect([await pick(), await pick(), await pick(), await pick()]).toEqual(['anna', 'boris', 'cyril', 'anna'])
  })
  test('least loaded, in proportion to capacity', async () => {
    await use('leastLoaded')
    await bench.desk('Anna', 1)
    await bench.desk('Boris', 4)
    const anna = await pick()
    expect([anna, await pick(), await pick(), await pick()].filter((id) => id === 'anna')).toHaveLength(1)
  })
  test('in turn', async () => {
    await use('roundRobin')
    for (const name of ['Anna', 'Boris', 'Cyril']) await bench.desk(name)
    const picks = []
    for (let i = 0; i < 6; i++) picks.push(await pick())
    expect(picks.slice(0, 3).toSorted()).toEqual(['anna', 'boris', 'cyril'])
    expect(picks.slice(3)).toEqual(picks.slice(0, 3))
  })
  test('who had the request last knows it, if present and with room (rule 12)', async () => {
    await bench.desk('Anna')
    bench.clock.advance(1_000)
    const boris = await bench.desk('Boris', 1)
    const first = await bench.task()
    await bench.execute(takeTask, boris, { activityId: first })
    await bench.execute(endActivity, boris, { activityId: first })
    const again = (await bench.row(first)).customerId
    const second = await bench.task({ customerId: again })
    await bench.settle()
    expect(await bench.row(second)).toMatchObject({
      offeredToId: 'boris',
      requestId: (await bench.row(first)).requestId,
    })
    const third = await bench.task({ customerId: again })
    await bench.settle()
    expect(await bench.row(third)).toMatchObject({ offeredToId: 'anna' })
  })
})

describe('capacity', () => {
  test('ten tasks and three operators, routed by several runners at the same time: never over it', async () => {
    for (const name of ['Anna', 'Boris', 'Cyril']) await bench.desk(name, 2)
    const runners = [another(), another()]
    const ids = await Promise.all(Array.from({ length: 10 }, () => bench.task()))
    await Promise.all([bench.settle(), ...runners.flatMap((runner) => [runner.jobs.settle(), runner.sweeps.runAll()])])
    const rows = await Promise.all(ids.map((id) => bench.row(id)))
    for (const id of ['anna', 'boris', 'cyril']) expect(rows.filter((row) => row.offeredToId === id)).toHaveLength(2)
    // The six oldest; those who wait are the youngest.
    const waiting = rows.filter((row) => row.state === 'waiting').map((row) => row.eligibleSince)
    expect(waiting).toHaveLength(4)
    expect(Math.min(...waiting)).toBeGreaterThanOrEqual(
      Math.max(...rows.filter((row) => row.state === 'offered').map((row) => row.eligibleSince)),
    )
    const { offers } = bench.store.t
    expect(await bench.store.read.select().from(offers)).toHaveLength(6)
    expect(bench.ofType('offer.made')).toHaveLength(6)
  })
  test('a chat that has been quiet for 10 minutes frees its place and stays', async () => {
    const anna = await bench.desk('Anna', 1)
    const [first, second] = [await bench.task(), await bench.task()]
    await bench.settle()
    await bench.execute(acceptOffer, anna, { activityId: first })
    bench.clock.advance(9 * 60_000)
    await bench.sweep()
    expect(await bench.row(second)).toMatchObject({ state: 'waiting' })
    bench.clock.advance(60_000)
    await bench.sweep()
    expect(await bench.row(second)).toMatchObject({ offeredToId: 'anna' })
    expect(await bench.row(first)).toMatchObject({ state: 'active', operatorId: 'anna' })
  })
})

describe('after a crash', () => {
  test('work whose job was in hand when the process died is offered by the sweep, and once', async () => {
    await bench.desk('Anna')
    const id = await bench.task()
    const { jobs } = bench.store.t
    await bench.store.transact((tx) => tx.update(jobs).set({ state: 'running', runAt: bench.clock.now() + 60_000 }))
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    bench.clock.advance(10_000)
    await Promise.all([bench.sweep(), another().jobs.settle()])
    expect(await bench.offersOf(id)).toHaveLength(1)
  })
  test('offers that ran out during a downtime move on at the start, by any number of processes once', async () => {
    for (const name of ['Anna', 'Boris']) await bench.desk(name, 2)
    for (let i = 0; i < 3; i++) await bench.task()
    await bench.settle()
    // A day later, with another clock: the restarted server knows only what stands in the database.
    const clock = createTestClock(bench.clock.now() + 86_400_000)
    const restarted = [startProcess(bench.store, clock, bench.events), startProcess(bench.store, clock, bench.events)]
    const expired = restarted.map((process) => process.sweeps.runAll())
    await Promise.all(expired)
    await Promise.all(restarted.map((process) => process.jobs.settle()))
    const { offers, activities } = bench.store.t
    const missed = await bench.store.read.select().from(offers).where(eq(offers.result, 'missed'))
    expect(missed).toHaveLength(3)
    expect(bench.ofType('offer.missed')).toHaveLength(3)
    const stuck = await bench.store.read.select().from(activities).where(eq(activities.state, 'offered'))
    expect(stuck.length).toBeGreaterThan(0)
    for (const row of stuck) expect(row.offerExpiresAt).toBeGreaterThan(clock.now())
  })
})
