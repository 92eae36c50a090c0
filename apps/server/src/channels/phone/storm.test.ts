import { afterEach, expect, test } from 'vitest'
import { openPhoneScene, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
afterEach(() => scene.server.stop())

const caller = '+48601234567'
const story = (call: string, at: number) =>
  [
    { type: 'queued', leg: 'caller', from: caller, at },
    { type: 'ringing', leg: 'a', agent: '101', at: at + 1_000 },
    { type: 'answered', leg: 'a', agent: '101', at: at + 5_000 },
    { type: 'held', leg: 'a', agent: '101', at: at + 9_000 },
    { type: 'resumed', leg: 'a', agent: '101', at: at + 12_000 },
    { type: 'legEnded', leg: 'a', agent: '101', at: at + 40_000 },
    { type: 'ended', at: at + 40_100 },
    { type: 'cdr', answered: true, talkSeconds: 35, agent: '101', at: at + 41_000 },
  ].map((event, n) => ({ id: `${call}-${n}`, call, ...event }))

/** The same mixture each time. */
function mixed<T>(items: readonly T[], seed: number): T[] {
  let state = seed
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

test('ten thousand duplicates are taken quickly and change nothing', async () => {
  scene = await openPhoneScene()
  const body = JSON.stringify({ events: story('c1', scene.server.clock.now()).slice(0, 3) })
  await scene.post('', body)
  await scene.server.settle()
  const begun = performance.now()
  let left = 10_000
  const statuses = new Set<number>()
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (left-- > 0) statuses.add((await scene.post('', body)).status)
    }),
  )
  const ms = performance.now() - begun
  await scene.server.settle()
  expect([...statuses]).toEqual([200])
  const { phoneEvents, activities } = await scene.rows()
  expect([phoneEvents.length, activities.length]).toEqual([3, 1])
  // With the machine busy; about 1 ms each on SQLite when it is not.
  expect(ms).toBeLessThan(120_000)
  process.stdout.write(`10,000 duplicates: ${Math.round(ms)} ms\n`)
}, 150_000)

test('two processes, every order: the same call', async () => {
  scene = await openPhoneScene()
  const other = await scene.server.another()
  const at = scene.server.clock.now() - 60_000
  const calls = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
  for (const [n, call] of calls.entries()) {
    const events = mixed([...story(call, at), ...story(call, at)], n + 1)
    await Promise.all(
      events.map((event, index) =>
        scene.post('', JSON.stringify(event), {}, { url: index % 2 === 0 ? other.url : scene.server.url }),
      ),
    )
  }
  await Promise.all([scene.server.settle(), other.settle()])
  await scene.server.settle()
  const rows = await scene.rows()
  expect(rows.phoneEvents).toHaveLength(calls.length * 8)
  expect(rows.customers).toHaveLength(1)
  expect(rows.callbacks).toEqual([])
  expect(rows.calls.map(({ state, answeredAt, endedAt, heldMs }) => ({ state, answeredAt, endedAt, heldMs }))).toEqual(
    calls.map(() => ({ state: 'ended', answeredAt: at + 5_000, endedAt: at + 40_100, heldMs: 3_000 })),
  )
  expect(rows.activities.map(({ state, operatorId }) => [state, operatorId])).toEqual(
    calls.map(() => ['ended', 'anna']),
  )
}, 60_000)
