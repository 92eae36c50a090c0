import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system, type OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { missOffer } from './commands/miss-offer.ts'
import { offerTask } from './commands/offer-task.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import { withdrawOffer } from './commands/withdraw-offer.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
})
afterEach(() => bench.remove())

const ringing = async (): Promise<string> => {
  const id = await bench.task()
  await bench.settle()
  return id
}
const requestOf = async (activityId: string) => {
  const { requests } = bench.store.t
  const [found] = await bench.store.read
    .select()
    .from(requests)
    .where(eq(requests.id, (await bench.row(activityId)).requestId))
  return found
}

describe('offering', () => {
  test('new work rings at the operator for the seconds of its queue', async () => {
    const id = await ringing()
    const row = await bench.row(id)
    expect(row).toMatchObject({ state: 'offered', offeredToId: 'anna', operatorId: null })
    expect((row.offerExpiresAt ?? 0) - (row.offeredAt ?? 0)).toBe(30_000)
    expect(await bench.offersOf(id)).toMatchObject([{ operatorId: 'anna', result: 'pending' }])
    expect((await bench.presence('anna')).lastOfferedAt).toBe(row.offeredAt)
    expect(bench.ofType('offer.made')).toMatchObject([
      { facts: { activityId: id, operatorId: 'anna', queueId: 'q' }, actor: { kind: 'system' } },
    ])
  })
  test('only the system offers', async () => {
    const vera = await bench.operator('Vera', 'admin')
    const id = await bench.task()
    expect(await refusal(bench.execute(offerTask, vera, { activityId: id, operatorId: 'anna' }))).toBe('FORBIDDEN')
  })
  test('never to somebody away, of another queue, without the right, without presence or without room', async () => {
    await bench.desk('Cyril', 4, ['q2'])
    await bench.operator('Dora', 'dispatcher')
    await bench.desk('Eva', 0)
    await bench.execute(setPresence, anna, { chosen: 'away', awayReason: 'lunch' })
    const { queueMembers } = bench.store.t
    await bench.store.transact((tx) => tx.insert(queueMembers).values({ queueId: 'q', operatorId: 'ghost' }))
    const id = await ringing()
    expect((await bench.row(id)).state).toBe('waiting')
    for (const operatorId of ['anna', 'cyril', 'dora', 'eva', 'ghost'])
      expect(await refusal(bench.execute(offerTask, system, { activityId: id, operatorId }))).toBe('NOT_ALLOWED_NOW')
  })
  test('of two offers of one task at the same time one is made', async () => {
    await bench.desk('Boris')
    const id = await bench.task()
    const results = await Promise.all(
      ['anna', 'boris'].map((operatorId) => refusal(bench.execute(offerTask, system, { activityId: id, operatorId }))),
    )
    expect(results.toSorted()).toEqual(['ALREADY_TAKEN', 'none'])
    expect(await bench.offersOf(id)).toHaveLength(1)
  })
  test('ten offers at the same time do not pass the capacity', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => bench.task()))
    const results = await Promise.all(
      ids.map((activityId) => refusal(bench.execute(offerTask, system, { activityId, operatorId: 'anna' }))),
    )
    expect(results.filter((result) => result === 'none')).toHaveLength(4)
    expect(results.filter((result) => result === 'NOT_ALLOWED_NOW')).toHaveLength(6)
  })
})

describe('accepting', () => {
  test('puts it into progress, makes him the assignee and the request active', async () => {
    const id = await ringing()
    bench.clock.advance(4_000)
    await bench.execute(acceptOffer, anna, { activityId: id })
    expect(await bench.row(id)).toMatchObject({
      state: 'active',
      operatorId: 'anna',
      offeredToId: null,
      offerExpiresAt: null,
    })
    expect(await bench.offersOf(id)).toMatchObject([{ result: 'accepted' }])
    expect(await requestOf(id)).toMatchObject({ assigneeId: 'anna', lastOperatorId: 'anna', category: 'active' })
    const [event] = bench.ofType('task.accepted')
    expect(event).toMatchObject({ facts: { operatorId: 'anna', how: 'offer', queueId: 'q' } })
    expect(event?.facts).toHaveProperty(
      'waitedMs',
      expect.toSatisfy((waited: number) => waited >= 4_000 && waited < 6_000),
    )
    // Again, e.g. from a second tab: nothing more happens.
    await bench.execute(acceptOffer, anna, { activityId: id })
    expect(bench.ofType('task.accepted')).toHaveLength(1)
  })
  test('is too late after 30 seconds, also before the sweep has come', async () => {
    const id = await ringing()
    bench.clock.advance(30_000)
    expect(await refusal(bench.execute(acceptOffer, anna, { activityId: id }))).toBe('OFFER_OVER')
  })
  test('of what a colleague has now says who', async () => {
    const boris = await bench.desk('Boris')
    const id = await ringing()
    const to = (await bench.row(id)).offeredToId === 'anna' ? anna : boris
    const other = to === anna ? boris : anna
    await bench.execute(declineOffer, to, { activityId: id })
    await bench.settle()
    await expect(bench.execute(acceptOffer, to, { activityId: id })).rejects.toMatchObject({
      code: 'OFFER_OVER',
      details: { by: { id: other.id, name: other.name } },
    })
  })
  test('is not for others: to them it does not exist; nor without the right', async () => {
    const id = await ringing()
    const cyril = await bench.desk('Cyril', 4, ['q2'])
    const dora = await bench.operator('Dora', 'dispatcher')
    expect(await refusal(bench.execute(acceptOffer, cyril, { activityId: id }))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(declineOffer, cyril, { activityId: id }))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(acceptOffer, dora, { activityId: id }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(acceptOffer, anna, { activityId: 'nothing' }))).toBe('NOT_FOUND')
  })
  test('and the timeout at the same moment: one of them happens', async () => {
    const id = await ringing()
    bench.clock.advance(29_999)
    const late = bench.execute(acceptOffer, anna, { activityId: id })
    bench.clock.advance(2)
    const [accepted, missed] = await Promise.all([
      refusal(late),
      refusal(bench.execute(missOffer, system, { activityId: id })),
    ])
    expect([accepted, missed].filter((result) => result === 'none')).toHaveLength(1)
    const row = await bench.row(id)
    expect(row.state === 'active').toBe(accepted === 'none')
  })
})

describe('declining', () => {
  test('moves on to the next, who is rung at once', async () => {
    const boris = await bench.desk('Boris')
    const id = await ringing()
    const first = (await bench.row(id)).offeredToId === 'anna' ? anna : boris
    await bench.execute(declineOffer, first, { activityId: id })
    await bench.settle()
    expect((await bench.row(id)).offeredToId).toBe(first === anna ? 'boris' : 'anna')
    expect((await bench.offersOf(id)).map((offer) => offer.result).toSorted()).toEqual(['declined', 'pending'])
    expect(bench.ofType('offer.declined')).toMatchObject([{ facts: { activityId: id, operatorId: first.id } }])
  })
  test('by everybody: nobody is rung at once again, after a rest they are; those behind it are not held up', async () => {
    const id = await ringing()
    await bench.execute(declineOffer, anna, { activityId: id })
    const next = await bench.task()
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', offeredToId: null })
    expect(await bench.row(next)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    bench.clock.advance(30_000)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })
  test('twice is too late', async () => {
    const id = await ringing()
    await bench.execute(declineOffer, anna, { activityId: id })
    expect(await refusal(bench.execute(declineOffer, anna, { activityId: id }))).toBe('OFFER_OVER')
  })
})

describe('missing', () => {
  test('moves on; two in a row set away with "missed offers", which ends the ringing', async () => {
    const id = await ringing()
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    bench.clock.advance(30_000)
    await bench.sweep()
    // Nobody else is left, so it rings at her again.
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
    expect((await bench.presence('anna')).missedInRow).toBe(1)
    bench.clock.advance(30_000)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    expect(await bench.presence('anna')).toMatchObject({ chosen: 'away', awayReason: 'missedOffers', missedInRow: 0 })
    expect(bench.ofType('offer.missed').map((event) => (event.facts as { setAway: boolean }).setAway)).toEqual([
      false,
      true,
    ])
    expect(bench.ofType('presence.changed').at(-1)).toMatchObject({
      facts: { operatorId: 'anna', shown: 'away', awayReason: 'missedOffers', why: 'missedOffers' },
    })
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })
  test('of two who had both let it go, the one who misses it is not rung again before the other', async () => {
    const boris = await bench.desk('Boris')
    const id = await ringing()
    const rungAt = async () => ((await bench.row(id)).offeredToId === 'anna' ? anna : boris)
    const first = await rungAt()
    await bench.execute(declineOffer, first, { activityId: id })
    await bench.settle()
    await bench.execute(declineOffer, await rungAt(), { activityId: id })
    await bench.settle()
    bench.clock.advance(30_000)
    await bench.sweep()
    expect(await rungAt()).toBe(first)
    bench.clock.advance(30_000)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'offered', offeredToId: first === anna ? 'boris' : 'anna' })
  })
  test('a sign of life between counts anew', async () => {
    const first = await ringing()
    bench.clock.advance(30_000)
    await bench.sweep()
    await bench.execute(acceptOffer, anna, { activityId: first })
    const second = await ringing()
    bench.clock.advance(30_000)
    await bench.sweep()
    expect(await bench.presence('anna')).toMatchObject({ chosen: 'available', missedInRow: 1 })
    expect((await bench.row(second)).offeredToId).toBe('anna')
  })
  test('never early and never by a person', async () => {
    const id = await ringing()
    bench.clock.advance(29_000)
    expect(await refusal(bench.execute(missOffer, system, { activityId: id }))).toBe('OFFER_OVER')
    bench.clock.advance(1_000)
    expect(await refusal(bench.execute(missOffer, anna, { activityId: id }))).toBe('FORBIDDEN')
  })
})

test('an offer can be withdrawn with the right, and goes to somebody else or the same again', async () => {
  const vera = await bench.operator('Vera', 'supervisor', [])
  const id = await ringing()
  expect(await refusal(bench.execute(withdrawOffer, anna, { activityId: id }))).toBe('FORBIDDEN')
  await bench.execute(withdrawOffer, vera, { activityId: id })
  expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
  expect(bench.ofType('offer.withdrawn')).toMatchObject([{ facts: { operatorId: 'anna', reason: 'byHand' } }])
  expect(await refusal(bench.execute(withdrawOffer, vera, { activityId: id }))).toBe('OFFER_OVER')
})

test('what rings at a colleague cannot be taken, what rings at oneself can', async () => {
  const boris = await bench.desk('Boris')
  const id = await ringing()
  const to = (await bench.row(id)).offeredToId === 'anna' ? anna : boris
  const other = to === anna ? boris : anna
  await expect(bench.execute(takeTask, other, { activityId: id })).rejects.toMatchObject({
    code: 'ALREADY_TAKEN',
    details: { by: { id: to.id, name: to.name } },
  })
  await bench.execute(takeTask, to, { activityId: id })
  expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: to.id })
})
