import { createSocket } from '@care/client'
import type { WidgetEvents } from '@care/contract'
import { hourMs, minuteMs } from '@care/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf, type Session, signedScene, type SignedScene, unique } from '../testing/signed-scene.ts'

let scene: SignedScene
beforeAll(async () => {
  scene = await signedScene()
})
afterAll(() => scene.server.stop())

const signedAs = async (sub: string, more: Record<string, unknown> = {}) =>
  scene.open({ identity: await scene.sign({ sub, ...more }) })
const words = (text: string) => ({ clientMessageId: unique('message-0123456789'), text })
const textsOf = (items: readonly { text: string }[]): string[] => items.map(({ text }) => text)

async function upload(session: Session): Promise<string> {
  const query = { name: 'note.txt' }
  return (await scene.as(session)('uploadWidgetFile', { query, file: Buffer.from('text') })).id
}
const opens = async ({ token }: Session, fileId: string): Promise<number> =>
  (await fetch(`${scene.server.url}/api/widget/files/${fileId}?token=${token}`)).status

describe('somebody who is blocked', () => {
  async function closeAsSpam(activityId: string): Promise<void> {
    const { request } = await scene.admin.call('takeTask', { params: { activityId } })
    await scene.admin.call('closeRequest', { params: { requestId: request.id }, body: { outcome: 'spam' } })
  }
  const everyDoor = async (session: Session, typed: { email?: string } = {}) => {
    const call = scene.as(session)
    const email = typed.email ?? 'x@other.example'
    return {
      startChat: await refusalOf(call('startChat', { body: { ...words('Again'), ...typed } })),
      leaveMessage: await refusalOf(call('leaveMessage', { body: { ...words('Again'), email } })),
      askCallback: await refusalOf(call('askCallback', { body: { phone: '+48 601 234 567', from: 0 } })),
      startCall: await refusalOf(call('startCall', { body: {} })),
    }
  }
  const allRefused = {
    startChat: 'SENDER_BLOCKED',
    leaveMessage: 'SENDER_BLOCKED',
    askCallback: 'SENDER_BLOCKED',
    startCall: 'SENDER_BLOCKED',
  }

  test('is refused on each of his devices, reads on each what was said, and is let in on each when it is lifted', async () => {
    const sub = unique('spammer')
    const devices = [await signedAs(sub), await signedAs(sub)]
    const [phone, laptop] = devices
    if (!phone || !laptop) throw new Error('two devices')
    const { chat } = await scene.say(phone, 'Buy cheap watches')
    const socket = await scene.server.connected(
      createSocket<WidgetEvents>('widget', { baseUrl: scene.server.url, auth: () => ({ token: laptop.token }) }),
    )
    await closeAsSpam(chat.activityId)
    for (const device of devices) {
      expect(await everyDoor(device)).toEqual(allRefused)
      expect(await refusalOf(scene.sayMore(device, 'More'))).toBe('SENDER_BLOCKED')
      expect(await refusalOf(upload(device))).toBe('SENDER_BLOCKED')
      expect(await refusalOf(scene.open({ token: device.token }))).toBe('SENDER_BLOCKED')
      expect(textsOf((await scene.as(device)('listWidgetMessages', {})).items)).toEqual(['Buy cheap watches'])
    }
    // Also through a socket that was open before.
    expect(await refusalOf(socket.call('sendWidgetMessage', { body: words('More') }))).toBe('SENDER_BLOCKED')
    expect(await refusalOf(signedAs(sub))).toBe('SENDER_BLOCKED')

    const { items } = await scene.admin.call('listBlockedSenders')
    const blockId = items.find(({ request }) => request?.id !== undefined)?.id ?? ''
    await scene.admin.call('setBlockLifted', { params: { blockId }, body: { isLifted: true } })
    for (const device of devices) expect(await refusalOf(scene.say(device, 'I am no spammer'))).toBe('none')
    expect((await signedAs(sub)).identity.isKnown).toBe(true)
  })

  test('by his signed address is refused whatever he types, on each device', async () => {
    const email = `${unique('blocked')}@signed.example`
    const sub = unique('u')
    const devices = [await signedAs(sub, { email }), await signedAs(sub, { email })]
    await scene.admin.call('blockSender', { body: { kind: 'email', value: email } })
    for (const device of devices) {
      expect(await everyDoor(device)).toEqual(allRefused)
      expect(await everyDoor(device, { email: 'other@signed.example' })).toEqual(allRefused)
    }
  })

  test('closes a browser to nobody else: who signs in there is let in as elsewhere, without the spam', async () => {
    const spammer = await scene.open()
    const { chat } = await scene.say(spammer, 'Buy cheap watches')
    await closeAsSpam(chat.activityId)
    expect(await refusalOf(scene.open({ token: spammer.token }))).toBe('SENDER_BLOCKED')
    expect(await refusalOf(scene.open({ token: spammer.token, identity: 'forged' }))).toBe('SENDER_BLOCKED')
    expect(await refusalOf(scene.open({ token: spammer.token, identity: '' }))).toBe('SENDER_BLOCKED')
    const sub = unique('honest')
    const here = await scene.open({ token: spammer.token, identity: await scene.sign({ sub }) })
    const elsewhere = await signedAs(sub)
    expect(here).toMatchObject({ identity: { isKnown: true }, visitorId: elsewhere.visitorId, chat: null })
    const mine = await scene.say(here, 'A question')
    expect(await scene.customerOf(mine.chat.activityId)).not.toBe(await scene.customerOf(chat.activityId))
    // The spammer's own token is refused as before.
    expect(await refusalOf(scene.say(spammer, 'Again'))).toBe('SENDER_BLOCKED')
  })

  test('is blocked as himself: another who signs in on his device is not', async () => {
    const blocked = await signedAs(unique('blocked'))
    await closeAsSpam((await scene.say(blocked, 'Buy cheap watches')).chat.activityId)
    const other = await scene.open({ token: blocked.token, identity: await scene.sign({ sub: unique('other') }) })
    expect(await refusalOf(scene.say(other, 'A question'))).toBe('none')
  })
})

describe('files of talks', () => {
  test('of a proven talk open to nobody else, whatever the site asks for', async () => {
    for (const historyNeedsIdentity of [true, false]) {
      const site = await scene.newSite({ historyNeedsIdentity })
      const key = await scene.newKey(site.id)
      const known = await scene.open({ siteKey: site.key, identity: await scene.sign({ sub: unique('u') }, key) })
      const fileId = await upload(known)
      await scene.as(known)('startChat', { body: { ...words('See the file'), attachmentIds: [fileId] } })
      const unknown = await scene.open({ siteKey: site.key, token: known.token, identity: '' })
      expect(await opens(known, fileId)).toBe(401)
      expect(await opens(unknown, fileId)).toBe(404)
      const again = await scene.open({ siteKey: site.key, identity: await scene.sign({ sub: unique('v') }, key) })
      expect(await opens(again, fileId)).toBe(404)
    }
  })

  test('at a site whose history needs an identity close with their talk to the unknown, not to who is signed in', async () => {
    const site = await scene.newSite({ historyNeedsIdentity: true })
    const key = await scene.newKey(site.id)
    const sub = unique('u')
    const identity = () => scene.sign({ sub }, key)
    const unknown = await scene.open({ siteKey: site.key })
    const known = await scene.open({ siteKey: site.key, identity: await identity() })
    const files: string[] = []
    for (const session of [unknown, known]) {
      const fileId = await upload(session)
      files.push(fileId)
      await scene.as(session)('startChat', { body: { ...words('See the file'), attachmentIds: [fileId] } })
      await scene.as(session)('leaveChat', {})
    }
    const [his = '', proven = ''] = files
    expect([await opens(unknown, his), await opens(known, proven)]).toEqual([200, 200])
    scene.server.clock.advance(hourMs)
    // His own upload too: the browser may be another's by now.
    expect([await opens(unknown, his), await opens(known, proven)]).toEqual([404, 200])
    scene.server.clock.advance(minuteMs)
    const next = await upload(unknown)
    await scene.as(unknown)('startChat', { body: { ...words('Another'), attachmentIds: [next] } })
    expect([await opens(unknown, his), await opens(unknown, next)]).toEqual([404, 200])
    // Signed in, his talks of before are his, with their files.
    const session = await scene.open({ siteKey: site.key, token: unknown.token, identity: await identity() })
    expect([await opens(session, his), await opens(session, next), await opens(session, proven)]).toEqual([
      200, 200, 200,
    ])
  })
})

test('keys are changed in the middle of a talk: what was proven by the old one goes on with the new one', async () => {
  const site = await scene.newSite()
  const old = await scene.newKey(site.id)
  const sub = unique('u')
  const open = async (key: typeof old, token?: string) =>
    scene.open({ siteKey: site.key, identity: await scene.sign({ sub }, key), ...(token ? { token } : {}) })
  const [phone, laptop] = [await open(old), await open(old)]
  await scene.say(phone, 'One')
  const socket = await scene.server.connected(
    createSocket<WidgetEvents>('widget', { baseUrl: scene.server.url, auth: () => ({ token: phone.token }) }),
  )
  const next = await scene.newKey(site.id)
  // The phone's page loads anew and is signed by the new key; the laptop's does not yet.
  expect((await open(next, phone.token)).token).toBe(phone.token)
  await scene.sayMore(laptop, 'Two')
  const params = { siteId: site.id, keyId: old.kid }
  await scene.admin.call('revokeSiteKey', { params })
  await scene.sayMore(phone, 'Three')
  await socket.call('sendWidgetMessage', { body: words('Four') })
  expect(await refusalOf(scene.sayMore(laptop, 'Not taken'))).toBe('VISITOR_UNKNOWN')
  const again = await open(next)
  expect(again.visitorId).toBe(phone.visitorId)
  expect(textsOf(again.messages)).toEqual(['One', 'Two', 'Three', 'Four'])
  await scene.sayMore(again, 'Five')
  // A token that the old key signed opens nothing, and makes nobody of who is known meanwhile.
  expect(await open(old)).toMatchObject({
    identity: { isKnown: false, refusal: 'IDENTITY_KEY_UNKNOWN' },
    messages: [],
  })
  expect(textsOf((await scene.as(phone)('listWidgetMessages', {})).items)).toHaveLength(5)
})

describe('talks of before', () => {
  const chats = (session: Session, query = {}) => scene.as(session)('listEarlierChats', { query })
  const messagesOf = (session: Session, activityId: string) =>
    scene.as(session)('listEarlierMessages', { params: { activityId } })
  async function talk(session: Session, text: string): Promise<string> {
    const { chat } = await scene.say(session, text)
    await scene.as(session)('leaveChat', {})
    scene.server.clock.advance(minuteMs)
    return chat.activityId
  }

  test('are listed latest first and read on each device of who is signed in', async () => {
    const sub = unique('u')
    const phone = await signedAs(sub)
    expect([phone.hasEarlierChats, (await chats(phone)).items]).toEqual([false, []])
    const first = await talk(phone, 'Where is my order? It should have come on Monday.')
    expect((await signedAs(sub)).hasEarlierChats).toBe(false)
    const second = await talk(phone, 'The invoice')
    const laptop = await signedAs(sub)
    expect(laptop).toMatchObject({ hasEarlierChats: true, chat: { activityId: second } })
    const page = await chats(laptop, { limit: 1 })
    expect(page.items).toMatchObject([{ activityId: second, firstWords: 'The invoice', operatorName: null }])
    const rest = await chats(laptop, { limit: 1, cursor: page.nextCursor })
    expect(rest).toMatchObject({ items: [{ activityId: first, endedAt: expect.any(Number) }], nextCursor: null })
    expect(rest.items[0]?.firstWords).toMatch(/^Where is my order\?/)
    expect(textsOf((await messagesOf(laptop, first)).items)).toEqual([
      'Where is my order? It should have come on Monday.',
    ])
    const running = await scene.say(laptop, 'And now')
    expect((await chats(laptop)).items.map(({ activityId }) => activityId)).toEqual([second, first])
    expect(await refusalOf(messagesOf(laptop, running.chat.activityId))).toBe('NOT_FOUND')
  })

  test('are nobody else’s: not of who proved nothing, nor of another who did', async () => {
    const known = await signedAs(unique('u'))
    const his = await talk(known, 'A secret')
    const unknown = await scene.open()
    const own = await talk(unknown, 'Mine')
    const other = await signedAs(unique('v'))
    for (const session of [unknown, other]) {
      expect((await chats(session)).items).toEqual([])
      expect(await refusalOf(messagesOf(session, his))).toBe('NOT_FOUND')
    }
    expect(await refusalOf(messagesOf(unknown, own))).toBe('NOT_FOUND')
    expect(unknown.hasEarlierChats).toBe(false)
    expect(await refusalOf(chats(known, { cursor: 'nonsense' }))).toBe('INVALID_INPUT')
    const signedOut = await scene.open({ token: known.token, identity: '' })
    expect((await chats(signedOut)).items).toEqual([])
  })
})
