import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { closeRequest } from '../requests/index.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { endActivity } from './commands/end-activity.ts'
import { returnTask } from './commands/return-task.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeNext } from './commands/take-next.ts'
import { takeTask } from './commands/take-task.ts'

let bench: RoutingBench
let anna: OperatorActor
let vera: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterEach(() => bench.remove())

/** Nobody is rung while she is busy: tests of taking by hand. */
const busy = () => bench.execute(setPresence, anna, { chosen: 'busy', awayReason: null })
const requestOf = async (activityId: string) => {
  const { requests } = bench.store.t
  const [found] = await bench.store.read
    .select()
    .from(requests)
    .where(eq(requests.id, (await bench.row(activityId)).requestId))
  return found
}

describe('taking by hand', () => {
  test('beyond capacity, of an own queue', async () => {
    await busy()
    for (const id of [await bench.task(), await bench.task()]) {
      await bench.execute(takeTask, anna, { activityId: id })
      expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna' })
      expect(await requestOf(id)).toMatchObject({ assigneeId: 'anna', category: 'active' })
    }
    expect(bench.ofType('task.accepted').map((event) => (event.facts as { how: string }).how)).toEqual(['hand', 'hand'])
  })
  test('exactly one of twenty wins, the others are told who', async () => {
    const takers = await Promise.all(Array.from({ length: 20 }, (_, i) => bench.operator(`Taker${i}`)))
    const id = await bench.task()
    const results = await Promise.all(
      takers.map((taker) =>
        bench.execute(takeTask, taker, { activityId: id }).then(
          () => null,
          (error: { code: string; details: { by: { id: string; name: string } } }) => error,
        ),
      ),
    )
    const winner = takers.find((_, i) => results[i] === null)
    expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: winner?.id })
    const losers = results.filter((result) => result !== null)
    expect(losers).toHaveLength(19)
    for (const { code, details } of losers) {
      expect(code).toBe('ALREADY_TAKEN')
      expect(details.by).toEqual({ id: winner?.id, name: winner?.name })
    }
    expect(bench.ofType('task.accepted')).toHaveLength(1)
  })
  test('of a foreign queue only with requests.viewAll; never by a dispatcher; not what has ended', async () => {
    await busy()
    const cyril = await bench.desk('Cyril', 1, ['q2'])
    const dora = await bench.operator('Dora', 'dispatcher')
    const id = await bench.task()
    expect(await refusal(bench.execute(takeTask, cyril, { activityId: id }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(takeTask, dora, { activityId: id }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(takeTask, anna, { activityId: 'nothing' }))).toBe('NOT_FOUND')
    await bench.execute(takeTask, vera, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ operatorId: 'vera' })
    await bench.execute(endActivity, vera, { activityId: id })
    expect(await refusal(bench.execute(takeTask, vera, { activityId: id }))).toBe('NOT_ALLOWED_NOW')
  })
  test('no second call', async () => {
    await busy()
    const [first, second] = [await bench.task({ medium: 'call' }), await bench.task({ medium: 'call' })]
    await bench.execute(takeTask, anna, { activityId: first })
    expect(await refusal(bench.execute(takeTask, anna, { activityId: second }))).toBe('NOT_ALLOWED_NOW')
    expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: null })
  })
})

describe('taking the next', () => {
  test('VIP first, then who waits longest; null when none waits', async () => {
    await busy()
    const ordinary = await bench.task()
    const vip = await bench.task({ isVip: true })
    await bench.task({ queueId: 'q2' })
    expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: vip })
    expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: ordinary })
    expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: null })
  })
  test('what rings at oneself comes first', async () => {
    const mine = await bench.task()
    await bench.settle()
    await bench.task()
    expect(await bench.execute(takeNext, anna, {})).toEqual({ activityId: mine })
    expect(await bench.offersOf(mine)).toMatchObject([{ result: 'accepted' }])
  })
  test('twenty at the same time get twenty different ones', async () => {
    await busy()
    const ids = await Promise.all(Array.from({ length: 20 }, () => bench.task()))
    const takers = await Promise.all(Array.from({ length: 20 }, (_, i) => bench.operator(`Taker${i}`)))
    const taken = await Promise.all(takers.map((taker) => bench.execute(takeNext, taker, {})))
    expect(new Set(taken.map((result) => result.activityId))).toEqual(new Set(ids))
  })
})

describe('returning', () => {
  const accepted = async (): Promise<string> => {
    const id = await bench.task()
    await bench.settle()
    await bench.execute(acceptOffer, anna, { activityId: id })
    return id
  }
  test('keeps its old place, frees request and operator, and rings at somebody else', async () => {
    const id = await accepted()
    const before = await bench.row(id)
    bench.clock.advance(60_000)
    const newer = await bench.task()
    await bench.execute(returnTask, anna, { activityId: id, reason: 'Needs a technician' })
    await bench.settle()
    const after = await bench.row(id)
    expect(after).toMatchObject({
      state: 'waiting',
      operatorId: null,
      acceptedAt: null,
      eligibleSince: before.eligibleSince,
    })
    expect(await requestOf(id)).toMatchObject({ assigneeId: null, queueId: 'q', lastOperatorId: 'anna' })
    // Not at her again at once, so she gets the other one.
    expect(await bench.row(newer)).toMatchObject({ offeredToId: 'anna' })
    const boris = await bench.desk('Boris', 2)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ offeredToId: 'boris' })
    await bench.execute(acceptOffer, boris, { activityId: id })
    expect(bench.ofType('task.returned')).toMatchObject([{ facts: { operatorId: 'anna', reason: 'byHand' } }])
    expect(bench.ofType('activity.queued').at(-1)).toMatchObject({ facts: { reason: 'returned', queueId: 'q' } })
    const { comments } = bench.store.t
    expect(await bench.store.read.select().from(comments)).toMatchObject([
      { activityId: id, authorId: 'anna', text: 'Needs a technician' },
    ])
    expect(JSON.stringify(bench.ofType('task.returned'))).not.toContain('technician')
  })
  test('begins a new round: who missed it before may be rung again', async () => {
    const boris = await bench.desk('Boris', 1)
    const id = await bench.task()
    await bench.settle()
    const first = (await bench.row(id)).offeredToId === 'anna' ? anna : boris
    const second = first === anna ? boris : anna
    bench.clock.advance(30_000)
    await bench.sweep()
    await bench.execute(acceptOffer, second, { activityId: id })
    await bench.execute(returnTask, second, { activityId: id })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: first.id })
  })
  test('only one’s own, others’ with requests.assign, and only what is in progress', async () => {
    const boris = await bench.desk('Boris')
    const id = await bench.task()
    expect(await refusal(bench.execute(returnTask, vera, { activityId: id }))).toBe('NOT_ALLOWED_NOW')
    await bench.execute(takeTask, anna, { activityId: id })
    expect(await refusal(bench.execute(returnTask, boris, { activityId: id }))).toBe('FORBIDDEN')
    await bench.execute(returnTask, vera, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    expect(await refusal(bench.execute(returnTask, anna, { activityId: id }))).toBe('FORBIDDEN')
  })
  test('by two at the same time happens once', async () => {
    const id = await accepted()
    const results = await Promise.all(
      [anna, vera].map((actor) => refusal(bench.execute(returnTask, actor, { activityId: id }))),
    )
    expect(results.filter((result) => result === 'none')).toHaveLength(1)
    expect(bench.ofType('task.returned')).toHaveLength(1)
  })
})

describe('ending', () => {
  test('ends the talk, keeps the request open, makes idle and gives the next', async () => {
    const [id, next] = [await bench.task(), await bench.task()]
    await bench.settle()
    await bench.execute(acceptOffer, anna, { activityId: id })
    bench.clock.advance(5_000)
    await bench.execute(endActivity, anna, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ state: 'ended', endReason: 'operatorEnded', operatorId: 'anna' })
    expect((await requestOf(id))?.category).toBe('active')
    expect((await bench.presence('anna')).idleSince).toBe((await bench.row(id)).endedAt)
    await bench.settle()
    expect(await bench.row(next)).toMatchObject({ offeredToId: 'anna' })
    expect(await refusal(bench.execute(endActivity, anna, { activityId: id }))).toBe('NOT_ALLOWED_NOW')
  })
  test('not a colleague’s, not what waits', async () => {
    const id = await bench.task()
    const boris = await bench.desk('Boris')
    expect(await refusal(bench.execute(endActivity, boris, { activityId: id }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(endActivity, vera, { activityId: id }))).toBe('NOT_ALLOWED_NOW')
    await bench.execute(takeTask, anna, { activityId: id })
    expect(await refusal(bench.execute(endActivity, boris, { activityId: id }))).toBe('FORBIDDEN')
    await bench.execute(endActivity, vera, { activityId: id })
    expect(await bench.row(id)).toMatchObject({ state: 'ended' })
  })
  test('closing the request while it rings ends the offer', async () => {
    const id = await bench.task()
    await bench.settle()
    await bench.execute(closeRequest, vera, { requestId: (await bench.row(id)).requestId, outcome: 'solved' })
    expect(await bench.row(id)).toMatchObject({ state: 'ended', offeredToId: null, offerExpiresAt: null })
    expect(await bench.offersOf(id)).toMatchObject([{ result: 'withdrawn' }])
    expect(await refusal(bench.execute(acceptOffer, anna, { activityId: id }))).toBe('OFFER_OVER')
  })
})
