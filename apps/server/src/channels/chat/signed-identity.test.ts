import { createSocket } from '@care/client'
import { minuteMs } from '@care/domain'
import { SignJWT } from 'jose'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { createSecrets } from '../../kernel/secrets.ts'
import { settleSecretsKey } from '../../modules/channels/index.ts'
import { siteSecret } from '../../modules/settings/index.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytes, refusalOf, signedScene, type SignedScene, unique } from '../testing/signed-scene.ts'

let scene: SignedScene
beforeAll(async () => {
  scene = await signedScene()
})
afterAll(() => scene.server.stop())

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('impersonation', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const attempts: [string, () => string | Promise<string>, string][] = [
    ['no token at all', () => 'not a token', 'IDENTITY_INVALID'],
    [
      'alg none',
      () => `${encoded({ alg: 'none', kid: scene.key.kid })}.${encoded({ sub: 'victim', exp: scene.seconds() + 60 })}.`,
      'IDENTITY_INVALID',
    ],
    [
      'RS256 instead of HS256',
      () =>
        new SignJWT({ sub: 'victim', exp: scene.seconds() + 60 })
          .setProtectedHeader({ alg: 'RS256', kid: scene.key.kid })
          .sign(rsa.privateKey),
      'IDENTITY_INVALID',
    ],
    [
      'HS512 with the right secret',
      () =>
        new SignJWT({ sub: 'victim', exp: scene.seconds() + 60 })
          .setProtectedHeader({ alg: 'HS512', kid: scene.key.kid })
          .sign(bytes(scene.key.secret.repeat(2))),
      'IDENTITY_INVALID',
    ],
    [
      'another secret',
      () => scene.sign({ sub: 'victim' }, { kid: scene.key.kid, secret: 'x'.repeat(43) }),
      'IDENTITY_INVALID',
    ],
    [
      'a key of nobody',
      () => scene.sign({ sub: 'victim' }, { kid: 'x', secret: scene.key.secret }),
      'IDENTITY_KEY_UNKNOWN',
    ],
    [
      'changed words under an old signature',
      async () => {
        const [head, , signature] = (await scene.sign({ sub: 'mallory' })).split('.')
        return `${head}.${encoded({ sub: 'victim', exp: scene.seconds() + 60 })}.${signature}`
      },
      'IDENTITY_INVALID',
    ],
    [
      'no kid',
      () =>
        new SignJWT({ sub: 'victim', exp: scene.seconds() + 60 })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(bytes(scene.key.secret)),
      'IDENTITY_KEY_UNKNOWN',
    ],
    [
      'a key in the header',
      () =>
        new SignJWT({ sub: 'victim', exp: scene.seconds() + 60 })
          .setProtectedHeader({ alg: 'HS256', jwk: { kty: 'oct' } })
          .sign(bytes('z'.repeat(43))),
      'IDENTITY_KEY_UNKNOWN',
    ],
    [
      'an unknown critical header',
      () => {
        const head = encoded({ alg: 'HS256', kid: scene.key.kid, crit: ['care'], care: 1 })
        const signed = `${head}.${encoded({ sub: 'victim', exp: scene.seconds() + 60 })}`
        return `${signed}.${createHmac('sha256', scene.key.secret).update(signed).digest('base64url')}`
      },
      'IDENTITY_INVALID',
    ],
    ['no sub', () => scene.sign({ email: 'victim@signed.example' }), 'IDENTITY_INVALID'],
    ['an empty sub', () => scene.sign({ sub: '' }), 'IDENTITY_INVALID'],
    ['a sub that no database keeps', () => scene.sign({ sub: 'a\u0000b' }), 'IDENTITY_INVALID'],
    ['a sub that is a number', () => scene.sign({ sub: 7 }), 'IDENTITY_INVALID'],
    ['no exp', () => scene.sign({ sub: 'victim', exp: undefined }), 'IDENTITY_INVALID'],
    ['over', () => scene.sign({ sub: 'victim', exp: scene.seconds() - 61 }), 'IDENTITY_EXPIRED'],
    ['for longer than a day', () => scene.sign({ sub: 'victim', exp: scene.seconds() + 90_000 }), 'IDENTITY_TOO_LONG'],
    ['from the future', () => scene.sign({ sub: 'victim', iat: scene.seconds() + 3_600 }), 'IDENTITY_INVALID'],
    ['an address that is none', () => scene.sign({ sub: 'victim', email: 'nobody' }), 'IDENTITY_INVALID'],
    ['more than 4 KiB', () => scene.sign({ sub: 'victim', padding: 'x'.repeat(5_000) }), 'IDENTITY_TOO_LARGE'],
  ]
  test.each(attempts)('%s: refused by name, and he goes on as somebody unknown', async (_name, token, refusal) => {
    const session = await scene.open({ identity: await token() })
    expect(session).toMatchObject({
      identity: { isKnown: false, refusal },
      chat: null,
      visitor: { name: '', email: '' },
    })
    await scene.say(session, 'All the same I may write')
  })

  test('a token that is over is not taken again, and ends the session that it began', async () => {
    const identity = await scene.sign({ sub: unique('u'), exp: scene.seconds() + 60 })
    const session = await scene.open({ identity })
    await scene.say(session, 'Mine')
    scene.server.clock.advance(2 * minuteMs)
    const replayed = await scene.open({ identity })
    expect(replayed).toMatchObject({ identity: { isKnown: false, refusal: 'IDENTITY_EXPIRED' }, messages: [] })
    expect(await scene.open({ token: session.token, identity })).toMatchObject({
      identity: { isKnown: false },
      messages: [],
    })
    expect(await refusalOf(scene.as(session)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
  })

  test('a refused token ends nothing of who is unknown anyway', async () => {
    const unknown = await scene.open()
    await scene.say(unknown, 'Mine')
    const session = await scene.open({ token: unknown.token, identity: 'forged' })
    expect(session.token).toBe(unknown.token)
    expect(session.messages).toHaveLength(1)
  })

  test('an address that is typed, or another’s token, never shows what a signed customer said', async () => {
    const session = await scene.open({
      identity: await scene.sign({ sub: unique('u'), name: 'Real', email: 'real@signed.example' }),
    })
    await scene.say(session, 'A secret')
    const thief = await scene.open()
    const { chat } = await scene.say(thief, 'I am he', { name: 'Real', email: 'real@signed.example' })
    const seen = await scene.open({ token: thief.token })
    expect(JSON.stringify(seen)).not.toContain('A secret')
    const { duplicates } = await scene.admin.call('getCustomerHints', {
      params: { customerId: await scene.customerOf(chat.activityId) },
    })
    expect(duplicates).toMatchObject([{ reasons: ['email'], isUnproven: true }])
  })

  test('one site’s signature is nobody’s at another', async () => {
    const other = await scene.admin.call('addSite', {
      body: { name: unique('Other'), allowedOrigins: [], queueId: 'q' },
    })
    const sub = unique('u')
    const identity = await scene.sign({ sub, name: 'Here' })
    await scene.open({ identity })
    expect(await scene.open({ siteKey: other.key, identity })).toMatchObject({
      identity: { refusal: 'IDENTITY_KEY_UNKNOWN' },
    })
    const there = await scene.open({
      siteKey: other.key,
      identity: await scene.sign({ sub }, await scene.newKey(other.id)),
    })
    expect(there).toMatchObject({ identity: { isKnown: true }, visitor: { name: '' } })
  })
})

describe('keys', () => {
  test('two are in force at once, a third is refused; the secret is kept sealed and told once', async () => {
    const second = await scene.newKey()
    expect(await refusalOf(scene.newKey())).toBe('NOT_ALLOWED_NOW')
    expect((await scene.open({ identity: await scene.sign({ sub: unique('u') }, second) })).identity.isKnown).toBe(true)
    expect((await scene.open({ identity: await scene.sign({ sub: unique('u') }) })).identity.isKnown).toBe(true)
    const { items } = await scene.admin.call('listSiteKeys', { params: { siteId: 'site' } })
    expect(items.map(({ id }) => id)).toEqual([second.kid, scene.key.kid])
    expect(JSON.stringify(items)).not.toContain(second.secret)
    const { siteKeys } = scene.server.services.store.t
    const rows = await scene.server.services.store.read.select().from(siteKeys)
    expect(JSON.stringify(rows)).not.toContain(second.secret)
    await scene.revoke(second.kid)
  })

  test('a repeated call makes one key and answers its secret', async () => {
    const input = { params: { siteId: 'site' }, idempotencyKey: unique('add-key') }
    const [first, again] = [await scene.admin.call('addSiteKey', input), await scene.admin.call('addSiteKey', input)]
    expect(again).toEqual(first)
    expect(
      (
        await scene.open({
          identity: await scene.sign({ sub: unique('u') }, { kid: first.key.id, secret: first.secret }),
        })
      ).identity.isKnown,
    ).toBe(true)
    await scene.revoke(first.key.id)
  })

  test('a revoked one signs nothing, and who came by it is unknown when he connects next', async () => {
    const lost = await scene.newKey()
    const sub = unique('u')
    const session = await scene.open({ identity: await scene.sign({ sub }, lost) })
    await scene.say(session, 'Mine')
    await scene.revoke(lost.kid)
    await scene.revoke(lost.kid)
    expect((await scene.open({ identity: await scene.sign({ sub }, lost) })).identity.refusal).toBe(
      'IDENTITY_KEY_UNKNOWN',
    )
    expect(await refusalOf(scene.as(session)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
    expect(await scene.open({ token: session.token })).toMatchObject({ identity: { isKnown: false }, messages: [] })
    // With a key that is in force he is the same customer.
    expect((await scene.open({ identity: await scene.sign({ sub }) })).messages.map(({ text }) => text)).toEqual([
      'Mine',
    ])
    const told = await scene.told(lost.kid)
    expect(told.map(({ type }) => type)).toEqual(['siteKey.added', 'visitor.identified', 'siteKey.revoked'])
  })

  test('are sealed anew with the key that seals now', async () => {
    const { services } = scene.server
    const next = createSecrets(new Uint8Array(32).fill(2))
    const both = {
      ...next,
      oldKeyIds: [services.secrets.keyId],
      open: (sealed: string, about: string) => services.secrets.open(sealed, about),
    }
    await settleSecretsKey({ ...services, secrets: both })
    const after = { ...services, secrets: next }
    expect(await siteSecret(after, 'site', scene.key.kid)).toBe(scene.key.secret)
    // Who has the former key alone reads it no more, and says so in the log.
    expect(await siteSecret(services, 'site', scene.key.kid)).toBeNull()
    const back = {
      ...services.secrets,
      oldKeyIds: [next.keyId],
      open: (sealed: string, about: string) => next.open(sealed, about),
    }
    await settleSecretsKey({ ...services, secrets: back })
    expect(await siteSecret(services, 'site', scene.key.kid)).toBe(scene.key.secret)
  })

  test('a socket is let in by a session that was proven, and not after its key is gone', async () => {
    const lost = await scene.newKey()
    const { token } = await scene.open({ identity: await scene.sign({ sub: unique('u') }, lost) })
    const connect = () =>
      scene.server.connected(createSocket('widget', { baseUrl: scene.server.url, auth: () => ({ token }) }) as never)
    await connect()
    await scene.revoke(lost.kid)
    await expect(connect()).rejects.toThrow('VISITOR_UNKNOWN')
  })
})
