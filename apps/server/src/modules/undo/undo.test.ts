import { dayMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { moveActivity } from '../activities/commands/move-activity.ts'
import { receiveMessage } from '../activities/index.ts'
import { closeRequest } from '../requests/index.ts'
import { addRequest } from '../requests/commands/add-request.ts'
import { reopenRequest } from '../requests/commands/reopen-request.ts'
import { acceptOffer } from '../routing/commands/accept-offer.ts'
import { endActivity } from '../routing/commands/end-activity.ts'
import { returnTask } from '../routing/commands/return-task.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { undoChange } from './commands/undo-change.ts'
import { undoWithinMs } from './put-back.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 4)
})
afterEach(() => bench.remove())

let made = 0
const named = () => ({ requestId: `change-${(made += 1)}` })
const requestRow = async (requestId: string) => {
  const { requests } = bench.store.t
  const [row] = await bench.store.read.select().from(requests).where(eq(requests.id, requestId))
  return row
}
const undo = (actor: OperatorActor, requestId: string, change: { requestId: string }) =>
  bench.execute(undoChange, actor, { requestId, change: change.requestId })

/** A chat in Anna's progress. */
async function talk() {
  const visitor = await bench.visitor('Jonas')
  const id = await bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
  await bench.execute(takeTask, anna, { activityId: id })
  const { requestId } = await bench.row(id)
  const says = (text: string) =>
    bench.execute(receiveMessage, visitor, { clientMessageId: `key-${text}`, text, attachmentIds: [] })
  return { id, requestId, visitor, says }
}
/** What a change and its undo must leave as it was: all but the counter of changes. */
const still = <R extends { version: number }>(row: R) => ({ ...row, version: null })

describe('closing', () => {
  const close = (requestId: string, change: { requestId: string }) =>
    bench.execute(closeRequest, anna, { requestId, outcome: 'solved', note: 'done', askForRating: true }, change)

  test('comes back whole: stage and its time, clock, tasks with their operator', async () => {
    const { id, requestId, says } = await talk()
    await says('Hello?')
    bench.clock.advance(dayMs)
    const before = [await requestRow(requestId), await bench.row(id)] as const
    const change = named()
    await close(requestId, change)
    expect(await bench.row(id)).toMatchObject({ state: 'ended', endReason: 'closed' })
    bench.clock.advance(4_000)
    await undo(anna, requestId, change)
    const [request, activity] = [await requestRow(requestId), await bench.row(id)]
    if (!request || !before[0]) throw new Error('no request')
    expect(still(request)).toEqual(still(before[0]))
    expect(still(activity)).toEqual(still(before[1]))
    expect(bench.events.slice(-3).map((event) => event.type)).toEqual([
      'task.accepted',
      'request.reopened',
      'change.undone',
    ])
  })

  test('what had waited waits again in its old place', async () => {
    const { requestId, visitor } = await talk()
    const waiting = await bench.task({ customerId: visitor.customerId, medium: 'email' })
    const before = await bench.row(waiting)
    const change = named()
    await close(requestId, change)
    await undo(anna, requestId, change)
    expect(await bench.row(waiting)).toMatchObject({ state: 'waiting', eligibleSince: before.eligibleSince })
    await bench.settle()
    expect(await bench.row(waiting)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })

  test('is refused to another, too late, twice, after a new message or a new edit, and changes nothing then', async () => {
    const vera = await bench.operator('Vera', 'supervisor', [])
    const { id, requestId, says } = await talk()
    const change = named()
    await close(requestId, change)
    expect(await refusal(undo(vera, requestId, change))).toBe('NOT_FOUND')
    expect(await refusal(undo(anna, requestId, named()))).toBe('NOT_FOUND')
    bench.clock.advance(undoWithinMs + 1)
    expect(await refusal(undo(anna, requestId, change))).toBe('NOT_ALLOWED_NOW')

    await bench.execute(reopenRequest, anna, { requestId })
    const second = named()
    await close(requestId, second)
    await undo(anna, requestId, second)
    expect(await refusal(undo(anna, requestId, second))).toBe('NOT_ALLOWED_NOW')

    const third = named()
    await close(requestId, third)
    await says('Still broken')
    const answered = await bench.row(id)
    expect(await refusal(undo(anna, requestId, third))).toBe('NOT_ALLOWED_NOW')
    expect(await bench.row(id)).toEqual(answered)
  })

  test('of two undos at once one does it', async () => {
    const { requestId } = await talk()
    const change = named()
    await close(requestId, change)
    const results = await Promise.all([refusal(undo(anna, requestId, change)), refusal(undo(anna, requestId, change))])
    expect(results.toSorted()).toEqual(['NOT_ALLOWED_NOW', 'none'])
  })
})

describe('moving', () => {
  test('back from a new request, which goes with it; comments go along both ways', async () => {
    const { id, requestId } = await talk()
    await bench.execute(addComment, anna, { activityId: id, clientCommentId: 'comment-1', text: 'look' })
    bench.clock.advance(1_000)
    const change = named()
    await bench.execute(moveActivity, anna, { activityId: id, requestId: null }, change)
    const target = (await bench.row(id)).requestId
    expect(target).not.toBe(requestId)
    await undo(anna, target, change)
    expect((await bench.row(id)).requestId).toBe(requestId)
    expect(await requestRow(target)).toBeUndefined()
    const { comments } = bench.store.t
    expect(await bench.store.read.select().from(comments)).toMatchObject([{ requestId }])
  })

  test('back from an existing request, asked from either side; not when it was worked on there', async () => {
    const { id, requestId, visitor } = await talk()
    const { requestId: other } = await bench.execute(addRequest, anna, {
      customerId: visitor.customerId,
      title: 'Other',
      description: '',
      priority: 'normal',
    })
    for (const from of [requestId, other]) {
      const change = named()
      await bench.execute(moveActivity, anna, { activityId: id, requestId: other }, change)
      await undo(anna, from, change)
      expect((await bench.row(id)).requestId).toBe(requestId)
      expect(await requestRow(other)).toBeDefined()
    }
    const change = named()
    await bench.execute(moveActivity, anna, { activityId: id, requestId: other }, change)
    await bench.execute(closeRequest, anna, { requestId, outcome: 'solved' })
    expect(await refusal(undo(anna, other, change))).toBe('NOT_ALLOWED_NOW')
    expect((await bench.row(id)).requestId).toBe(other)
  })
})

describe('giving back', () => {
  test('is undone while it waits or rings at a colleague, and not after he accepted', async () => {
    const boris = await bench.desk('Boris')
    const { id, requestId } = await talk()
    const before = await requestRow(requestId)
    const change = named()
    await bench.execute(returnTask, anna, { activityId: id }, change)
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'boris' })
    await undo(anna, requestId, change)
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', offeredToId: null })
    expect((await requestRow(requestId))?.assigneeId).toBe(before?.assigneeId)
    expect(bench.ofType('offer.withdrawn')).toMatchObject([{ facts: { operatorId: 'boris' } }])

    const again = named()
    await bench.execute(returnTask, anna, { activityId: id }, again)
    await bench.settle()
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect(await refusal(undo(anna, requestId, again))).toBe('NOT_ALLOWED_NOW')
    expect(await bench.row(id)).toMatchObject({ operatorId: 'boris' })
  })
})

test('ending a talk by hand is undone too', async () => {
  const { id, requestId } = await talk()
  const change = named()
  await bench.execute(endActivity, anna, { activityId: id }, change)
  await undo(anna, requestId, change)
  expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', endedAt: null })
})

test('what cannot be undone says so', async () => {
  const { id, requestId } = await talk()
  const change = named()
  await bench.execute(addComment, anna, { activityId: id, clientCommentId: 'comment-2', text: 'said' }, change)
  expect(await refusal(undo(anna, requestId, change))).toBe('NOT_ALLOWED_NOW')
})

test('any changes, each undone at once, leave everything as it was', async () => {
  const { id, requestId } = await talk()
  const steps = {
    close: (change: { requestId: string }) =>
      bench.execute(closeRequest, anna, { requestId, outcome: 'duplicate' }, change),
    move: (change: { requestId: string }) =>
      bench.execute(moveActivity, anna, { activityId: id, requestId: null }, change),
    end: (change: { requestId: string }) => bench.execute(endActivity, anna, { activityId: id }, change),
  }
  const names = Object.keys(steps) as Array<keyof typeof steps>
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }), async (order) => {
      const before = still(await bench.row(id))
      const stage = (await requestRow(requestId))?.stage
      for (const name of order) {
        const change = named()
        await steps[name](change)
        await undo(anna, requestId, change)
      }
      expect(still(await bench.row(id))).toEqual(before)
      expect(await requestRow(requestId)).toMatchObject({ stage, closedAt: null, outcome: null, assigneeId: 'anna' })
      const { requests } = bench.store.t
      expect(await bench.store.read.select({ id: requests.id }).from(requests)).toHaveLength(1)
    }),
    { numRuns: 15 },
  )
})
