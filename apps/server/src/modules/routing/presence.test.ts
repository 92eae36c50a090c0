import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system, type OperatorActor } from '../../kernel/actor.ts'
import { command } from '../../kernel/command.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { connectOperator } from './commands/connect-operator.ts'
import { disconnectOperator } from './commands/disconnect-operator.ts'
import { goOffline } from './commands/go-offline.ts'
import { setPresence } from './commands/set-presence.ts'
import { takeTask } from './commands/take-task.ts'
import { beat, leaveDesk } from './index.ts'
import { presenceOf } from './queries/presence-of.ts'

let bench: RoutingBench
let anna: OperatorActor
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
  await connect('tab1')
})
afterEach(() => bench.remove())

const connect = (connectionId: string, actor = anna, processId = 'p1') =>
  bench.execute(connectOperator, actor, { operatorId: actor.id, connectionId, processId })
const disconnect = (connectionId: string, actor = anna) =>
  bench.execute(disconnectOperator, actor, { operatorId: actor.id, connectionId })
const shown = async (operatorId = 'anna') => (await presenceOf(bench.store.read, operatorId, bench.clock.now())).shown
const ringing = async (): Promise<string> => {
  const id = await bench.task()
  await bench.settle()
  return id
}

describe('choosing', () => {
  test('away needs a reason and silences what rings; coming back is rung again', async () => {
    const id = await ringing()
    expect(await refusal(bench.execute(setPresence, anna, { chosen: 'away', awayReason: null }))).toBe('INVALID_INPUT')
    await bench.execute(setPresence, anna, { chosen: 'away', awayReason: 'lunch' })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    expect(await shown()).toBe('away')
    expect(bench.ofType('presence.changed')).toMatchObject([
      { facts: { operatorId: 'anna', shown: 'away', awayReason: 'lunch', why: 'chosen' } },
    ])
    bench.clock.advance(1_000)
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ offeredToId: 'anna' })
    const row = await bench.presence('anna')
    expect(row).toMatchObject({ awayReason: null, idleSince: row.since })
  })
  test('somebody who was never here', async () => {
    const { presence } = bench.store.t
    await bench.store.transact((tx) => tx.delete(presence))
    expect(await presenceOf(bench.store.read, 'anna', bench.clock.now())).toMatchObject({
      shown: 'offline',
      version: 0,
    })
    await bench.execute(setPresence, anna, { chosen: 'available', awayReason: null })
    // Without a connection nobody is there, whatever he chose.
    expect(await shown()).toBe('offline')
  })
  test('says places taken and places at all', async () => {
    await bench.execute(acceptOffer, anna, { activityId: await ringing() })
    expect((await presenceOf(bench.store.read, 'anna', bench.clock.now())).load).toMatchObject({
      chat: { taken: 1, places: 4 },
      call: { taken: 0, places: 1 },
    })
  })
})

describe('connections', () => {
  test('several tabs are one presence', async () => {
    await connect('tab2')
    const id = await ringing()
    await disconnect('tab1')
    expect(await bench.row(id)).toMatchObject({ offeredToId: 'anna' })
    expect(await bench.presence('anna')).toMatchObject({ isConnected: true, graceUntil: null })
    await disconnect('tab2')
    await disconnect('tab2')
    const row = await bench.presence('anna')
    expect(row.isConnected).toBe(false)
    expect(await bench.row(id)).toMatchObject({ state: 'waiting' })
    expect(bench.ofType('offer.withdrawn')).toMatchObject([{ facts: { reason: 'disconnected' } }])
  })
  test('two tabs that close at the same moment leave nobody connected', async () => {
    await connect('tab2')
    await Promise.all([disconnect('tab1'), disconnect('tab2')])
    expect(await bench.presence('anna')).toMatchObject({ isConnected: false })
  })
  test('what rang goes at once to a colleague', async () => {
    const id = await ringing()
    await bench.desk('Boris')
    await disconnect('tab1')
    await bench.settle()
    expect(await bench.row(id)).toMatchObject({ offeredToId: 'boris' })
  })
  test('a reload within the grace: colleagues see nothing, tasks stay, it rings again', async () => {
    const held = await ringing()
    await bench.execute(acceptOffer, anna, { activityId: held })
    await disconnect('tab1')
    expect(await shown()).toBe('available')
    const waiting = await ringing()
    bench.clock.advance(50_000)
    await bench.sweep()
    expect(await bench.row(waiting)).toMatchObject({ state: 'waiting' })
    await connect('tab1b')
    await bench.settle()
    expect(await bench.row(held)).toMatchObject({ state: 'active', operatorId: 'anna' })
    expect(await bench.row(waiting)).toMatchObject({ offeredToId: 'anna' })
    expect(bench.ofType('presence.changed')).toEqual([])
    bench.clock.advance(20_000)
    await bench.sweep()
    expect(await shown()).toBe('available')
  })
  test('after the grace: offline, live talks go back with the reason, slow work stays', async () => {
    const [chat, email] = [await bench.task(), await bench.task({ medium: 'email' })]
    for (const activityId of [chat, email]) await bench.execute(takeTask, anna, { activityId })
    await disconnect('tab1')
    expect(await refusal(bench.execute(goOffline, system, { operatorId: 'anna' }))).toBe('NOT_ALLOWED_NOW')
    bench.clock.advance(60_000)
    expect(await shown()).toBe('offline')
    await bench.sweep()
    expect(await bench.row(chat)).toMatchObject({ state: 'waiting', operatorId: null })
    expect(await bench.row(email)).toMatchObject({ state: 'active', operatorId: 'anna' })
    expect(bench.ofType('task.returned')).toMatchObject([
      { facts: { activityId: chat, operatorId: 'anna', reason: 'operatorOffline' }, actor: { kind: 'system' } },
    ])
    expect(bench.ofType('presence.changed')).toMatchObject([{ facts: { shown: 'offline', why: 'offline' } }])
    // Back again she is what she had chosen, and knows the work.
    await connect('tab3')
    await bench.settle()
    expect(await bench.row(chat)).toMatchObject({ state: 'offered', offeredToId: 'anna' })
  })
  test('only for oneself', async () => {
    const boris = await bench.desk('Boris')
    expect(
      await refusal(bench.execute(connectOperator, boris, { operatorId: 'anna', connectionId: 'x', processId: 'p1' })),
    ).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(disconnectOperator, boris, { operatorId: 'anna', connectionId: 'tab1' }))).toBe(
      'FORBIDDEN',
    )
  })
})

describe('signing out', () => {
  const out = command({
    name: 'sign-out-test',
    action: 'signedIn',
    load: async () => null,
    allow: () => true,
    run: (ctx, _, tasks: 'return' | 'keep') => leaveDesk(ctx, 'anna', tasks),
  })
  test.each([
    ['keep', 'active'],
    ['return', 'waiting'],
  ] as const)('%s: live talks go back, slow work is %s, offline at once', async (tasks, email) => {
    const ids = [await bench.task(), await bench.task({ medium: 'email' })]
    for (const activityId of ids) await bench.execute(takeTask, anna, { activityId })
    const rings = await ringing()
    await bench.execute(out, anna, tasks)
    await bench.settle()
    expect(await Promise.all([...ids, rings].map(async (id) => (await bench.row(id)).state))).toEqual([
      'waiting',
      email,
      'waiting',
    ])
    expect(await shown()).toBe('offline')
    expect(await bench.presence('anna')).toMatchObject({ isConnected: false, graceUntil: null })
  })
})

describe('processes', () => {
  test('one that died loses its connections after 15 s; who has moved to another notices nothing', async () => {
    const boris = await bench.desk('Boris')
    await connect('b1', boris)
    const id = await bench.task()
    await bench.execute(takeTask, anna, { activityId: id })
    bench.clock.advance(10_000)
    await connect('tab2', anna, 'p2')
    bench.clock.advance(5_100)
    await bench.sweep()
    expect(await bench.presence('anna')).toMatchObject({ isConnected: true })
    expect(await bench.presence('boris')).toMatchObject({ isConnected: false })
    expect(await bench.row(id)).toMatchObject({ operatorId: 'anna' })
    const { processes, connections } = bench.store.t
    expect(await bench.store.read.select({ id: processes.id }).from(processes)).toEqual([{ id: 'p2' }])
    expect(await bench.store.read.select({ id: connections.id }).from(connections)).toEqual([{ id: 'tab2' }])
  })
  test('one that lives says so, and is told when it was forgotten; it never forgets itself', async () => {
    expect(await beat(bench.services, 'p3')).toEqual({ isNew: true })
    await connect('tab3', anna, 'p3')
    bench.clock.advance(10 * 86_400_000)
    await bench.sweep()
    expect(await bench.presence('anna')).toMatchObject({ isConnected: true })
    expect(await beat(bench.services, 'p3')).toEqual({ isNew: false })
  })
  test('connections of one that is gone already are found too', async () => {
    const { processes } = bench.store.t
    await bench.store.transact((tx) => tx.delete(processes))
    await bench.sweep()
    expect(await bench.presence('anna')).toMatchObject({ isConnected: false })
  })
})
