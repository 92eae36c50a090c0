import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { customers } from '../customers/index.ts'
import { assignRequest } from './commands/assign-request.ts'
import { closeRequest } from './commands/close-request.ts'
import { editRequest } from './commands/edit-request.ts'
import { followRequest, unfollowRequest } from './commands/follow-request.ts'
import { moveStage } from './commands/move-stage.ts'
import { requestsModule } from './index.ts'
import { requestHistory } from './queries/history.ts'
import { requestDetails } from './queries/request-details.ts'
import { addOne } from '../../testing/returns.ts'

let bench: Workbench
let anna: OperatorActor
let boris: OperatorActor
let foreign: OperatorActor
let vera: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, customers])
  anna = await bench.operator('Anna')
  boris = await bench.operator('Boris')
  foreign = await bench.operator('Cyril', 'operator', ['q2'])
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterEach(() => bench.remove())

async function aHistory(): Promise<string> {
  const requestId = await addOne(bench, anna)
  await bench.execute(moveStage, anna, { requestId, stage: 'active' })
  await bench.execute(editRequest, vera, {
    requestId,
    version: 2,
    patch: { title: 'Broken tank', description: 'Long', priority: 'high' },
  })
  await bench.execute(closeRequest, vera, { requestId, outcome: 'solved' })
  return requestId
}
const types = async (requestId: string, query: object = {}) =>
  (await requestHistory(bench.store.read, requestId, { limit: 50, ...query })).items.map(({ type }) => type)

describe('history', () => {
  test('by kind and by person', async () => {
    const requestId = await aHistory()
    expect(await types(requestId)).toEqual([
      'request.closed',
      'request.edited',
      'request.stageMoved',
      'request.created',
    ])
    expect(await types(requestId, { kind: 'fields' })).toEqual(['request.edited'])
    expect(await types(requestId, { kind: 'comment' })).toEqual([])
    expect(await types(requestId, { operatorId: 'anna' })).toEqual(['request.stageMoved', 'request.created'])
    expect(await types(requestId, { operatorId: 'vera', kind: 'stage' })).toEqual(['request.closed'])
  })
  test('says what a title and a description were', async () => {
    const { items } = await requestHistory(bench.store.read, await aHistory(), { limit: 50, kind: 'fields' })
    expect(items[0]?.facts.fields).toEqual({
      title: { from: 'Tank', to: 'Broken tank' },
      description: { from: '', to: 'Long' },
      priority: { from: 'normal', to: 'high' },
    })
  })
  test('pages by key', async () => {
    const requestId = await aHistory()
    const first = await requestHistory(bench.store.read, requestId, { limit: 3 })
    const second = await requestHistory(bench.store.read, requestId, { limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual(await types(requestId))
    expect(second.nextCursor).toBeNull()
  })
})

describe('followers', () => {
  const follow = (actor: OperatorActor, requestId: string, operatorId: string) =>
    bench.execute(followRequest, actor, { requestId, operatorId })
  const names = async (requestId: string) =>
    (await requestDetails(bench.store.read, vera, requestId)).followers.map(({ name }) => name)

  test('one follows and stops; doing it twice is the same as once', async () => {
    const requestId = await addOne(bench, anna, { queueId: 'q' })
    await follow(boris, requestId, 'boris')
    await follow(boris, requestId, 'boris')
    await follow(vera, requestId, 'anna')
    expect(await names(requestId)).toEqual(['Boris', 'Anna'])
    expect(bench.ofType('request.followed')).toHaveLength(2)
    await bench.execute(unfollowRequest, boris, { requestId, operatorId: 'boris' })
    await bench.execute(unfollowRequest, boris, { requestId, operatorId: 'boris' })
    expect(await names(requestId)).toEqual(['Anna'])
    expect(bench.ofType('request.unfollowed')).toHaveLength(1)
  })
  test('others only by who may change it, and only who sees it', async () => {
    const requestId = await addOne(bench, anna, { queueId: 'q' })
    await bench.execute(assignRequest, anna, { requestId, operatorId: 'anna' })
    expect(await refusal(follow(boris, requestId, 'anna'))).toBe('FORBIDDEN')
    expect(await refusal(follow(foreign, requestId, 'cyril'))).toBe('NOT_FOUND')
    expect(await refusal(follow(vera, requestId, 'cyril'))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(follow(vera, requestId, 'nobody'))).toBe('NOT_ALLOWED_NOW')
    expect(await names(requestId)).toEqual([])
  })
})
