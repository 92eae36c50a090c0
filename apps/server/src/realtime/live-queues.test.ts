import type { DeskEvents, LiveQueuesChange } from '@care/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { figureAudience } from '../modules/figures/audience.ts'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import type { Desk } from '../testing/people.ts'
import { openTempRedis, type TempRedis } from '../testing/temp-redis.ts'

type Process = Awaited<ReturnType<TestServer['another']>>
let redis: TempRedis
let one: TestServer
let two: Process
beforeAll(async () => {
  redis = await openTempRedis()
  one = await bootServer({ redisUrl: redis.url, hasRateLimits: false })
  two = await one.another()
})
afterAll(async () => {
  await one.stop()
  await redis.stop()
})

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come')
}

/** What a viewer's screen would show, and when each push came. */
async function watch(desk: Desk) {
  const socket = await desk.socket()
  const pushes: { at: number; change: DeskEvents['liveQueues.changed'] }[] = []
  const seen: Partial<LiveQueuesChange> = {}
  socket.on('liveQueues.changed', (change) => {
    pushes.push({ at: performance.now(), change })
    Object.assign(seen, change)
  })
  await socket.emit('join', { room: 'liveQueues', id: 'own' })
  return { socket, pushes, seen }
}
let made = 0
const words = () => ({ clientMessageId: `message-${(made += 1)}`, text: 'Hello' })
const arrive = async (server: Process = one) => {
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: words() })
  return { visitor, activityId: chat.activityId }
}
const waitingAt = (seen: Partial<LiveQueuesChange>, queueId = 'q'): number | undefined =>
  seen.queues?.find(({ id }) => id === queueId)?.waiting

let anna: Desk
beforeEach(async () => {
  anna = await one.signIn('anna')
})

test('all of it comes with the join, what changes at either process comes to viewers of both', async () => {
  const [here, there] = [await watch(await one.signIn('vera')), await watch(await two.signIn('vera'))]
  for (const { pushes, seen } of [here, there]) {
    expect(pushes).toHaveLength(1)
    expect(seen).toMatchObject({ queues: [{ id: 'foreign' }, { id: 'q' }], waiting: { total: 0 } })
  }
  const first = await arrive(one)
  await until(() => waitingAt(here.seen) === 1 && waitingAt(there.seen) === 1)
  const second = await arrive(two)
  await until(() => waitingAt(here.seen) === 2 && waitingAt(there.seen) === 2)
  expect(here.seen.waiting).toEqual(there.seen.waiting)
  for (const { activityId } of [first, second]) await anna.call('takeTask', { params: { activityId } })
  await until(() => waitingAt(here.seen) === 0 && waitingAt(there.seen) === 0)
  expect(here.seen.queues).toEqual(there.seen.queues)
  const load = here.seen.operators?.find(({ id }) => id === 'anna')?.load
  expect(load).toMatchObject([{ medium: 'chat', taken: 2, places: 4 }])
})

test('however much happens, a viewer is told at most four times a second, and in the end the last of it', async () => {
  const viewer = await watch(await one.signIn('vera'))
  const before = viewer.pushes.length
  const start = performance.now()
  const { activityId } = await arrive()
  for (let i = 0; i < 20; i++) {
    await anna.call('takeTask', { params: { activityId } })
    await anna.call('returnTask', { params: { activityId }, body: {} })
  }
  const seconds = (performance.now() - start) / 1000
  const inDatabase = async () => (await anna.call('getLiveQueues')).queues.find(({ id }) => id === 'q')
  await until(async () => {
    const row = await inDatabase()
    return JSON.stringify(viewer.seen.queues?.find(({ id }) => id === 'q')) === JSON.stringify(row)
  })
  expect(viewer.pushes.length - before).toBeLessThanOrEqual(Math.ceil((seconds + 0.5) * 4) + 1)
})

test('an operator is told of his queues only, a viewer who left of nothing', async () => {
  const fiona = await watch(await one.signIn('fiona'))
  expect(fiona.seen).toMatchObject({ queues: [{ id: 'foreign' }], operators: [{ id: 'fiona' }] })
  const gone = await watch(await one.signIn('vera'))
  const vera = await watch(await one.signIn('vera'))
  await gone.socket.emit('leave', { room: 'liveQueues', id: 'own' })
  const heard = gone.pushes.length
  const [told, before] = [vera.pushes.length, waitingAt(vera.seen) ?? 0]
  await arrive()
  await until(() => vera.pushes.length > told && waitingAt(vera.seen) === before + 1)
  expect(gone.pushes).toHaveLength(heard)
  expect(fiona.seen.queues).toHaveLength(1)
  expect(fiona.pushes.every(({ change }) => change.waiting === undefined || change.waiting.total === 0)).toBe(true)
})

test('no message moves them: watching costs the talks nothing', () => {
  expect(Object.keys(figureAudience).filter((type) => /^(message|comment|customer)\./.test(type))).toEqual([])
})
