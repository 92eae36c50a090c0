import { isNotNull } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor, VisitorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { receiveMessage } from '../activities/index.ts'
import { closeRequest } from '../requests/index.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { endActivity } from './commands/end-activity.ts'
import { returnTask } from './commands/return-task.ts'
import { takeTask } from './commands/take-task.ts'

let bench: RoutingBench
beforeEach(async () => {
  bench = await openRouting()
})
afterEach(() => bench.remove())

/** Deterministic, so that a failure can be repeated. */
function createDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

// What people, customers and routing do to the same few talks in the same moment. On PostgreSQL they hold locks of
// each other's rows: nothing may fail but by a clear refusal, and the rows must agree afterwards.
test('everybody at once on the same few talks: only refusals, and one owner each', async () => {
  const people: OperatorActor[] = [
    await bench.desk('Anna', 2),
    await bench.desk('Boris', 2),
    await bench.desk('Cyril', 1),
  ]
  const vera = await bench.operator('Vera', 'supervisor', [])
  const talks: Array<{ id: string; visitor: VisitorActor }> = []
  for (let i = 0; i < 6; i++) {
    const visitor = await bench.visitor('Jonas')
    talks.push({ id: await bench.task({ customerId: visitor.customerId, visitorId: visitor.id }), visitor })
  }
  const dice = createDice(7)
  let done = 0

  async function something(): Promise<void> {
    const { id: activityId, visitor } = talks[dice(talks.length)] ?? { id: '', visitor: null }
    const person = people[dice(people.length)]
    if (!visitor || !person) return
    const { requestId } = await bench.row(activityId)
    const message = { clientMessageId: `message-${dice(2 ** 30)}`, text: 'Hello?', attachmentIds: [] }
    const actions = [
      () => bench.execute(acceptOffer, person, { activityId }),
      () => bench.execute(acceptOffer, person, { activityId }),
      () => bench.execute(declineOffer, person, { activityId }),
      () => bench.execute(takeTask, person, { activityId }),
      () => bench.execute(returnTask, person, { activityId, reason: 'Not mine' }),
      () => bench.execute(endActivity, person, { activityId }),
      () => bench.execute(closeRequest, vera, { requestId, outcome: 'solved' }),
      () => bench.execute(receiveMessage, visitor, message),
      () => bench.execute(receiveMessage, visitor, message),
    ]
    await actions[dice(actions.length)]?.()
    done += 1
  }

  for (let round = 0; round < 12; round++) {
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => something()))
    const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason as unknown)
    expect(failures.filter((failure) => !(failure instanceof AppError))).toEqual([])
    bench.clock.advance(31_000)
    await bench.sweep()
  }
  expect(done).toBeGreaterThan(30)
  const { activities, offers, requests } = bench.store.t
  const pending = await bench.store.read.select().from(offers)
  for (const row of await bench.store.read.select().from(activities)) {
    const isHeld = row.state === 'active'
    expect([
      row.state,
      row.operatorId !== null || !isHeld,
      (row.offeredToId !== null) === (row.state === 'offered'),
    ]).toEqual([row.state, true, true])
    expect(pending.filter((offer) => offer.activityId === row.id && offer.result === 'pending')).toHaveLength(
      row.state === 'offered' ? 1 : 0,
    )
  }
  // Rule 7: never without an owner.
  const owned = await bench.store.read.select().from(requests).where(isNotNull(requests.queueId))
  expect(owned).toHaveLength((await bench.store.read.select().from(requests)).length)
}, 60_000)
