import { dayMs, hourMs, minuteMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf, signedScene, type SignedScene, unique } from '../testing/signed-scene.ts'

let scene: SignedScene
beforeAll(async () => {
  scene = await signedScene()
})
afterAll(() => scene.server.stop())

describe('a signed identity', () => {
  test('makes the visitor that customer, with what the site signs of him', async () => {
    const session = await scene.open({
      identity: await scene.sign({
        sub: unique('u'),
        name: 'Anna Nowak',
        email: 'Anna@Signed.example',
        phone: '+48601234567',
      }),
    })
    expect(session).toMatchObject({
      identity: { isKnown: true, refusal: null },
      visitor: { name: 'Anna Nowak', email: 'Anna@Signed.example' },
    })
    const { chat } = await scene.say(session, 'Hello')
    const customer = await scene.admin.call('getCustomer', {
      params: { customerId: await scene.customerOf(chat.activityId) },
    })
    const { signedAt } = await scene.admin.call('getCustomerHints', { params: { customerId: customer.id } })
    expect(signedAt).toEqual(['Shop'])
    expect(customer).toMatchObject({ name: 'Anna Nowak', email: 'Anna@Signed.example', phoneNumber: '+48601234567' })
  })

  test('is the customer who has the signed address, and shows nothing of what he said elsewhere', async () => {
    const known = await scene.admin.call('addCustomer', { body: { name: 'Maria Real', email: 'maria@signed.example' } })
    await scene.admin.call('addRequest', { body: { customerId: known.id, title: 'A secret matter' } })
    const session = await scene.open({
      identity: await scene.sign({ sub: unique('u'), email: 'MARIA@signed.example' }),
    })
    expect(session.visitor.name).toBe('Maria Real')
    expect(JSON.stringify(session)).not.toContain('secret')
    expect(await scene.customerOf((await scene.say(session, 'It is me')).chat.activityId)).toBe(known.id)
  })

  test('is the same on another device: his talk is there, and both go on with it', async () => {
    const sub = unique('u')
    const [phone, laptop] = [
      await scene.open({ identity: await scene.sign({ sub }) }),
      await scene.open({ identity: await scene.sign({ sub }) }),
    ]
    expect(laptop.visitorId).toBe(phone.visitorId)
    expect(laptop.token).not.toBe(phone.token)
    await scene.say(phone, 'From the phone')
    await scene.sayMore(laptop, 'From the laptop')
    const again = await scene.open({ token: phone.token, identity: await scene.sign({ sub }) })
    expect(again.token).toBe(phone.token)
    expect(again.messages.map(({ text }) => text)).toEqual(['From the phone', 'From the laptop'])
  })

  test('takes the talk along that was begun before it, and the token of then opens it no more', async () => {
    const known = await scene.admin.call('addCustomer', { body: { name: 'Piotr', email: 'piotr@signed.example' } })
    const unknown = await scene.open()
    const { chat } = await scene.say(unknown, 'Not signed in yet', { name: 'Whoever' })
    const before = await scene.customerOf(chat.activityId)
    const session = await scene.open({
      token: unknown.token,
      identity: await scene.sign({ sub: unique('u'), email: 'piotr@signed.example' }),
    })
    expect(session.messages.map(({ text }) => text)).toEqual(['Not signed in yet'])
    expect(session.visitor.name).toBe('Piotr')
    expect(await scene.customerOf(chat.activityId)).toBe(known.id)
    // As an alias, so old links arrive (ADR 0015).
    expect((await scene.admin.call('getCustomer', { params: { customerId: before } })).id).toBe(known.id)
    expect(await refusalOf(scene.as(unknown)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
    await scene.sayMore(session, 'Now I am')

    // An operator takes the two apart: id, visitor and talk go together.
    const [merge] = (await scene.admin.call('getCustomerHints', { params: { customerId: known.id } })).merges
    await scene.admin.call('undoCustomerMerge', { params: { mergeId: merge?.id ?? '' } })
    expect(await scene.customerOf(chat.activityId)).toBe(before)
    const after = await scene.open({ token: session.token })
    expect(after.messages).toHaveLength(2)
    expect(after.visitor.name).toBe('Whoever')
  })

  test('takes a talk along to somebody who has talked on another device before', async () => {
    const sub = unique('u')
    const first = await scene.open({ identity: await scene.sign({ sub, name: 'Olga' }) })
    const one = await scene.say(first, 'The first talk')
    await scene.as(first)('leaveChat', {})
    scene.server.clock.advance(minuteMs)
    const unknown = await scene.open()
    const two = await scene.say(unknown, 'The second talk')
    const session = await scene.open({ token: unknown.token, identity: await scene.sign({ sub }) })
    expect(session.visitorId).toBe(first.visitorId)
    expect(session.messages.map(({ text }) => text)).toEqual(['The second talk'])
    expect(await scene.customerOf(two.chat.activityId)).toBe(await scene.customerOf(one.chat.activityId))
    expect(await refusalOf(scene.as(unknown)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
  })

  test('of another customer begins anew in a browser that was somebody’s', async () => {
    const anna = await scene.open({ identity: await scene.sign({ sub: unique('anna'), name: 'Anna' }) })
    await scene.say(anna, 'A secret of Anna')
    const boris = await scene.open({
      token: anna.token,
      identity: await scene.sign({ sub: unique('boris'), name: 'Boris' }),
    })
    expect(boris.visitorId).not.toBe(anna.visitorId)
    expect(boris).toMatchObject({ chat: null, messages: [], visitor: { name: 'Boris' } })
    expect(await refusalOf(scene.as(anna)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
  })

  test('is over when nobody is signed in any more; a talk of the unknown stays where it is', async () => {
    const sub = unique('u')
    const anna = await scene.open({ identity: await scene.sign({ sub }) })
    await scene.say(anna, 'Mine')
    const nobody = await scene.open({ token: anna.token, identity: '' })
    expect(nobody).toMatchObject({ identity: { isKnown: false, refusal: null }, chat: null, messages: [] })
    expect(await refusalOf(scene.as(anna)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
    await scene.say(nobody, 'Unknown again')
    expect((await scene.open({ token: nobody.token, identity: '' })).messages).toHaveLength(1)
    expect((await scene.open({ identity: await scene.sign({ sub }) })).messages.map(({ text }) => text)).toEqual([
      'Mine',
    ])
  })

  test('stays with the browser while the page says nothing, a week at most', async () => {
    const anna = await scene.open({ identity: await scene.sign({ sub: unique('u') }) })
    scene.server.clock.advance(7 * dayMs - minuteMs)
    expect((await scene.open({ token: anna.token })).visitorId).toBe(anna.visitorId)
    scene.server.clock.advance(minuteMs)
    expect((await scene.open({ token: anna.token })).visitorId).not.toBe(anna.visitorId)
    expect(await refusalOf(scene.as(anna)('listWidgetMessages', {}))).toBe('VISITOR_UNKNOWN')
  })

  test('of two windows at once makes one customer and one visitor', async () => {
    const sub = unique('u')
    const identity = await scene.sign({ sub, name: 'Twice', email: 'twice@signed.example' })
    const all = await Promise.all(Array.from({ length: 6 }, () => scene.open({ identity })))
    expect(new Set(all.map(({ visitorId }) => visitorId)).size).toBe(1)
    const { items } = await scene.admin.call('listCustomers', { query: { search: 'twice@signed.example' } })
    expect(items).toHaveLength(1)
    const { customerIdentities } = scene.server.services.store.t
    const tied = await scene.server.services.store.read
      .select()
      .from(customerIdentities)
      .where(eq(customerIdentities.value, sub))
    expect(tied).toHaveLength(1)
  })

  test('of two tabs of one browser at once takes its talk along once', async () => {
    await scene.admin.call('addCustomer', { body: { name: 'Tabs', email: 'tabs@signed.example' } })
    const unknown = await scene.open()
    const { chat } = await scene.say(unknown, 'Begun before')
    const identity = await scene.sign({ sub: unique('u'), email: 'tabs@signed.example' })
    const all = await Promise.all(Array.from({ length: 4 }, () => scene.open({ token: unknown.token, identity })))
    expect(new Set(all.map(({ visitorId }) => visitorId)).size).toBe(1)
    expect(new Set(all.map(({ token }) => token)).size).toBe(4)
    for (const { messages } of all) expect(messages.map(({ text }) => text)).toEqual(['Begun before'])
    const customerId = await scene.customerOf(chat.activityId)
    expect((await scene.admin.call('getCustomerHints', { params: { customerId } })).merges).toHaveLength(1)
  })

  test('with the address of one and the number of another guesses nobody and offers both', async () => {
    const mail = await scene.admin.call('addCustomer', { body: { name: 'Has the mail', email: 'both@signed.example' } })
    const phone = await scene.admin.call('addCustomer', { body: { name: 'Has the phone', phone: '+48 602 111 222' } })
    const session = await scene.open({
      identity: await scene.sign({
        sub: unique('u'),
        name: 'Third',
        email: 'both@signed.example',
        phone: '+48602111222',
      }),
    })
    const customerId = await scene.customerOf((await scene.say(session, 'Who am I?')).chat.activityId)
    expect([mail.id, phone.id]).not.toContain(customerId)
    const { duplicates } = await scene.admin.call('getCustomerHints', { params: { customerId } })
    expect(duplicates.map(({ customer }) => customer.id).toSorted()).toEqual([mail.id, phone.id].toSorted())
  })

  test('is told in the event log, without the id that the site gave him', async () => {
    const sub = unique('very-personal')
    const session = await scene.open({ identity: await scene.sign({ sub }) })
    await scene.open({ token: session.token, identity: '' })
    const mine = await scene.told(session.visitorId)
    expect(mine.map(({ type }) => type)).toEqual(['visitor.started', 'visitor.identified', 'visitor.signedOut'])
    expect(mine[1]?.facts).toMatchObject({ siteId: 'site', keyId: scene.key.kid, isFirst: true })
    expect(await scene.told(sub)).toEqual([])
    expect((await scene.told('"signed"')).map(({ type }) => type)).toContain('customer.tied')
  })
})

describe('a site whose history needs an identity', () => {
  test('shows a talk that is over for an hour, and then only to who is signed in', async () => {
    const other = await scene.admin.call('addSite', {
      body: { name: unique('Strict'), allowedOrigins: [], queueId: 'q', historyNeedsIdentity: true },
    })
    const strict = await scene.newKey(other.id)
    const identity = () => scene.sign({ sub: 'same' }, strict)
    const [unknown, known] = [
      await scene.open({ siteKey: other.key }),
      await scene.open({ siteKey: other.key, identity: await identity() }),
    ]
    for (const session of [unknown, known]) {
      await scene.say(session, 'Said')
      await scene.as(session)('leaveChat', {})
    }
    const seen = async () => [
      (await scene.open({ siteKey: other.key, token: unknown.token })).messages.length,
      (await scene.as(unknown)('listWidgetMessages', {})).items.length,
      (await scene.open({ siteKey: other.key, token: known.token })).messages.length,
    ]
    scene.server.clock.advance(hourMs - minuteMs)
    expect(await seen()).toEqual([1, 1, 1])
    scene.server.clock.advance(minuteMs)
    expect(await seen()).toEqual([0, 0, 1])
  })
})
