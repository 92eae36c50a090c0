import { hourMs, minuteMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { monday, refusal } from '../../testing/workbench.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { setDoNotDisturb } from './commands/set-do-not-disturb.ts'
import { setPresence } from './commands/set-presence.ts'
import { setQuietHours } from './commands/set-quiet-hours.ts'
import { transferTask } from './commands/transfer-task.ts'
import { operatorList } from './queries/operator-list.ts'
import { presenceOf } from './queries/presence-of.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
})
afterEach(() => bench.remove())

const dnd = (isOn: boolean, until: number | null = null, by = anna) =>
  bench.execute(setDoNotDisturb, by, { isOn, until })
const shown = () => presenceOf(bench.store.read, 'anna', bench.clock.now())
const ringsAt = async (id: string) => (await bench.row(id)).offeredToId

test('nothing is offered and what rings goes on; colleagues see it; over, work comes at once', async () => {
  const boris = await bench.desk('Boris', 1)
  await bench.execute(setPresence, boris, { chosen: 'busy', awayReason: null })
  const id = await bench.task()
  await bench.settle()
  expect(await ringsAt(id)).toBe('anna')
  await dnd(true)
  await bench.settle()
  expect(await bench.row(id)).toMatchObject({ state: 'waiting', offeredToId: null })
  expect(await shown()).toMatchObject({ chosen: 'available', shown: 'busy', doNotDisturb: { until: null, by: 'hand' } })
  const { items } = await operatorList(bench.store.read, { limit: 50 }, bench.clock.now())
  expect(items.find((one) => one.id === 'anna')).toMatchObject({ presence: 'busy', isDoNotDisturb: true })
  expect(bench.ofType('presence.changed').at(-1)).toMatchObject({ facts: { why: 'doNotDisturb', shown: 'busy' } })
  await dnd(false)
  await bench.settle()
  expect(await ringsAt(id)).toBe('anna')
  expect(await shown()).toMatchObject({ shown: 'available', doNotDisturb: null })
})

test('for a time: it ends by itself, to the millisecond, also after a downtime; a time that is over is refused', async () => {
  const id = await bench.task()
  const until = bench.clock.now() + hourMs
  await dnd(true, until)
  await bench.settle()
  bench.clock.set(until - 1)
  await bench.sweep()
  expect([await ringsAt(id), (await shown()).doNotDisturb]).toEqual([null, { until, by: 'hand' }])
  bench.clock.set(until + 8 * minuteMs)
  await bench.sweep()
  expect([await ringsAt(id), (await shown()).doNotDisturb]).toEqual(['anna', null])
  expect(await refusal(dnd(true, bench.clock.now()))).toBe('INVALID_INPUT')
})

test('quiet hours begin and end by the clock of his own zone; ended by hand they come again the next day', async () => {
  // It is Monday, 12:00 in Sofia.
  const quietHours = { from: 13 * 60, to: 14 * 60, days: [1, 2], zone: 'Europe/Sofia' }
  await bench.execute(setQuietHours, anna, { quietHours })
  expect((await shown()).doNotDisturb).toBeNull()
  const start = monday + hourMs
  bench.clock.set(start)
  await bench.sweep()
  expect((await shown()).doNotDisturb).toEqual({ until: start + hourMs, by: 'quietHours' })
  await dnd(false)
  bench.clock.advance(minuteMs)
  await bench.sweep()
  expect((await shown()).doNotDisturb).toBeNull()
  bench.clock.set(start + 24 * hourMs)
  await bench.sweep()
  expect((await shown()).doNotDisturb).toMatchObject({ by: 'quietHours' })
  bench.clock.advance(hourMs)
  await bench.sweep()
  expect((await shown()).doNotDisturb).toBeNull()
  expect((await bench.presence('anna')).dndLookAt).toBe(start + 7 * 24 * hourMs)
  await bench.execute(setQuietHours, anna, { quietHours: null })
  expect(await bench.presence('anna')).toMatchObject({ quietHours: null, dndLookAt: null })
})

test('set within their time they hold at once', async () => {
  const quietHours = { from: 12 * 60, to: 13 * 60, days: [1], zone: 'Europe/Sofia' }
  await bench.execute(setQuietHours, anna, { quietHours })
  expect((await shown()).doNotDisturb).toMatchObject({ by: 'quietHours' })
})

test('a colleague may still hand a task over: it waits for him without a sound', async () => {
  const boris = await bench.desk('Boris', 1)
  await dnd(true)
  const id = await bench.task()
  await bench.settle()
  await bench.execute(acceptOffer, boris, { activityId: id })
  await bench.execute(transferTask, boris, { activityId: id, to: { operatorId: 'anna' }, reason: 'Hers' })
  await bench.execute(acceptOffer, anna, { activityId: id })
  expect(await bench.row(id)).toMatchObject({ operatorId: 'anna' })
})
