import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { acceptOffer } from '../routing/commands/accept-offer.ts'
import { declineOffer } from '../routing/commands/decline-offer.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { transferTask } from '../routing/commands/transfer-task.ts'
import { type Fate, signOut } from './commands/sign-out.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 4)
  boris = await bench.desk('Boris', 4, ['q2'])
})
afterEach(() => bench.remove())

async function held(medium: 'chat' | 'email' = 'chat'): Promise<string> {
  const id = await bench.task({ medium })
  await bench.execute(takeTask, anna, { activityId: id })
  return id
}
const leave = (...fates: Fate[]) => bench.execute(signOut, anna, { fates, reason: 'End of my day' })
const isHere = async () => (await bench.presence('anna')).isConnected

test('each task has its own fate, and the answer says what became of it', async () => {
  const [returned, moved, asked] = [await held(), await held(), await held()]
  const kept = await held('email')
  const { results } = await leave(
    { activityId: returned, fate: 'return' },
    { activityId: moved, fate: 'transfer', queueId: 'q2' },
    { activityId: asked, fate: 'transfer', operatorId: 'boris' },
    { activityId: kept, fate: 'keep' },
    { activityId: 'not-mine-any-more', fate: 'return' },
  )
  expect(results.map(({ result }) => result)).toEqual(['returned', 'transferred', 'asked', 'kept', 'gone'])
  expect(await bench.row(returned)).toMatchObject({ state: 'waiting', queueId: 'q', operatorId: null })
  expect(await bench.row(moved)).toMatchObject({ state: 'waiting', queueId: 'q2', operatorId: null })
  expect(await bench.row(kept)).toMatchObject({ state: 'active', operatorId: 'anna' })
  expect(await isHere()).toBe(false)
  // Whom she asked may still say yes.
  expect(await bench.row(asked)).toMatchObject({ state: 'active', operatorId: 'anna', transferToId: 'boris' })
  await bench.execute(acceptOffer, boris, { activityId: asked })
  expect(await bench.row(asked)).toMatchObject({ state: 'active', operatorId: 'boris' })
})

test.each(['declined', 'missed'] as const)(
  '%s after the sender has gone: a live talk goes to its queue',
  async (how) => {
    const id = await held()
    await leave({ activityId: id, fate: 'transfer', operatorId: 'boris' })
    if (how === 'declined') await bench.execute(declineOffer, boris, { activityId: id })
    bench.clock.advance(how === 'missed' ? 30_000 : 0)
    await bench.sweep()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', operatorId: null, transferToId: null, queueId: 'q' })
  },
)

test('nothing is half done: one that cannot be refuses all, and is named', async () => {
  const [first, second] = [await held(), await held()]
  await bench.store.transact((tx) =>
    tx.update(tx.t.presence).set({ isConnected: false }).where(eq(tx.t.presence.operatorId, 'boris')),
  )
  const asking = { activityId: second, fate: 'transfer', operatorId: 'boris' } as const
  await expect(leave({ activityId: first, fate: 'return' }, asking)).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    details: { activityId: second, problem: 'NOT_THERE' },
  })
  expect(await bench.row(first)).toMatchObject({ state: 'active', operatorId: 'anna' })
  expect(await isHere()).toBe(true)
  // A live talk cannot be kept, and one that came meanwhile is asked about.
  expect(await refusal(leave({ activityId: first, fate: 'keep' }, { activityId: second, fate: 'return' }))).toBe(
    'INVALID_INPUT',
  )
  await expect(leave({ activityId: first, fate: 'return' })).rejects.toMatchObject({ details: { live: 2, slow: 0 } })
  expect(await refusal(bench.execute(signOut, anna, {}))).toBe('NOT_ALLOWED_NOW')
})

test('a live talk that a colleague is asked to take over waits for his answer', async () => {
  const id = await held()
  await bench.execute(transferTask, anna, { activityId: id, to: { operatorId: 'boris' }, reason: 'Pumps' })
  expect((await leave({ activityId: id, fate: 'keep' })).results).toEqual([{ activityId: id, result: 'asked' }])
  expect(await bench.row(id)).toMatchObject({ state: 'active', operatorId: 'anna', transferToId: 'boris' })
})
