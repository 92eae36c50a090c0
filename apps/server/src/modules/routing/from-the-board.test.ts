import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { assignTask } from './commands/assign-task.ts'
import { offerTask } from './commands/offer-task.ts'
import { setOperatorPresence } from './commands/set-operator-presence.ts'
import { takeTask } from './commands/take-task.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
let vera: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna', 1)
  boris = await bench.desk('Boris', 1)
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterEach(() => bench.remove())

const waiting = async () => {
  const visitor = await bench.visitor('Jonas')
  return bench.task({ customerId: visitor.customerId, visitorId: visitor.id })
}
describe('giving work that was seen waiting', () => {
  const assign = (activityId: string, operatorId: string) =>
    bench.execute(assignTask, vera, { activityId, operatorId, onlyWaiting: true })

  test('what somebody has taken meanwhile stays his, and one is told whose it is', async () => {
    const id = await waiting()
    await bench.execute(takeTask, boris, { activityId: id })
    await expect(assign(id, 'anna')).rejects.toMatchObject({
      code: 'ALREADY_TAKEN',
      details: { by: { id: 'boris', name: 'Boris' } },
    })
    await assign(id, 'boris')
    expect(bench.ofType('task.accepted')).toHaveLength(1)
  })

  test('of two at the same moment one wins, and the other hears of it', async () => {
    const id = await waiting()
    const both = [refusal(assign(id, 'anna')), refusal(bench.execute(takeTask, boris, { activityId: id }))]
    expect((await Promise.all(both)).toSorted()).toEqual(['ALREADY_TAKEN', 'none'])
    const { operatorId } = await bench.row(id)
    expect(['anna', 'boris']).toContain(operatorId)
    expect(bench.ofType('task.accepted')).toHaveLength(1)
  })
})

describe('changing what a colleague is', () => {
  const set = (operatorId: string, chosen: 'available' | 'away', by = vera) =>
    bench.execute(setOperatorPresence, by, { operatorId, chosen, awayReason: chosen === 'away' ? 'break' : null })

  test('he is told by whom, what rings at him moves on, and available again he is routed to', async () => {
    const id = await waiting()
    await bench.execute({ ...offerTask, action: 'tasks.handle', allow: () => true }, anna, {
      activityId: id,
      operatorId: 'anna',
    })
    await set('anna', 'away')
    expect(await bench.row(id)).toMatchObject({ state: 'waiting', offeredToId: null })
    expect(bench.ofType('presence.changed')).toMatchObject([
      { facts: { operatorId: 'anna', shown: 'away', awayReason: 'break', why: 'byColleague' }, actor: { id: 'vera' } },
    ])
    expect(bench.ofType('presence.setByOther')).toMatchObject([
      { facts: { operatorId: 'anna', by: { id: 'vera', name: 'Vera' }, shown: 'away' }, isStored: false },
    ])
    await set('anna', 'available')
    await set('anna', 'available')
    expect(bench.ofType('presence.changed')).toHaveLength(2)
  })

  test('is refused without the right, for a stranger and for who is not there', async () => {
    expect(await refusal(set('anna', 'away', boris))).toBe('FORBIDDEN')
    expect(await refusal(set('nobody', 'away'))).toBe('NOT_FOUND')
    await bench.store.transact((tx) => tx.update(tx.t.presence).set({ isConnected: false }))
    expect(await refusal(set('anna', 'available'))).toBe('NOT_ALLOWED_NOW')
  })
})
