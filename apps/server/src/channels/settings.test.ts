import { eq } from '../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSecrets } from '../kernel/secrets.ts'
import { settleSecretsKey } from '../modules/channels/index.ts'
import { bootServer, type TestServer } from '../testing/boot-server.ts'
import type { Desk } from '../testing/people.ts'
import { refusal } from '../testing/workbench.ts'
import { createFakeChannel, type FakeOtherSide, fakePassword, fakeSettings } from './testing/fake-channel.ts'

let server: TestServer
let admin: Desk
let other: FakeOtherSide
beforeEach(async () => {
  const fake = createFakeChannel()
  other = fake.other
  server = await bootServer({ kinds: [fake.kind] })
  admin = await server.signIn('admin')
})
afterEach(() => server.stop())

const body = { kind: 'fake', name: 'Help desk', settings: fakeSettings, secrets: { password: fakePassword } }
const add = (more: object = {}) => admin.call('addChannel', { body: { ...body, ...more } })
const edit = (channelId: string, version: number, patch: object) =>
  admin.call('editChannel', { params: { channelId }, version, body: patch })
const row = async (channelId: string) => {
  const { store } = server.services
  const [found] = await store.read.select().from(store.t.channels).where(eq(store.t.channels.id, channelId))
  return found
}
const events = async () => {
  const { store } = server.services
  return store.read.select().from(store.t.events).orderBy(store.t.events.seq)
}

describe('channels', () => {
  test('are added off, with the standard where nothing was said, and known by name', async () => {
    const channel = await add({ queueId: 'q', typeId: 'general' })
    expect(channel).toMatchObject({
      name: 'Help desk',
      isOn: false,
      queue: { id: 'q', name: 'General' },
      type: { id: 'general' },
      location: null,
      settings: { host: 'fake.example', port: 993, way: 'push', isLoud: false },
      secrets: { password: { isSet: true } },
      health: 'unknown',
      hookPath: `/hook/${channel.id}`,
      version: 1,
    })
    const { items, kinds } = await admin.call('listChannels')
    expect(items).toEqual([channel])
    expect(kinds).toMatchObject([{ kind: 'fake', medium: 'messenger', takesHooks: true }])
  })

  test('refuse what their kind does not take, naming the field', async () => {
    const wrong = add({ settings: { host: 'not a host', port: 0, colour: 'red' }, secrets: { token: 'x' } })
    await expect(wrong).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: {
        issues: expect.arrayContaining([
          { path: 'settings.host', message: 'WRONG' },
          { path: 'settings.port', message: 'TOO_SMALL' },
          { path: 'settings.colour', message: 'UNKNOWN' },
          { path: 'secrets.password', message: 'REQUIRED' },
          { path: 'secrets.token', message: 'UNKNOWN' },
        ]),
      },
    })
    await add()
    expect(
      await Promise.all(
        [
          add({ name: 'help DESK' }),
          add({ name: 'Other', kind: 'none' }),
          add({ name: 'Other', queueId: 'none' }),
          add({ name: 'Other', typeId: 'none' }),
          add({ name: 'Other', locationId: 'none' }),
        ].map(refusal),
      ),
    ).toEqual(['NAME_TAKEN', 'INVALID_INPUT', 'NOT_FOUND', 'INVALID_INPUT', 'INVALID_INPUT'])
  })

  test('change field by field; a secret that is not named stays, null takes it away', async () => {
    const { id } = await add()
    const sealed = (await row(id))?.secrets['password']
    const changed = await edit(id, 1, { settings: { port: 143 }, queueId: 'q' })
    expect(changed).toMatchObject({ settings: { host: 'fake.example', port: 143 }, queue: { id: 'q' }, version: 2 })
    expect((await row(id))?.secrets['password']).toBe(sealed)
    const without = edit(id, 2, { secrets: { password: null } })
    await expect(without).rejects.toMatchObject({
      details: { issues: [{ path: 'secrets.password', message: 'REQUIRED' }] },
    })
    await edit(id, 2, { secrets: { password: 'another' } })
    expect((await row(id))?.secrets['password']).not.toBe(sealed)
    expect((await events()).filter(({ type }) => type === 'channel.edited').map(({ facts }) => facts)).toMatchObject([
      { fields: ['queueId', 'settings.port'] },
      { fields: ['secrets.password'] },
    ])
  })

  test('tell the second editor what stands there now, and no secret (rule 4)', async () => {
    const { id } = await add()
    await edit(id, 1, { name: 'First' })
    const late = edit(id, 1, { name: 'Second', secrets: { password: 'mine' }, settings: { port: 1 } })
    const error: unknown = await late.catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'CONFLICT',
      details: {
        currentVersion: 2,
        changedBy: 'Admin',
        current: { name: 'First', settings: { host: 'fake.example' } },
      },
    })
    expect(JSON.stringify(error)).not.toMatch(/mine|v1:/)
  })

  test('keep their secrets sealed in the database, and out of the log, events and answers', async () => {
    const { id } = await add()
    await edit(id, 1, { secrets: { password: 'a second secret' } })
    await admin.call('testChannel', { params: { channelId: id } })
    const { store } = server.services
    const all = JSON.stringify([
      await row(id),
      await events(),
      await store.read.select().from(store.t.idempotency),
      await admin.call('listChannels'),
      server.logs,
    ])
    expect(all).not.toContain(fakePassword)
    expect(all).not.toContain('a second secret')
    // The other side said it in its refusal.
    expect((await row(id))?.problemText).toBe('535 not the password: •••')
  })

  test('are tested with what is set: well, refused, unreachable', async () => {
    const { id: channelId } = await add()
    const tried = () => admin.call('testChannel', { params: { channelId } })
    expect(await tried()).toMatchObject({ health: 'ok', problem: null, lastOkAt: expect.any(Number) })
    other.password = 'changed there'
    expect(await tried()).toMatchObject({ health: 'refused', problem: 'WRONG_CREDENTIALS' })
    other.isUp = false
    expect(await tried()).toMatchObject({ health: 'trouble', problem: 'UNREACHABLE', problemAt: expect.any(Number) })
    const told = (await events()).filter(({ type }) => type === 'channel.healthChanged')
    expect(told.map(({ facts }) => facts['health'])).toEqual(['ok', 'refused', 'trouble'])
  })

  test('that do not answer are given up after 10 s', { timeout: 20_000 }, async () => {
    const { id: channelId } = await add()
    other.isSilent = true
    const began = Date.now()
    const tested = await admin.call('testChannel', { params: { channelId } })
    expect(tested).toMatchObject({ health: 'trouble', problem: 'TIMED_OUT' })
    expect(Date.now() - began).toBeLessThan(13_000)
  })

  test('are switched once, however often', async () => {
    const { id: channelId } = await add()
    for (let times = 0; times < 2; times++)
      expect(await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })).toMatchObject({
        isOn: true,
        version: 2,
      })
    expect((await events()).filter(({ type }) => type === 'channel.switched')).toHaveLength(1)
  })

  test('are removed with their secrets; what came by them keeps their row', async () => {
    const [unused, used] = [await add(), await add({ name: 'Used' })]
    const { store } = server.services
    const came = { id: 'i', channelId: used.id, externalId: 'x', receivedAt: 1, tries: 0, rawBytes: 0 }
    await store.transact((tx) => tx.insert(tx.t.intakes).values({ ...came, state: 'done' }))
    for (const { id: channelId } of [unused, used]) await admin.call('removeChannel', { params: { channelId } })
    expect(await row(unused.id)).toBeUndefined()
    expect(await row(used.id)).toMatchObject({ removedAt: expect.any(Number), secrets: {}, isOn: false })
    expect((await admin.call('listChannels')).items).toEqual([])
    expect(await refusal(admin.call('removeChannel', { params: { channelId: used.id } }))).toBe('NOT_FOUND')
    // The name is free again.
    expect(await add({ name: 'Used' })).toMatchObject({ name: 'Used' })
  })

  test('keep a queue from being archived', async () => {
    await add({ queueId: 'foreign' })
    const archive = admin.call('editQueue', { params: { queueId: 'foreign' }, version: 1, body: { isActive: false } })
    await expect(archive).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { channels: ['Help desk'] } })
  })

  test('are told to the desks of those who may set them up, and to nobody else', async () => {
    const [mine, another] = [await admin.socket(), await (await server.signIn('anna')).socket()]
    const [heard, overheard]: [string[], string[]] = [[], []]
    mine.on('channels.changed', () => void heard.push('changed'))
    another.on('channels.changed', () => void overheard.push('changed'))
    await add()
    await server.settle()
    await expect.poll(() => heard).toEqual(['changed'])
    expect(overheard).toEqual([])
  })
})

describe('what failed', () => {
  test('is tried for about two hours, then shown, and taken when a person says so', async () => {
    const { id: channelId } = await add()
    await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
    await server.app.connectors.look()
    await expect.poll(() => other.connections.has(channelId)).toBe(true)
    other.failing.set('Unlucky', 12)
    await other.deliver(channelId, [{ id: '1', name: 'Unlucky' }])
    for (let times = 0; times < 12; times++) {
      await server.settle()
      server.clock.advance(15 * 60_000)
    }
    expect(other.taken).toBe(12)
    const listed = () => admin.call('listFailedIntakes', { params: { channelId } })
    const [failed] = (await listed()).items
    expect(failed).toMatchObject({ externalId: '1', tries: 12, error: 'the house is not ready for it' })
    const intakeId = failed?.id ?? ''
    await admin.call('retryIntake', { params: { intakeId } })
    expect(await refusal(admin.call('retryIntake', { params: { intakeId } }))).toBe('NOT_ALLOWED_NOW')
    await server.settle()
    expect((await listed()).items).toEqual([])
    const { store } = server.services
    expect(await store.read.select({ name: store.t.customers.name }).from(store.t.customers)).toEqual([
      { name: 'Unlucky' },
    ])
  })

  test('is put aside, where it is neither listed nor counted, and brought back', async () => {
    const { id: channelId } = await add()
    const { store } = server.services
    await store.transact((tx) =>
      tx.insert(tx.t.intakes).values(
        ['i0', 'i1', 'i2'].map((id, n) => ({
          id,
          channelId,
          externalId: id,
          receivedAt: n,
          tries: 1,
          rawBytes: 0,
          state: n === 2 ? ('done' as const) : ('failed' as const),
        })),
      ),
    )
    const put = (intakeId: string, isAside: boolean) =>
      admin.call('putIntakeAside', { params: { intakeId }, body: { isAside } })
    const shown = async () => {
      const { items } = await admin.call('listFailedIntakes', { params: { channelId } })
      const listed = (await admin.call('listChannels')).items.find(({ id }) => id === channelId)
      return [items.map(({ id }) => id), listed?.failedIntakes]
    }
    await put('i1', true)
    await put('i1', true)
    expect(await shown()).toEqual([['i0'], 1])
    expect(await refusal(admin.call('retryIntake', { params: { intakeId: 'i1' } }))).toBe('NOT_ALLOWED_NOW')
    await put('i1', false)
    expect(await shown()).toEqual([['i1', 'i0'], 2])
    expect(await refusal(put('i2', true))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(put('gone', true))).toBe('NOT_FOUND')
    const { events } = store.t
    const told = await store.read.select({ type: events.type, by: events.actorId }).from(events).orderBy(events.seq)
    expect(told.filter(({ type }) => type === 'intake.putAside' || type === 'intake.broughtBack')).toEqual([
      { type: 'intake.putAside', by: 'admin' },
      { type: 'intake.broughtBack', by: 'admin' },
    ])
  })

  test('is listed page by page, newest first', async () => {
    const { id: channelId } = await add()
    const { store } = server.services
    const rows = Array.from({ length: 5 }, (_, n) => ({
      id: `i${n}`,
      channelId,
      externalId: `${n}`,
      receivedAt: 10 - Math.floor(n / 2),
      tries: 1,
      rawBytes: 0,
      state: 'failed' as const,
    }))
    await store.transact((tx) => tx.insert(tx.t.intakes).values(rows))
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const query = { limit: 2, ...(cursor ? { cursor } : {}) }
      const page = await admin.call('listFailedIntakes', { params: { channelId }, query })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toEqual(['i1', 'i0', 'i3', 'i2', 'i4'])
  })
})

describe('the key of secrets', () => {
  const servicesWith = (fill: number, old: number[] = [], config: object = {}) => ({
    ...server.services,
    config: { ...server.services.config, ...config },
    secrets: createSecrets(
      new Uint8Array(32).fill(fill),
      old.map((one) => new Uint8Array(32).fill(one)),
    ),
  })
  const many = { redisUrl: 'redis://127.0.0.1:6379' }

  test('is the same for all processes; another one does not start, unless it is told what it is', async () => {
    await settleSecretsKey(servicesWith(1, [], many))
    await settleSecretsKey(servicesWith(1, [], many))
    await expect(settleSecretsKey(servicesWith(2, [], many))).rejects.toThrow(/^SECRETS_KEY: .*SECRETS_KEY_OLD=lost/)
    await settleSecretsKey(servicesWith(2, [1], many))
    await expect(settleSecretsKey(servicesWith(1, [], many))).rejects.toThrow(/^SECRETS_KEY: /)
    await settleSecretsKey(servicesWith(3, [], { ...many, oldSecretsKeys: 'lost' }))
  })

  test('can be changed: what the one before sealed is sealed anew', async () => {
    const { id } = await add()
    const before = await row(id)
    const next = servicesWith(2)
    const { secrets: key } = server.services
    const open = (sealed: string, about: string): string => key.open(sealed, about)
    const both = { ...next, secrets: { ...next.secrets, oldKeyIds: [key.keyId], open } }
    await settleSecretsKey(both)
    const after = await row(id)
    expect(next.secrets.open(after?.secrets['password'] ?? '', `channel:${id}:password`)).toBe(fakePassword)
    expect(after?.version).toBe(before?.version)
  })

  test('that is another one is told as the channel’s trouble, and stops nothing else', async () => {
    const { id: channelId } = await add()
    const { store } = server.services
    const foreign = createSecrets(new Uint8Array(32).fill(9)).seal(fakePassword, `channel:${channelId}:password`)
    await store.transact((tx) => tx.update(tx.t.channels).set({ secrets: { password: foreign }, isOn: true }))
    expect(await admin.call('testChannel', { params: { channelId } })).toMatchObject({
      health: 'trouble',
      problem: 'SEALED_ELSEWHERE',
      problemText: 'sealed with another key',
    })
    const answer = await fetch(`${server.url}/hook/${channelId}`, { method: 'POST', body: '[]' })
    expect(answer.status).toBe(503)
    // Typed again, it is well.
    const version = (await row(channelId))?.version ?? 0
    await edit(channelId, version, { secrets: { password: fakePassword } })
    expect(await admin.call('testChannel', { params: { channelId } })).toMatchObject({ health: 'ok' })
  })
})

test('nothing of a channel can be read or changed by whoever may not set it up', async () => {
  const { id: channelId } = await add()
  const vera = await server.signIn('vera')
  const params = { channelId }
  expect(
    await Promise.all(
      [
        vera.call('listChannels'),
        vera.call('editChannel', { params, version: 1, body: { name: 'Mine' } }),
        vera.call('switchChannel', { params, body: { isOn: true } }),
        vera.call('testChannel', { params }),
        vera.call('removeChannel', { params }),
      ].map(refusal),
    ),
  ).toEqual(Array.from({ length: 5 }, () => 'FORBIDDEN'))
  expect(await row(channelId)).toMatchObject({ name: 'Help desk', isOn: false, health: 'unknown' })
})
