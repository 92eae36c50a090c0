import { dayMs } from '@care/domain'
import { eq } from '../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { system } from '../kernel/actor.ts'
import { createTestClock } from '../kernel/clock.ts'
import { openRouting, type RoutingBench, startProcess } from '../testing/routing-bench.ts'
import { refusal } from '../testing/workbench.ts'
import { receiveMessage } from '../modules/activities/index.ts'
import { closeRequest } from '../modules/requests/index.ts'

let bench: RoutingBench
beforeEach(async () => {
  bench = await openRouting()
})
afterEach(() => bench.remove())

const requestOf = async (activityId: string) => {
  const { requests } = bench.store.t
  const [found] = await bench.store.read
    .select()
    .from(requests)
    .where(eq(requests.id, (await bench.row(activityId)).requestId))
  if (!found) throw new Error('no request')
  return found
}

async function talk() {
  const visitor = await bench.visitor('Jonas')
  const id = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
  const says = (text: string) =>
    bench.execute(receiveMessage, visitor, { clientMessageId: `key-${text}`, text, attachmentIds: [] })
  return { id, says }
}

test('never early: a millisecond before its time nothing happens, at its time it closes', async () => {
  const id = await bench.task()
  const { autoCloseAt, createdAt } = await requestOf(id)
  expect(autoCloseAt).toBe(createdAt + 5 * dayMs)
  bench.clock.set((autoCloseAt ?? 0) - 1)
  await bench.sweep()
  expect((await requestOf(id)).category).toBe('new')
  bench.clock.set(autoCloseAt ?? 0)
  await bench.sweep()
  expect(await requestOf(id)).toMatchObject({
    category: 'closed',
    outcome: 'noActivity',
    closedById: null,
    autoCloseAt: null,
  })
  expect(await bench.row(id)).toMatchObject({ state: 'ended', endReason: 'autoClosed' })
  expect(bench.ofType('request.closed')).toMatchObject([
    { facts: { isAutomatic: true, lastUpdateAt: createdAt, asksRating: false }, actor: { kind: 'system' } },
  ])
})

test('once, whatever the number of processes, also after a downtime of a month', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => bench.task()))
  const clock = createTestClock(bench.clock.now() + 30 * dayMs)
  const processes = [1, 2, 3].map(() => startProcess(bench.store, clock, bench.events))
  await Promise.all(processes.map((process) => process.sweeps.runAll()))
  for (const id of ids) expect(await requestOf(id)).toMatchObject({ category: 'closed', version: 2 })
  expect(bench.ofType('request.closed')).toHaveLength(30)
  expect(bench.ofType('activity.ended')).toHaveLength(30)
})

test('not when the clock was restarted after the sweep had found it', async () => {
  const id = await bench.task()
  const request = await requestOf(id)
  const { requests } = bench.store.t
  const found = request.autoCloseAt ?? 0
  bench.clock.set(found)
  await bench.store.transact((tx) =>
    tx
      .update(requests)
      .set({ autoCloseAt: found + dayMs, autoCloseCheckAt: found + dayMs })
      .where(eq(requests.id, request.id)),
  )
  expect(
    await refusal(
      bench.execute(closeRequest, system, { requestId: request.id, outcome: 'noActivity', onlyIfDueBy: found }),
    ),
  ).toBe('NOT_ALLOWED_NOW')
  expect((await requestOf(id)).category).toBe('new')
})

test('messages move the time and not the look: it looks early, waits, and closes exactly then', async () => {
  const { id, says } = await talk()
  const { autoCloseCheckAt: firstLook } = await requestOf(id)
  bench.clock.advance(2 * dayMs)
  await says('Still there?')
  const { autoCloseAt, autoCloseCheckAt } = await requestOf(id)
  expect(autoCloseCheckAt).toBe(firstLook)
  expect(autoCloseAt).toBeGreaterThan((firstLook ?? 0) + dayMs)
  bench.clock.set(firstLook ?? 0)
  await bench.sweep()
  expect(await requestOf(id)).toMatchObject({ category: 'new', autoCloseAt, autoCloseCheckAt: autoCloseAt, version: 1 })
  bench.clock.set((autoCloseAt ?? 0) - 1)
  await bench.sweep()
  expect((await requestOf(id)).category).toBe('new')
  bench.clock.advance(1)
  await bench.sweep()
  expect(await requestOf(id)).toMatchObject({ category: 'closed', autoCloseAt: null, autoCloseCheckAt: null })
})

test('a message brings back the look of a request that had none', async () => {
  const { id, says } = await talk()
  const { requests } = bench.store.t
  await bench.store.transact((tx) => tx.update(requests).set({ autoCloseAt: null, autoCloseCheckAt: null }))
  await says('Hello?')
  const { autoCloseAt, autoCloseCheckAt, lastUpdateAt } = await requestOf(id)
  expect([autoCloseAt, autoCloseCheckAt]).toEqual([lastUpdateAt + 5 * dayMs, lastUpdateAt + 5 * dayMs])
})

test('a request that never closes by itself is left alone', async () => {
  const id = await bench.task()
  const { requests } = bench.store.t
  await bench.store.transact((tx) =>
    tx.update(requests).set({ autoCloseAt: null, autoCloseCheckAt: null }).where(eq(requests.id, requests.id)),
  )
  bench.clock.advance(1_000 * dayMs)
  await bench.sweep()
  expect((await requestOf(id)).category).toBe('new')
})
