import { permissionsOf } from '@care/domain'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from '../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plus } from '../db/sql.ts'
import { openTempStore, type TempStore } from '../testing/temp-store.ts'
import type { OperatorActor, VisitorActor } from './actor.ts'
import { system } from './actor.ts'
import { createTestClock } from './clock.ts'
import { command } from './command.ts'
import type { AnyEvent } from './event.ts'
import { createExecute } from './execute.ts'
import { createJobRunner } from './jobs.ts'
import { silent } from './live.ts'
import type { Module } from './module.ts'
import { createSecrets } from './secrets.ts'
import type { Services } from './services.ts'

declare module './event.ts' {
  interface EventMap {
    'counter.raised': { name: string; value: number }
    'counter.echoed': { name: string }
  }
}

let temp: TempStore
beforeEach(async () => {
  temp = await openTempStore()
})
afterEach(() => temp.remove())

const anna: OperatorActor = {
  kind: 'operator',
  id: 'anna',
  operatorId: 'anna',
  name: 'Anna',
  sessionId: 's',
  permissions: permissionsOf('operator'),
  queueIds: new Set(),
}
const visitor: VisitorActor = { kind: 'visitor', id: 'v', customerId: 'c', siteId: 's' }

const raise = command({
  name: 'raise-counter',
  action: 'requests.edit',
  load: async (_ctx, input: { name: string; fail?: boolean }) => input.name,
  allow: (_ctx, name) => name !== 'foreign',
  async run(ctx, name, input) {
    const { counters } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(counters)
      .values({ name, value: 1 })
      .onConflictDoUpdate({ target: counters.name, set: { value: plus(counters.value, 1) } })
      .returning()
    ctx.emit('counter.raised', { name, value: row?.value ?? 0 })
    if (input.fail) throw new Error('no')
    return { value: row?.value ?? 0 }
  },
})

function start(modules: Module[] = []) {
  const clock = createTestClock(Date.UTC(2026, 3, 1))
  const events: AnyEvent[] = []
  const execute = createExecute({ store: temp.store, clock, modules, afterCommit: (made) => void events.push(...made) })
  const secrets = createSecrets(new Uint8Array(32))
  const log = { info() {}, warn() {}, error() {}, debug() {} } as unknown as Services['log']
  const services = {
    processId: 'p',
    store: temp.store,
    clock,
    execute,
    log,
    live: silent,
    config: {} as Services['config'],
    secrets,
  }
  return { clock, events, execute, services, jobs: createJobRunner(services, modules) }
}
const stored = () => temp.store.read.select().from(temp.store.t.events)
const counter = async (name: string) =>
  (await temp.store.read.select().from(temp.store.t.counters).where(eq(temp.store.t.counters.name, name)))[0]?.value

describe('execute', () => {
  test('stores the event with actor, command and cause, then tells', async () => {
    const { execute, events } = start()
    await execute(raise, anna, { name: 'a' }, { requestId: 'call-1' })
    expect(await stored()).toMatchObject([
      {
        type: 'counter.raised',
        actorKind: 'operator',
        actorId: 'anna',
        command: 'raise-counter',
        correlationId: 'call-1',
        depth: 0,
        facts: { name: 'a', value: 1 },
      },
    ])
    expect(events).toHaveLength(1)
  })

  test('refuses whoever lacks the permission or the object, and leaves nothing', async () => {
    const { execute, events } = start()
    await expect(execute(raise, visitor, { name: 'a' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(execute(raise, { kind: 'nobody', address: '' }, { name: 'a' })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
    await expect(execute(raise, anna, { name: 'foreign' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(execute(raise, anna, { name: 'a', fail: true })).rejects.toThrow('no')
    expect(await stored()).toHaveLength(0)
    expect(events).toHaveLength(0)
    expect(await counter('a')).toBeUndefined()
  })

  test('the same idempotency key gives the first answer, for its actor and command only', async () => {
    const { execute } = start()
    const both = await Promise.all([1, 2].map(() => execute(raise, anna, { name: 'a' }, { idempotencyKey: 'k' })))
    expect(both).toEqual([{ value: 1 }, { value: 1 }])
    expect(await execute(raise, system, { name: 'a' }, { idempotencyKey: 'k' })).toEqual({ value: 2 })
    expect(await execute(raise, anna, { name: 'a' }, { idempotencyKey: 'other' })).toEqual({ value: 3 })
  })

  test('a refused command does not use its key up', async () => {
    const { execute } = start()
    await expect(execute(raise, anna, { name: 'a', fail: true }, { idempotencyKey: 'k' })).rejects.toThrow('no')
    expect(await execute(raise, anna, { name: 'a' }, { idempotencyKey: 'k' })).toEqual({ value: 1 })
  })

  test('projections write in the same transaction and may emit; a failing one fails the change', async () => {
    const good: Module = {
      name: 'good',
      projections: { 'counter.raised': async (ctx, { facts }) => ctx.emit('counter.echoed', { name: facts.name }) },
    }
    const { execute, events } = start([good])
    await execute(raise, anna, { name: 'a' })
    expect(events.map((event) => event.type)).toEqual(['counter.raised', 'counter.echoed'])
    const bad: Module = {
      name: 'bad',
      projections: { 'counter.raised': () => Promise.reject(new Error('projection')) },
    }
    await expect(start([bad]).execute(raise, anna, { name: 'b' })).rejects.toThrow('projection')
    expect(await counter('b')).toBeUndefined()
  })
})

describe('owed jobs', () => {
  const reacting = (handle: (payload: Record<string, unknown>) => Promise<void>): Module => ({
    name: 'reacting',
    reactions: {
      'counter.raised': ({ facts }) =>
        facts.name === 'quiet' ? null : { kind: 'echo', payload: { name: facts.name } },
    },
    jobs: { echo: handle },
  })

  test('are stored with the change, run after it, and are gone when done', async () => {
    const done: unknown[] = []
    const { execute, jobs } = start([reacting(async (payload) => void done.push(payload.name))])
    await execute(raise, anna, { name: 'a' })
    await execute(raise, anna, { name: 'quiet' })
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toHaveLength(1)
    await jobs.settle()
    expect(done).toEqual(['a'])
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toHaveLength(0)
  })

  test('a refused change owes nothing', async () => {
    const { execute } = start([reacting(async () => {})])
    await expect(execute(raise, anna, { name: 'a', fail: true })).rejects.toThrow('no')
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toHaveLength(0)
  })

  test('are repeated later when they fail, and taken over from a process that died', async () => {
    let tries = 0
    const { execute, jobs, clock } = start([
      reacting(async () => {
        if ((tries += 1) === 1) throw new Error('not yet')
      }),
    ])
    await execute(raise, anna, { name: 'a' })
    await jobs.settle()
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toMatchObject([
      { attempts: 1, state: 'due', lastError: 'not yet' },
    ])
    // As a process leaves it that was killed in the middle: running, with a lease.
    await temp.store.transact((tx) => tx.update(tx.t.jobs).set({ state: 'running', runAt: clock.now() + 60_000 }))
    await jobs.settle()
    expect(tries).toBe(1)
    clock.advance(61_000)
    await jobs.settle()
    expect(tries).toBe(2)
  })

  test('come in the order in which they were owed, also within one millisecond', async () => {
    const done: unknown[] = []
    const { execute, jobs } = start([reacting(async (payload) => void done.push(payload.name))])
    const names = Array.from({ length: 50 }, (_, i) => `n${i}`)
    for (const name of names) await execute(raise, anna, { name })
    await jobs.settle()
    expect(done).toEqual(names)
  })

  test('of the slow lane a few are in hand at once, of the quick one only one', async () => {
    const most = { quick: 0, slow: 0 }
    const now = { quick: 0, slow: 0 }
    const count = (lane: 'quick' | 'slow') => async () => {
      now[lane] += 1
      most[lane] = Math.max(most[lane], now[lane])
      await wait(2)
      now[lane] -= 1
    }
    const owing = command({
      name: 'owe-both',
      action: [],
      load: async () => {},
      allow: () => false,
      async run(ctx) {
        for (const lane of ['quick', 'slow'] as const) for (let i = 0; i < 25; i++) ctx.owe(lane, {}, { lane })
      },
    })
    const { execute, jobs } = start([{ name: 'lanes', jobs: { quick: count('quick'), slow: count('slow') } }])
    await execute(owing, system, null)
    await jobs.settle()
    expect(most).toEqual({ quick: 1, slow: 2 })
    expect(now).toEqual({ quick: 0, slow: 0 })
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toHaveLength(0)
  })

  test('one that takes long holds up no later one of its lane, and what stops waits for it', async () => {
    const done: string[] = []
    let finish = (): void => {}
    const long = new Promise<void>((resolve) => (finish = resolve))
    const owing = command({
      name: 'owe-one',
      action: [],
      load: async (_ctx, input: { name: string }) => input.name,
      allow: () => false,
      run: async (ctx, name) => ctx.owe('work', { name }, { lane: 'slow' }),
    })
    const work = async ({ name }: Record<string, unknown>): Promise<void> => {
      if (name === 'long') await long
      done.push(String(name))
    }
    const { execute, jobs } = start([{ name: 'lanes', jobs: { work } }])
    await execute(owing, system, { name: 'long' })
    jobs.wake()
    await execute(owing, system, { name: 'short' })
    jobs.wake()
    await expect.poll(() => done).toEqual(['short'])
    const stopped = jobs.stop()
    finish()
    await stopped
    expect(done).toEqual(['short', 'long'])
    expect(await temp.store.read.select().from(temp.store.t.jobs)).toHaveLength(0)
  })

  test('two processes run each one once', async () => {
    const done: unknown[] = []
    const module = reacting(async (payload) => void done.push(payload.name))
    const one = start([module])
    const two = start([module])
    await Promise.all(Array.from({ length: 30 }, (_, i) => one.execute(raise, anna, { name: `n${i}` })))
    await Promise.all([one.jobs.settle(), two.jobs.settle()])
    await one.jobs.settle()
    expect(done).toHaveLength(30)
    expect(new Set(done).size).toBe(30)
  })
})
