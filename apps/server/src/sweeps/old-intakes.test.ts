import { dayMs, hourMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { channelKinds } from '../channels/index.ts'
import { receive } from '../channels/receive.ts'
import { createFakeChannel, type FakeOtherSide, fakePassword, fakeSettings } from '../channels/testing/fake-channel.ts'
import { newId } from '../kernel/ids.ts'
import { keepRaw, rawFiles } from '../modules/channels/index.ts'
import { bootServer, type TestServer } from '../testing/boot-server.ts'

let server: TestServer
let other: FakeOtherSide
let channelId: string
beforeEach(async () => {
  const fake = createFakeChannel()
  other = fake.other
  server = await bootServer({ kinds: [...channelKinds, fake.kind] })
  const admin = await server.signIn('admin')
  const body = { kind: 'fake', name: 'Ours', settings: fakeSettings, secrets: { password: fakePassword } }
  channelId = (await admin.call('addChannel', { body })).id
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
})
afterEach(() => server.stop())

/** Too large for its row. */
const large = (id: string) => ({
  externalId: id,
  raw: Buffer.from(JSON.stringify({ id, name: `Large ${id}`, pad: 'x'.repeat(60_000) })),
})
const files = () => rawFiles(server.services.config)
const intakes = () => server.services.store.read.select().from(server.services.store.t.intakes)

test('a large body is a file until it is taken, once however often it comes', async () => {
  await server.app.jobs.stop()
  const came = await Promise.all([1, 2, 3].map(() => receive(server.services, channelId, [large('a')])))
  expect(came.filter(({ taken }) => taken === 1)).toHaveLength(1)
  const [row] = await intakes()
  expect(row).toMatchObject({ raw: null, rawBytes: large('a').raw.length, state: 'received' })
  expect(await files()).toEqual([row?.id])
  const next = await server.another()
  await next.settle()
  expect(await files()).toEqual([])
  const { store } = server.services
  expect(await store.read.select({ name: store.t.customers.name }).from(store.t.customers)).toEqual([
    { name: 'Large a' },
  ])
})

test('a body that no row wants is removed, one that is on its way or failed is not', async () => {
  const { config, clock } = server.services
  other.failing.set('Large failed', 100)
  await receive(server.services, channelId, [large('failed')])
  await server.settle()
  const orphan = newId(clock.now())
  await keepRaw(config, orphan, large('x').raw)
  await server.sweep()
  expect(await files()).toHaveLength(2)
  server.clock.advance(2 * hourMs)
  await server.sweep()
  expect(await files()).toEqual([(await intakes())[0]?.id])
})

test('what came in ninety days ago is forgotten with its body', async () => {
  other.failing.set('Large failed', 100)
  await receive(server.services, channelId, [large('failed')])
  server.clock.advance(89 * dayMs)
  await server.sweep()
  expect(await intakes()).toHaveLength(1)
  server.clock.advance(2 * dayMs)
  await server.sweep()
  expect(await intakes()).toEqual([])
  expect(await files()).toEqual([])
})
