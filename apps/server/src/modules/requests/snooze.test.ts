import { dayMs, minuteMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { createTestClock } from '../../kernel/clock.ts'
import { openRouting, type RoutingBench, startProcess } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { receiveMessage } from '../activities/index.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { editRequestType } from '../settings/commands/edit-request-type.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { snoozeRequest } from './commands/snooze-request.ts'
import { wakeRequest } from './commands/wake-request.ts'
import { closeRequest } from './index.ts'
import { snoozedList } from './queries/snoozed.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
})
afterEach(() => bench.remove())

const row = async (requestId: string) => {
  const { requests } = bench.store.t
  const [found] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
  if (!found) throw new Error('no request')
  return found
}
async function talk() {
  const visitor = await bench.visitor('Jonas')
  const id = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
  await bench.execute(takeTask, anna, { activityId: id })
  const { requestId } = await bench.row(id)
  const says = (text: string) =>
    bench.execute(receiveMessage, visitor, { clientMessageId: `key-${text}`, text, attachmentIds: [] })
  return { id, requestId, says }
}
const snooze = (requestId: string, ms: number, wakesOnAnswer = true, change = 'change-snooze-1') =>
  bench.execute(snoozeRequest, anna, { requestId, until: bench.clock.now() + ms, wakesOnAnswer }, { requestId: change })

test('it sleeps till its time: not a millisecond less, its auto-close stands still and starts anew (rule 8)', async () => {
  const { requestId } = await talk()
  await snooze(requestId, 10 * dayMs)
  const asleep = await row(requestId)
  expect(asleep).toMatchObject({ autoCloseAt: null, autoCloseCheckAt: null, snoozedById: 'anna' })
  expect((await snoozedList(bench.store.read, anna, { limit: 10 })).items).toMatchObject([{ requestId }])
  bench.clock.set((asleep.snoozedUntil ?? 0) - 1)
  await bench.sweep()
  expect(await row(requestId)).toMatchObject({ category: 'active', snoozedUntil: asleep.snoozedUntil })
  bench.clock.advance(1)
  await bench.sweep()
  const now = bench.clock.now()
  expect(await row(requestId)).toMatchObject({
    snoozedUntil: null,
    wokeAt: now,
    lastUpdateAt: now,
    autoCloseAt: now + 5 * dayMs,
    autoCloseCheckAt: now + 5 * dayMs,
  })
  expect(bench.ofType('request.woke')).toMatchObject([
    { facts: { why: 'time', snoozedById: 'anna' }, actor: { kind: 'system' } },
  ])
  expect((await snoozedList(bench.store.read, anna, { limit: 10 })).items).toEqual([])
})

test('once, by any number of processes, also after a downtime of a month', async () => {
  const ids: string[] = []
  for (let i = 0; i < 10; i++) {
    const { requestId } = await talk()
    await snooze(requestId, dayMs + i)
    ids.push(requestId)
  }
  const clock = createTestClock(bench.clock.now() + 30 * dayMs)
  const processes = [1, 2, 3].map(() => startProcess(bench.store, clock, bench.events))
  await Promise.all(processes.map((process) => process.sweeps.runAll()))
  for (const id of ids) expect(await row(id)).toMatchObject({ category: 'active', snoozedUntil: null })
  expect(bench.ofType('request.woke')).toHaveLength(10)
})

describe('while it sleeps', () => {
  test('the customer’s answer wakes it, unless it was to sleep on', async () => {
    const { requestId, says } = await talk()
    await snooze(requestId, dayMs)
    bench.clock.advance(minuteMs)
    await says('Any news?')
    expect(await row(requestId)).toMatchObject({ snoozedUntil: null, wokeAt: bench.clock.now() })
    expect(bench.ofType('request.woke')).toMatchObject([{ facts: { why: 'answer' } }])
    await snooze(requestId, dayMs, false)
    await says('Hello?')
    expect(await row(requestId)).toMatchObject({ autoCloseAt: null, snoozedUntil: expect.any(Number) })
  })

  test('comments and a new limit of its type do not set its auto-close', async () => {
    const admin = await bench.operator('Admin', 'admin', [])
    const { id, requestId } = await talk()
    await snooze(requestId, dayMs)
    await bench.execute(addComment, anna, { activityId: id, clientCommentId: 'comment-1', text: 'waiting for parts' })
    await bench.execute(editRequestType, admin, { typeId: 'general', version: 1, patch: { autoCloseDays: 1 } })
    expect(await row(requestId)).toMatchObject({ autoCloseAt: null, autoCloseCheckAt: null })
    await bench.execute(wakeRequest, anna, { requestId })
    expect(await row(requestId)).toMatchObject({ autoCloseAt: bench.clock.now() + dayMs, wokeAt: null })
  })

  test('its task takes no place: the next one rings', async () => {
    const { requestId } = await talk()
    const next = await bench.task()
    await bench.settle()
    expect(await bench.row(next)).toMatchObject({ state: 'waiting' })
    await snooze(requestId, dayMs)
    await bench.sweep()
    expect(await bench.row(next)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })

  test('closing ends it for good', async () => {
    const { requestId } = await talk()
    await snooze(requestId, dayMs)
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    bench.clock.advance(2 * dayMs)
    await bench.sweep()
    expect(await row(requestId)).toMatchObject({ category: 'closed', snoozedUntil: null, wokeAt: null })
    expect(bench.ofType('request.woke')).toHaveLength(0)
  })

  test('another time replaces the first; undo ends it', async () => {
    const { requestId } = await talk()
    await snooze(requestId, dayMs)
    await snooze(requestId, 2 * dayMs, true, 'change-snooze-2')
    bench.clock.advance(dayMs)
    await bench.sweep()
    expect((await row(requestId)).snoozedUntil).not.toBeNull()
    await snooze(requestId, 3 * dayMs, true, 'change-snooze-3')
    await bench.execute(undoChange, anna, { requestId, change: 'change-snooze-3' })
    expect(await row(requestId)).toMatchObject({ snoozedUntil: null, wokeAt: null })
  })
})

test('is refused: closed, past, too far, by a stranger; waking what is awake', async () => {
  const { requestId } = await talk()
  const boris = await bench.desk('Boris', 1, ['q2'])
  const until = bench.clock.now() + dayMs
  expect(await refusal(snooze(requestId, -1))).toBe('INVALID_INPUT')
  expect(await refusal(snooze(requestId, 500 * dayMs))).toBe('INVALID_INPUT')
  expect(await refusal(bench.execute(snoozeRequest, boris, { requestId, until, wakesOnAnswer: true }))).toBe(
    'NOT_FOUND',
  )
  expect(await refusal(bench.execute(wakeRequest, anna, { requestId }))).toBe('NOT_ALLOWED_NOW')
  await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
  expect(await refusal(snooze(requestId, dayMs))).toBe('NOT_ALLOWED_NOW')
})
