import { dayMs, everyWeekday, hourMs, minuteMs, systemOutcome } from '@care/domain'
import { callbackSlots } from '@care/domain/callbacks'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system, type OperatorActor, type VisitorActor } from '../../kernel/actor.ts'
import { command } from '../../kernel/command.ts'
import { hashToken } from '../../kernel/token.ts'
import { callbackRow } from '../../testing/callback-row.ts'
import { monday, openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule } from '../activities/index.ts'
import { closeRequest, requestsModule, watchAutoClose } from '../requests/index.ts'
import { routingModule } from '../routing/index.ts'
import { askCallback, type AskInput } from './commands/ask-callback.ts'
import { cancelCallback, cancelCallbackByLink } from './commands/cancel-callback.ts'
import { moveCallback, moveCallbackByLink } from './commands/move-callback.ts'
import { type AttemptInput, noteAttempt } from './commands/note-attempt.ts'
import { planCallback } from './commands/plan-callback.ts'
import { queueCallback } from './commands/queue-callback.ts'
import { callbacksModule } from './index.ts'
import { callbackForMissedCall, type MissedCall } from './missed-call.ts'
import { slotsOfQueue } from './queries/linked-callback.ts'

let bench: Workbench
let anna: OperatorActor
let boris: OperatorActor
let visitor: VisitorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, routingModule, callbacksModule])
  anna = await bench.operator('Anna')
  boris = await bench.operator('Boris')
  visitor = await bench.visitor('Elena')
})
afterEach(() => bench.remove())

const at = monday + hourMs
const phone = '+48 601 234 567'
const asking = (over: Partial<AskInput> = {}): AskInput => ({
  phone,
  from: at,
  timeZone: 'Europe/Warsaw',
  note: '',
  page: '',
  linkHashOf: () => hashToken('token'),
  ...over,
})
const ask = (over: Partial<AskInput> = {}, who = visitor) => bench.execute(askCallback, who, asking(over))
const plan = (over = {}) =>
  bench.execute(planCallback, anna, { customerId: visitor.customerId, phone, at, note: 'About the pump', ...over })
const note = (activityId: string, over: Partial<AttemptInput> = {}, who = anna) =>
  bench.execute(noteAttempt, who, { activityId, number: 1, outcome: 'notReached', note: '', ...over })
const due = (activityId: string) => bench.execute(queueCallback, system, { activityId })

const rowOf = (activityId: string) => callbackRow(bench.store, activityId)
async function inProgress(): Promise<string> {
  const { activityId } = await plan()
  bench.clock.set(at)
  await due(activityId)
  await bench.give(activityId, 'anna')
  return activityId
}
async function keepHours(): Promise<void> {
  const { calendars, queues } = bench.store.t
  await bench.store.transact(async (tx) => {
    await tx.insert(calendars).values({
      id: 'hours',
      name: 'Hours',
      nameFolded: 'hours',
      timeZone: 'Europe/Warsaw',
      days: everyWeekday(9, 17),
      holidays: [],
      version: 1,
    })
    await tx.update(queues).set({ calendarId: 'hours' }).where(eq(queues.id, 'q'))
  })
}

describe('asked for in the widget', () => {
  test('it is a planned activity of his own request, and nobody is offered it', async () => {
    const { activityId } = await ask()
    const { activity, callback } = await rowOf(activityId)
    expect(activity).toMatchObject({ medium: 'callback', state: 'planned', queueId: 'q', eligibleSince: at })
    expect(activity.title).toBe('+48 601 234 567')
    expect(callback).toMatchObject({ phone: '+48601234567', origin: 'customer', dueAt: at, attempts: 0 })
    expect(bench.ofType('activity.queued')).toEqual([])
    expect(bench.ofType('callback.planned')).toMatchObject([{ facts: { why: 'asked', dueAt: at } }])
  })

  test('asked again it is the same one, at the new time, and the link before opens nothing', async () => {
    const { activityId } = await ask()
    const again = await ask({ from: at + callbackSlots.lengthMs, linkHashOf: () => hashToken('other') })
    expect(again.activityId).toBe(activityId)
    expect((await rowOf(activityId)).callback).toMatchObject({ slotFrom: at + callbackSlots.lengthMs })
    const cancel = (token: string) =>
      bench.execute(cancelCallbackByLink, { kind: 'nobody', address: '' }, { linkHash: hashToken(token) })
    expect(await refusal(cancel('token'))).toBe('NOT_FOUND')
    expect(await refusal(cancel('other'))).toBe('none')
  })

  test.each([
    ['PHONE_INVALID', { phone: 'call me' }],
    ['PHONE_INVALID', { phone: '123', timeZone: null }],
    ['NOT_ALLOWED_NOW', { from: at + minuteMs }],
    ['NOT_ALLOWED_NOW', { from: monday }],
  ])('%s for %j', async (code, over) => {
    expect(await refusal(ask(over))).toBe(code)
  })

  test('of four who want the same time at once three get it', async () => {
    const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => bench.visitor(name)))
    const codes = await Promise.all(people.map((who, i) => refusal(ask({ linkHashOf: () => hashToken(`t${i}`) }, who))))
    expect(codes.toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none', 'none', 'none'])
    const slots = await slotsOfQueue(bench.store.read, 'q', monday)
    expect(slots.map(({ from }) => from)).not.toContain(at)
  })

  test('as many at the same time as the queue takes', async () => {
    const { queues } = bench.store.t
    await bench.store.transact((tx) => tx.update(queues).set({ callbackPlaces: 1 }).where(eq(queues.id, 'q')))
    await ask()
    const other = await bench.visitor('Boleslav')
    const theirs = asking({ linkHashOf: () => hashToken('other') })
    expect(await refusal(bench.execute(askCallback, other, theirs))).toBe('NOT_ALLOWED_NOW')
    await bench.store.transact((tx) => tx.update(queues).set({ callbackPlaces: 2 }).where(eq(queues.id, 'q')))
    expect(await refusal(bench.execute(askCallback, other, theirs))).toBe('none')
  })

  test('only inside the opening hours of the queue', async () => {
    await keepHours()
    // 17:00 in Warsaw.
    const closing = Date.UTC(2026, 3, 6, 15)
    expect(await refusal(ask({ from: closing }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(ask({ from: closing - callbackSlots.lengthMs }))).toBe('none')
  })
})

describe('planned by an operator', () => {
  test.each([
    ['PHONE_INVALID', { phone: '' }],
    ['INVALID_INPUT', { at: monday }],
    ['INVALID_INPUT', { queueId: 'none' }],
    ['NOT_FOUND', { customerId: 'none' }],
    ['NOT_FOUND', { requestId: 'none' }],
  ])('%s for %j', async (code, over) => {
    expect(await refusal(plan(over))).toBe(code)
  })

  test('its request is not closed by itself before that, and for the days of its type after it', async () => {
    const late = monday + 20 * dayMs
    const { activityId } = await plan({ at: late })
    const requestId = (await rowOf(activityId)).activity.requestId
    bench.clock.set(monday + 6 * dayMs)
    const close = async () => {
      await bench.execute(watchAutoClose, system, { requestId })
      const closing = { requestId, outcome: systemOutcome, onlyIfDueBy: bench.clock.now() }
      return refusal(bench.execute(closeRequest, system, closing))
    }
    expect(await close()).toBe('NOT_ALLOWED_NOW')
    expect((await rowOf(activityId)).activity.state).toBe('planned')
    const { requests } = bench.store.t
    const [request] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
    expect(request?.autoCloseAt).toBe(late + 5 * dayMs)
  })

  test('moved, then cancelled; a cancelled one is neither moved nor due', async () => {
    const { activityId } = await plan()
    await bench.execute(moveCallback, anna, { activityId, at: at + hourMs })
    expect(await rowOf(activityId)).toMatchObject({
      activity: { state: 'planned', eligibleSince: at + hourMs },
      callback: { dueAt: at + hourMs, slotFrom: at + hourMs },
    })
    await bench.execute(cancelCallback, anna, { activityId })
    await bench.execute(cancelCallback, anna, { activityId })
    expect(await rowOf(activityId)).toMatchObject({
      activity: { state: 'ended', endReason: 'operatorEnded' },
      callback: { dueAt: null, cancelledBy: 'operator', cancelledAt: expect.any(Number) },
    })
    expect(bench.ofType('callback.cancelled')).toHaveLength(1)
    expect(await refusal(bench.execute(moveCallback, anna, { activityId, at: at + hourMs }))).toBe('NOT_ALLOWED_NOW')
    bench.clock.set(at + 2 * hourMs)
    expect(await refusal(due(activityId))).toBe('NOT_ALLOWED_NOW')
  })
})

describe('when its time has come', () => {
  test('it waits in its queue since it was due, once', async () => {
    const { activityId } = await plan()
    expect(await refusal(due(activityId))).toBe('NOT_ALLOWED_NOW')
    bench.clock.set(at + 5 * minuteMs)
    const codes = await Promise.all([refusal(due(activityId)), refusal(due(activityId))])
    expect(codes.toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none'])
    expect((await rowOf(activityId)).activity).toMatchObject({ state: 'waiting', eligibleSince: at })
    expect(bench.ofType('activity.queued')).toMatchObject([{ facts: { activityId, reason: 'new' } }])
  })

  test('not reached: it leaves his progress and waits for the next try', async () => {
    const activityId = await inProgress()
    await note(activityId, { note: 'No answer' })
    // The clock of a workbench goes on.
    const next = (await rowOf(activityId)).activity.eligibleSince
    expect(next - at - hourMs).toBeLessThan(minuteMs)
    expect(next).toBeGreaterThanOrEqual(at + hourMs)
    expect(await rowOf(activityId)).toMatchObject({
      activity: { state: 'planned', operatorId: null, acceptedAt: null },
      callback: { attempts: 1, lastOutcome: 'notReached', dueAt: next },
    })
    expect(bench.ofType('callback.planned').at(-1)).toMatchObject({ facts: { why: 'again', operatorId: 'anna' } })
    bench.clock.set(next)
    await due(activityId)
    expect(bench.ofType('activity.queued').at(-1)).toMatchObject({ facts: { reason: 'returned' } })
  })

  test('given up after three tries, with what came of the last', async () => {
    const activityId = await inProgress()
    for (const number of [1, 2, 3]) {
      await note(activityId, { number, outcome: number === 3 ? 'busy' : 'notReached' })
      if (number < 3) await bench.give(activityId, 'anna')
    }
    expect(await rowOf(activityId)).toMatchObject({
      activity: { state: 'ended', endReason: 'operatorEnded' },
      callback: { attempts: 3, lastOutcome: 'busy', dueAt: null },
    })
    expect(bench.ofType('callback.tried').at(-1)).toMatchObject({ facts: { isGivenUp: true, number: 3 } })
  })

  test.each(['reached', 'wrongNumber'] as const)('%s ends it', async (outcome) => {
    const activityId = await inProgress()
    await note(activityId, { outcome })
    expect((await rowOf(activityId)).activity.state).toBe('ended')
  })

  test('two note the same try: one counts, the other is told who was faster', async () => {
    const vera = await bench.operator('Vera', 'supervisor')
    const activityId = await inProgress()
    const codes = await Promise.all([
      refusal(note(activityId, { outcome: 'reached' })),
      refusal(note(activityId, { outcome: 'reached' }, vera)),
    ])
    expect(codes.toSorted()).toEqual(['ALREADY_TAKEN', 'none'])
    const { callbackAttempts } = bench.store.t
    expect(await bench.store.read.$count(callbackAttempts)).toBe(1)
    expect(bench.ofType('callback.tried')).toHaveLength(1)
  })

  test.each([
    ['FORBIDDEN', {}, () => boris],
    ['INVALID_INPUT', { outcome: 'later' }, () => anna],
    ['INVALID_INPUT', { nextTryAt: monday }, () => anna],
    ['NOT_ALLOWED_NOW', { number: 3 }, () => anna],
  ] as const)('%s for a try %j', async (code, over, who) => {
    const activityId = await inProgress()
    expect(await refusal(note(activityId, over, who()))).toBe(code)
  })
})

describe('the customer’s link', () => {
  const nobody = { kind: 'nobody', address: '' } as const
  const linkHash = hashToken('token')

  test('moves it into a free slot and cancels it', async () => {
    const { activityId } = await ask()
    const from = at + callbackSlots.lengthMs
    expect(await refusal(bench.execute(moveCallbackByLink, nobody, { linkHash, from: from + 1 }))).toBe(
      'NOT_ALLOWED_NOW',
    )
    await bench.execute(moveCallbackByLink, nobody, { linkHash, from })
    expect((await rowOf(activityId)).callback.dueAt).toBe(from)
    await bench.execute(cancelCallbackByLink, nobody, { linkHash })
    expect(await rowOf(activityId)).toMatchObject({
      activity: { state: 'ended', endReason: 'customerLeft' },
      callback: { cancelledBy: 'customer' },
    })
  })

  test('a forged one, and one whose call back is over since a day, open nothing', async () => {
    await ask()
    const forged = { linkHash: hashToken('forged') }
    expect(await refusal(bench.execute(cancelCallbackByLink, nobody, forged))).toBe('NOT_FOUND')
    await bench.execute(cancelCallbackByLink, nobody, { linkHash })
    bench.clock.set(monday + 24 * hourMs + minuteMs)
    expect(await refusal(bench.execute(cancelCallbackByLink, nobody, { linkHash }))).toBe('NOT_FOUND')
  })

  test('not while he is being called', async () => {
    const { activityId } = await ask()
    bench.clock.set(at)
    await due(activityId)
    await bench.give(activityId, 'anna')
    expect(await refusal(bench.execute(cancelCallbackByLink, nobody, { linkHash }))).toBe('NOT_ALLOWED_NOW')
    const from = at + hourMs
    expect(await refusal(bench.execute(moveCallbackByLink, nobody, { linkHash, from }))).toBe('NOT_ALLOWED_NOW')
  })
})

describe('made from a missed call', () => {
  const missCall = command({
    name: 'miss-call-of-test',
    action: [],
    load: (_ctx, _call: MissedCall) => Promise.resolve(null),
    allow: () => false,
    run: (ctx, _none, call) => callbackForMissedCall(ctx, call),
  })
  const miss = (over: Partial<MissedCall> = {}) =>
    bench.execute(missCall, system, {
      customerId: visitor.customerId,
      queueId: 'q',
      typeId: 'general',
      source: '',
      siteId: null,
      skills: [],
      phone: '+48601234567',
      ...over,
    })

  test('due at once, and once for a caller and hour, also when two end together', async () => {
    const [one, other] = await Promise.all([miss(), miss({ phone })])
    expect([one, other].filter((made) => made === null)).toHaveLength(1)
    const { activityId } = one ?? other ?? { activityId: '' }
    const { callback } = await rowOf(activityId)
    expect(callback).toMatchObject({ origin: 'missedCall', dueAt: callback.createdAt })
    await due(activityId)
    expect(await miss({ phone: '+48601234568' })).not.toBeNull()
    bench.clock.set(monday + hourMs - minuteMs)
    expect(await miss()).toBeNull()
    bench.clock.set(monday + hourMs + minuteMs)
    expect(await miss()).not.toBeNull()
  })

  test('out of hours it is due when the queue opens; a hidden number makes none', async () => {
    await keepHours()
    bench.clock.set(Date.UTC(2026, 3, 6, 20))
    const made = await miss()
    // 9:00 in Warsaw on Tuesday.
    expect((await rowOf(made?.activityId ?? '')).callback.dueAt).toBe(Date.UTC(2026, 3, 7, 7))
    expect(await miss({ phone: 'anonymous' })).toBeNull()
  })
})
