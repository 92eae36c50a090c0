import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import { createFakeChannel, type FakeOtherSide, fakePassword, fakeSettings } from './testing/fake-channel.ts'

let server: TestServer
let other: FakeOtherSide
let channelId: string
beforeEach(async () => {
  const fake = createFakeChannel()
  other = fake.other
  server = await bootServer({ kinds: [fake.kind] })
  const admin = await server.signIn('admin')
  const body = { kind: 'fake', name: 'Ours', settings: fakeSettings, secrets: { password: fakePassword } }
  channelId = (await admin.call('addChannel', { body })).id
})
afterEach(() => server.stop())

const switchOn = async () =>
  (await server.signIn('admin')).call('switchChannel', { params: { channelId }, body: { isOn: true } })
const look = () => server.app.connectors.look()
const connected = () => expect.poll(() => other.connections.size).toBe(1)
/** What was begun has failed and its health is noted. */
const settled = (tries: number) => expect.poll(() => other.connectTries).toBe(tries)

test('a lost process keeps nobody from connecting for more than 15 s, and finds out that it has lost its hold', async () => {
  await switchOn()
  await connected()
  const survivor = await server.another()
  server.clock.advance(14_000)
  await survivor.app.connectors.look()
  expect(other.connections.size).toBe(1)
  // The first one is suspended: it renews nothing. Its connection is gone by itself.
  other.connections.clear()
  server.clock.advance(1_500)
  await survivor.app.connectors.look()
  await connected()
  const theirs = other.connections.get(channelId)
  expect(theirs).toBeDefined()
  // It comes back, and leaves the survivor's connection alone.
  await look()
  await survivor.app.connectors.look()
  expect(other.connections.get(channelId)).toBe(theirs)
  expect(other.connectTries).toBe(2)
})

test('a hold is renewed as long as the process looks', async () => {
  await switchOn()
  await connected()
  const second = await server.another()
  for (let seconds = 0; seconds < 60; seconds += 3) {
    server.clock.advance(3_000)
    await look()
    await second.app.connectors.look()
  }
  expect(other.connectTries).toBe(1)
})

test('what is not there is tried again ever less often, for ever', async () => {
  other.isUp = false
  await switchOn()
  await settled(1)
  const tries: number[] = []
  for (let seconds = 0; seconds < 300; seconds += 1) {
    server.clock.advance(1_000)
    const before = other.connectTries
    await look()
    if (other.connectTries > before) tries.push(seconds)
    // Lets the failure be noted before the clock goes on.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(tries.length).toBeGreaterThan(8)
  expect(tries.length).toBeLessThan(14)
  expect((tries.at(-1) ?? 0) - (tries.at(-2) ?? 0)).toBeGreaterThan(55)
  other.isUp = true
  server.clock.advance(61_000)
  await look()
  await connected()
})

test('a change of settings connects anew, with them', async () => {
  await switchOn()
  await connected()
  const admin = await server.signIn('admin')
  other.password = 'the new one'
  await admin.call('editChannel', {
    params: { channelId },
    version: 2,
    body: { secrets: { password: 'the new one' } },
  })
  await settled(2)
  await connected()
  expect(other.connectTries).toBe(2)
})

test('what is longer than the kind takes is refused, and nothing of it is kept', async () => {
  await switchOn()
  await connected()
  const tools = other.connections.get(channelId)?.tools
  const small = { externalId: 'small', raw: Buffer.from('{}') }
  const large = { externalId: 'large', raw: Buffer.alloc(256 * 1024 + 1) }
  await expect(tools?.receive([small, large])).rejects.toMatchObject({ code: 'TOO_LARGE' })
  const { store } = server.services
  expect(await store.read.select().from(store.t.intakes)).toEqual([])
})

test('a graceful stop ends connections and gives the channels back', async () => {
  await switchOn()
  await connected()
  const next = await server.another()
  await server.app.connectors.stop()
  expect(other.connections.size).toBe(0)
  await next.app.connectors.look()
  await connected()
})
