import { hourMs, minuteMs } from '@care/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system, type OperatorActor, type VisitorActor } from '../../kernel/actor.ts'
import { callbackRow } from '../../testing/callback-row.ts'
import { monday, openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule } from '../activities/index.ts'
import { closeRequest, requestsModule } from '../requests/index.ts'
import { routingModule } from '../routing/index.ts'
import { undoChange, undoModule } from '../undo/index.ts'
import { cancelCallback } from './commands/cancel-callback.ts'
import { planCallback } from './commands/plan-callback.ts'
import { queueCallback } from './commands/queue-callback.ts'
import { callbacksModule } from './index.ts'

let bench: Workbench
let anna: OperatorActor
let boris: OperatorActor
let visitor: VisitorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, routingModule, callbacksModule, undoModule])
  anna = await bench.operator('Anna')
  boris = await bench.operator('Boris')
  visitor = await bench.visitor('Elena')
})
afterEach(() => bench.remove())

const at = monday + hourMs
const plan = (requestId = 'plan') =>
  bench.execute(
    planCallback,
    anna,
    { customerId: visitor.customerId, phone: '+48 601 234 567', at, note: '' },
    { requestId },
  )
const cancel = (activityId: string) => bench.execute(cancelCallback, anna, { activityId }, { requestId: 'cancel' })
const rowOf = (activityId: string) => callbackRow(bench.store, activityId)
const undo = async (activityId: string, change: string, who = anna) =>
  bench.execute(undoChange, who, { requestId: (await rowOf(activityId)).activity.requestId, change })
const standing = async (activityId: string) => {
  const { activity, callback } = await rowOf(activityId)
  const { state, endedAt, endReason, operatorId, eligibleSince } = activity
  const { dueAt, slotFrom, cancelledAt, cancelledBy } = callback
  return { state, endedAt, endReason, operatorId, eligibleSince, dueAt, slotFrom, cancelledAt, cancelledBy }
}

describe('undone', () => {
  test('a cancelled call back waits for its time again, and goes into its queue then', async () => {
    const { activityId } = await plan()
    const before = await standing(activityId)
    await cancel(activityId)
    expect(await standing(activityId)).toMatchObject({ state: 'ended', dueAt: null, cancelledBy: 'operator' })
    await undo(activityId, 'cancel')
    expect(await standing(activityId)).toEqual(before)
    expect(bench.ofType('activity.queued')).toEqual([])
    bench.clock.set(at)
    await bench.execute(queueCallback, system, { activityId })
    expect(await standing(activityId)).toMatchObject({ state: 'waiting', dueAt: null })
  })

  test('one that was in the own progress is there again', async () => {
    const { activityId } = await plan()
    bench.clock.set(at)
    await bench.execute(queueCallback, system, { activityId })
    await bench.give(activityId, 'anna')
    const before = await standing(activityId)
    await cancel(activityId)
    await undo(activityId, 'cancel')
    expect(await standing(activityId)).toEqual(before)
  })

  test('one that was planned is cancelled, unless something came of it', async () => {
    const { activityId } = await plan()
    await undo(activityId, 'plan')
    expect(await standing(activityId)).toMatchObject({ state: 'ended', dueAt: null, cancelledBy: 'operator' })
    const other = await plan('plan-2')
    bench.clock.set(at)
    await bench.execute(queueCallback, system, { activityId: other.activityId })
    bench.clock.set(monday + 30_000)
    expect(await refusal(undo(other.activityId, 'plan-2'))).toBe('NOT_ALLOWED_NOW')
  })

  test('the closing of its request plans it again', async () => {
    const { activityId } = await plan()
    const { activity } = await rowOf(activityId)
    const before = await standing(activityId)
    await bench.execute(
      closeRequest,
      anna,
      { requestId: activity.requestId, outcome: 'solved' },
      { requestId: 'close' },
    )
    expect(await standing(activityId)).toMatchObject({ state: 'ended', dueAt: null })
    await undo(activityId, 'close')
    expect(await standing(activityId)).toEqual(before)
  })

  test('is refused to a colleague, and after a minute', async () => {
    const { activityId } = await plan()
    await cancel(activityId)
    expect(await refusal(undo(activityId, 'cancel', boris))).toBe('NOT_FOUND')
    bench.clock.advance(2 * minuteMs)
    expect(await refusal(undo(activityId, 'cancel'))).toBe('NOT_ALLOWED_NOW')
  })
})
