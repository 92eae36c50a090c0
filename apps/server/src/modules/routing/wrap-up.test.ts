import { activityDetails as activitySchema } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { leaveChat } from '../../channels/chat/commands/leave-chat.ts'
import { widgetChat } from '../../channels/chat/queries/widget-chat.ts'
import type { OperatorActor, VisitorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { activityDetails, receiveMessage } from '../activities/index.ts'
import { extendWrapUp } from '../activities/commands/extend-wrap-up.ts'
import { finishWrapUp } from '../activities/commands/finish-wrap-up.ts'
import { saveWrapUp } from '../activities/commands/save-wrap-up.ts'
import { sendMessage } from '../activities/commands/send-message.ts'
import { closeRequest } from '../requests/index.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { endActivity } from './commands/end-activity.ts'
import { takeTask } from './commands/take-task.ts'
import { leaveDesk } from './leave-desk.ts'
import { command } from '../../kernel/command.ts'
import { myTasks } from './queries/my-tasks.ts'
import { presenceOf } from './queries/presence-of.ts'

let bench: RoutingBench
let anna: OperatorActor
let jonas: VisitorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 4)
  jonas = await bench.visitor('Jonas')
  await bench.store.transact((tx) => tx.update(tx.t.queues).set({ wrapUpSeconds: 60 }).where(eq(tx.t.queues.id, 'q')))
})
afterEach(() => bench.remove())

/** A chat of Jonas in Anna's progress. */
async function held(medium: 'chat' | 'email' = 'chat'): Promise<{ id: string; requestId: string }> {
  const id = await bench.task({ medium, customerId: jonas.customerId, visitorId: jonas.id })
  await bench.execute(takeTask, anna, { activityId: id })
  return { id, requestId: (await bench.row(id)).requestId }
}
const end = (activityId: string, by = anna, change = 'change-end-1') =>
  bench.execute(endActivity, by, { activityId }, { requestId: change })
const done = (activityId: string, outcome: string | null, comment = '', change = 'change-done-1') =>
  bench.execute(finishWrapUp, anna, { activityId, given: { outcome, comment } }, { requestId: change })
const details = (id: string) => activityDetails(bench.services, anna, id)
const comments = () => bench.store.read.select().from(bench.store.t.comments)
const line = (text: string) => ({ clientMessageId: `key-${Math.random()}`, text, attachmentIds: [] })

describe('begins', () => {
  test('when its operator ends the talk: for the customer it is over, for him it is a task that holds offers back', async () => {
    const { id } = await held()
    await end(id)
    const until = bench.clock.now() + 60_000
    expect(await bench.row(id)).toMatchObject({
      state: 'wrapUp',
      operatorId: 'anna',
      wrapUpUntil: until,
      endReason: 'operatorEnded',
      endedAt: bench.clock.now(),
    })
    expect(await widgetChat(bench.store.read, jonas.id)).toMatchObject({ state: 'ended', canRate: true })
    expect(await myTasks(bench.store.read, 'anna')).toMatchObject([{ state: 'wrapUp', wrapUpUntil: until }])
    expect((await presenceOf(bench.store.read, 'anna', bench.clock.now())).load.chat).toEqual({ taken: 1, places: 4 })
    const shown = await details(id)
    expect(activitySchema.parse(shown)).toEqual(shown)
    expect(shown).toMatchObject({
      abilities: { reply: false, giveBack: false, transfer: false, end: false, wrapUp: true, comment: true },
      wrapUp: { until, canHaveMore: true, defaultOutcome: 'solved', draft: { outcome: null, comment: '' } },
    })
    expect(await refusal(bench.execute(sendMessage, anna, { activityId: id, message: line('Hi') }))).toBe(
      'NOT_ALLOWED_NOW',
    )
    // Three places are free, and nothing rings before he is done.
    const next = await bench.task()
    await bench.settle()
    expect((await bench.row(next)).state).toBe('waiting')
    await done(id, 'notSolved')
    await bench.settle()
    expect(await bench.row(next)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })

  test('when the customer leaves; not when he was never answered, not by closing, not where the queue has none', async () => {
    const { id } = await held()
    await bench.execute(leaveChat, jonas, {})
    expect(await bench.row(id)).toMatchObject({ state: 'wrapUp', endReason: 'customerLeft' })

    const second = await held('email')
    await bench.execute(closeRequest, anna, { requestId: second.requestId, outcome: 'duplicate' })
    // Closing does the wrap-up of all its tasks with its own outcome.
    for (const one of [id, second.id])
      expect(await bench.row(one)).toMatchObject({ state: 'ended', outcome: 'duplicate', wrapUpUntil: null })

    const waiting = await bench.visitor()
    const never = await bench.task({ customerId: waiting.customerId, visitorId: waiting.id })
    await bench.execute(leaveChat, waiting, {})
    expect(await bench.row(never)).toMatchObject({ state: 'ended', outcome: null })

    await bench.store.transact((tx) => tx.update(tx.t.queues).set({ wrapUpSeconds: 0 }))
    const third = await held('email')
    await end(third.id)
    expect(await bench.row(third.id)).toMatchObject({ state: 'ended', wrapUpUntil: null })
  })
})

describe('ends', () => {
  test('with outcome and comment of its operator', async () => {
    const { id, requestId } = await held()
    await end(id)
    await done(id, 'notSolved', 'Waits for a part')
    expect(await bench.row(id)).toMatchObject({ state: 'ended', outcome: 'notSolved', endReason: 'operatorEnded' })
    expect(await comments()).toMatchObject([{ text: 'Waits for a part', authorId: 'anna', activityId: id }])
    expect(bench.ofType('wrapUp.ended')).toMatchObject([{ facts: { why: 'done', isDefault: false } }])
    expect(await bench.store.read.select().from(bench.store.t.wrapUpDrafts)).toEqual([])
    expect((await bench.presence('anna')).idleSince).toBe(bench.clock.now())
    expect(await refusal(done(id, 'solved'))).toBe('NOT_ALLOWED_NOW')
    // The request stays open.
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    expect(await bench.row(id)).toMatchObject({ outcome: 'notSolved' })
  })

  test('when its time is up, never before: what is typed so far is saved, the type’s outcome recorded', async () => {
    const { id } = await held()
    await end(id)
    await bench.execute(saveWrapUp, anna, { activityId: id, outcome: null, comment: 'Half a sent' })
    expect((await details(id)).wrapUp?.draft).toEqual({ outcome: null, comment: 'Half a sent' })
    bench.clock.advance(59_999)
    await bench.sweep()
    expect((await bench.row(id)).state).toBe('wrapUp')
    bench.clock.advance(1)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'ended', outcome: 'solved' })
    expect(await comments()).toMatchObject([{ text: 'Half a sent', authorId: 'anna' }])
    expect(bench.ofType('wrapUp.ended')).toMatchObject([
      { facts: { why: 'time', isDefault: true }, actor: { kind: 'system' } },
    ])

    await bench.store.transact((tx) => tx.update(tx.t.requestTypes).set({ defaultOutcome: 'noAnswer' }))
    const second = await held('email')
    await end(second.id)
    bench.clock.advance(60_000)
    await bench.sweep()
    expect(await bench.row(second.id)).toMatchObject({ outcome: 'noAnswer' })

    const third = await held('email')
    await end(third.id)
    await bench.execute(saveWrapUp, anna, { activityId: third.id, outcome: 'duplicate', comment: '' })
    bench.clock.advance(60_000)
    await bench.sweep()
    expect(await bench.row(third.id)).toMatchObject({ outcome: 'duplicate' })
  })

  test('later with more time, three limits in all', async () => {
    const { id } = await held()
    await end(id)
    const endedAt = bench.clock.now()
    const more = () => bench.execute(extendWrapUp, anna, { activityId: id })
    for (const [waits, until] of [
      [50_000, 110_000],
      [55_000, 165_000],
      [55_000, 180_000],
    ] as const) {
      bench.clock.advance(waits)
      await more()
      expect((await bench.row(id)).wrapUpUntil).toBe(endedAt + until)
    }
    expect((await details(id)).wrapUp?.canHaveMore).toBe(false)
    expect(await refusal(more())).toBe('NOT_ALLOWED_NOW')
  })

  test('when he signs out, with what he had typed', async () => {
    const { id } = await held()
    await end(id)
    await bench.execute(saveWrapUp, anna, { activityId: id, outcome: 'duplicate', comment: 'See above' })
    const leave = command({
      name: 'leave',
      action: 'signedIn',
      load: async () => null,
      allow: () => true,
      run: (ctx) => leaveDesk(ctx, 'anna', 'keep'),
    })
    await bench.execute(leave, anna, {})
    expect(await bench.row(id)).toMatchObject({ state: 'ended', outcome: 'duplicate' })
    expect(await comments()).toMatchObject([{ text: 'See above' }])
  })

  test('not at all when the customer writes on: the talk goes on with its operator, what he typed is kept', async () => {
    const { id } = await held()
    await end(id)
    await bench.execute(saveWrapUp, anna, { activityId: id, outcome: null, comment: 'Half' })
    await bench.execute(receiveMessage, jonas, line('One more thing'))
    expect(await bench.row(id)).toMatchObject({
      state: 'active',
      operatorId: 'anna',
      wrapUpUntil: null,
      endedAt: null,
      unread: 1,
    })
    expect(bench.ofType('activity.resumed')).toHaveLength(1)
    expect(await widgetChat(bench.store.read, jonas.id)).toMatchObject({ state: 'active' })
    bench.clock.advance(60_000)
    await bench.sweep()
    expect((await bench.row(id)).state).toBe('active')
    await end(id)
    expect((await details(id)).wrapUp?.draft.comment).toBe('Half')
  })
})

describe('is refused', () => {
  test('an unknown or a system outcome, a stranger, what is not wrapped up', async () => {
    const { id } = await held()
    const boris = await bench.desk('Boris')
    expect(await refusal(done(id, 'solved'))).toBe('NOT_ALLOWED_NOW')
    await end(id)
    for (const outcome of ['nonsense', 'noActivity']) {
      expect(await refusal(done(id, outcome))).toBe('INVALID_INPUT')
      expect(await refusal(bench.execute(saveWrapUp, anna, { activityId: id, outcome, comment: '' }))).toBe(
        'INVALID_INPUT',
      )
    }
    const his = { activityId: id, given: { outcome: 'solved', comment: '' } }
    expect(await refusal(bench.execute(finishWrapUp, boris, his))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(finishWrapUp, anna, { activityId: id }))).toBe('FORBIDDEN')
    expect((await bench.row(id)).state).toBe('wrapUp')
  })

  test('two who end one talk: the slower one is told who did', async () => {
    const vera = await bench.operator('Vera', 'supervisor', [])
    const { id, requestId } = await held()
    await end(id, vera, 'change-end-2')
    await expect(end(id)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { by: { name: 'Vera' } } })
    await bench.execute(closeRequest, vera, { requestId, outcome: 'solved' })
    const close = bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    await expect(close).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { by: { name: 'Vera' } } })
  })
})

describe('undone', () => {
  const undo = (requestId: string, change: string) => bench.execute(undoChange, anna, { requestId, change })

  test('ending the talk: it goes on; being done: it is wrapped up again, with half a minute at least', async () => {
    const { id, requestId } = await held()
    await end(id)
    await undo(requestId, 'change-end-1')
    expect(await bench.row(id)).toMatchObject({ state: 'active', wrapUpUntil: null, endedAt: null, endReason: null })

    await end(id, anna, 'change-end-3')
    bench.clock.advance(50_000)
    await done(id, 'notSolved', 'Said')
    await undo(requestId, 'change-done-1')
    expect(await bench.row(id)).toMatchObject({
      state: 'wrapUp',
      outcome: null,
      wrapUpUntil: bench.clock.now() + 30_000,
    })
    expect((await details(id)).wrapUp?.draft).toEqual({ outcome: 'notSolved', comment: '' })
    await done(id, 'notSolved', '', 'change-done-2')
    expect(await comments()).toHaveLength(1)
  })

  test('closing: the request is open and its task is wrapped up again', async () => {
    const { id, requestId } = await held()
    await end(id)
    const options = { requestId: 'change-close-1' }
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' }, options)
    await undo(requestId, 'change-close-1')
    expect(await bench.row(id)).toMatchObject({ state: 'wrapUp', outcome: null, operatorId: 'anna' })
  })
})
