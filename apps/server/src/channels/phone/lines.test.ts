import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSecrets } from '../../kernel/secrets.ts'
import { resealPhoneLines } from '../../modules/phone/index.ts'
import type { Desk } from '../../testing/people.ts'
import { openPhoneScene, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
beforeEach(async () => {
  scene = await openPhoneScene({ country: 'PL', sipSocket: 'wss://pbx.example/ws' })
})
afterEach(() => scene.server.stop())

describe('passwords of lines', () => {
  test('are sealed anew with the key that seals now; one that no key opens stays, and the log says so', async () => {
    const { services } = scene.server
    const line = { channelId: scene.channelId, operatorId: 'anna' }
    await scene.admin.call('savePhoneLine', { params: line, body: { userName: 'anna', password: 'a word of hers' } })
    const { phoneLines } = services.store.t
    await services.store.transact((tx) =>
      tx
        .insert(phoneLines)
        .values({ ...line, operatorId: 'carla', userName: 'carla', password: 'v1:gone:a:b:c', version: 1 }),
    )
    const key = new Uint8Array(32).fill(2)
    const next = createSecrets(key)
    const open = (sealed: string, about: string): string => services.secrets.open(sealed, about)
    const both = { ...next, oldKeyIds: [services.secrets.keyId], open }
    await resealPhoneLines({ ...services, secrets: both })
    await resealPhoneLines({ ...services, secrets: both })
    const rows = await services.store.read.select().from(phoneLines)
    const of = (id: string) => rows.find(({ operatorId }) => operatorId === id)?.password ?? ''
    expect(next.open(of('anna'), `phone-line:${scene.channelId}:anna`)).toBe('a word of hers')
    expect(of('carla')).toBe('v1:gone:a:b:c')
    expect(scene.server.logs.join('')).toContain('password of a line not sealed anew')
    expect(scene.server.logs.join('')).not.toContain('a word of hers')
  })
})

describe('a call that its phone system asks about', () => {
  const asks = { asks: 'whoRings', call: 'c1', from: '601 234 567' }
  const available = async (desk: Desk): Promise<void> => {
    await desk.socket()
    await desk.call('setPresence', { body: { chosen: 'available' } })
    await scene.server.settle()
  }
  const activity = async () => (await scene.rows()).activities[0]

  test('is offered only to who has a line there, however long it waits, and says what it waits for', async () => {
    const carla = await scene.server.signIn('carla')
    await scene.server.services.store.transact((tx) =>
      tx.insert(tx.t.queueMembers).values({ queueId: 'q', operatorId: 'carla' }).onConflictDoNothing(),
    )
    await available(carla)
    await scene.ask(asks)
    scene.server.clock.advance(100_000)
    await scene.server.sweep()
    await scene.ask(asks)
    expect(await activity()).toMatchObject({ state: 'waiting', offeredToId: null })
    const live = await scene.admin.call('getLiveQueues')
    expect(live.waiting.items).toMatchObject([{ line: { name: 'Switchboard', operatorIds: ['anna', 'boris'] } }])
    const anna = await scene.server.signIn('anna')
    await available(anna)
    await expect.poll(() => scene.ask(asks), { timeout: 5_000 }).toMatchObject({ answer: 'ring', userName: 'anna' })
  })

  test('is offered to anybody where the phone system has no lines at all', async () => {
    await scene.server.services.store.transact((tx) => tx.delete(tx.t.phoneLines))
    await available(await scene.server.signIn('anna'))
    await scene.ask(asks)
    await expect.poll(async () => (await activity())?.offeredToId, { timeout: 5_000 }).toBe('anna')
    const live = await scene.admin.call('getLiveQueues')
    expect(live.waiting.items).toMatchObject([{ line: null }])
  })
})
