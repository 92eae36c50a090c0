import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Api, BodyInputOf } from '@care/contract'
import { dayMs, limits } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertMany } from '../../db/bulk.ts'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'

let server: TestServer
let anna: Desk
let boris: Desk
let vera: Desk
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  boris = await server.signIn('boris')
  vera = await server.signIn('vera')
})
afterAll(() => server.stop())

type Fields = BodyInputOf<Api['addQuickReply']>
const fields = (shortcut: string, over: Partial<Fields> = {}): Fields => ({
  isShared: false,
  shortcut,
  title: `Title of ${shortcut}`,
  texts: { en: `Hello {customer.firstName}, this is ${shortcut}.` },
  ...over,
})
const add = (desk: Desk, shortcut: string, over?: Partial<Fields>) =>
  desk.call('addQuickReply', { body: fields(shortcut, over) })
const shortcuts = async (desk: Desk, query: Record<string, string> = {}): Promise<string[]> =>
  (await desk.call('listQuickReplies', { query: { limit: 100, ...query } })).items.map(({ shortcut }) => shortcut)
const upload = (desk: Desk, name = 'label.txt', text = 'a label') =>
  desk.call('uploadQuickReplyFile', { query: { name }, file: new Blob([text]) })
const bytesOf = (fileId: string): string => join(server.services.config.dataDir, 'files', fileId.slice(-2), fileId)

test('own ones are seen by their owner alone, shared ones by all', async () => {
  const own = await add(anna, 'own-of-anna')
  const both = await add(vera, 'of-all', { isShared: true })
  expect(own).toMatchObject({ ownerId: 'anna', uses: 0, abilities: { edit: true } })
  expect(both.ownerId).toBeNull()
  expect(await shortcuts(anna)).toEqual(expect.arrayContaining(['own-of-anna', 'of-all']))
  expect(await shortcuts(boris)).not.toContain('own-of-anna')
  expect(await shortcuts(anna, { scope: 'own' })).toEqual(['own-of-anna'])
  const seen = (await boris.call('listQuickReplies', { query: { scope: 'shared' } })).items
  expect(seen.find(({ id }) => id === both.id)?.abilities.edit).toBe(false)
  const params = { quickReplyId: own.id }
  expect(await anna.call('getQuickReply', { params })).toMatchObject({ shortcut: 'own-of-anna' })
  for (const touch of [
    () => vera.call('getQuickReply', { params }),
    () => vera.call('editQuickReply', { params, body: { title: 'x' }, version: 1 }),
    () => vera.call('deleteQuickReply', { params }),
    () => vera.call('useQuickReply', { params }),
  ])
    await expect(touch()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a shortcut is one word, and one of its owner', async () => {
  await add(anna, 'zwrot')
  await expect(add(anna, '/ZWRÓT')).rejects.toMatchObject({ code: 'SHORTCUT_TAKEN' })
  expect((await add(boris, '/Zwrot')).shortcut).toBe('Zwrot')
  await expect(add(anna, 'two words')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const raced = await Promise.allSettled(Array.from({ length: 5 }, () => add(anna, 'raced')))
  expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const reasons = raced.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(reasons).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ code: 'SHORTCUT_TAKEN' })))
})

test('an unknown variable is refused and named', async () => {
  const refused = add(anna, 'unknown', { texts: { en: 'Fine', ru: 'Привет, {customer.shoeSize}!' } })
  await expect(refused).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'texts.ru', message: 'unknown variable {customer.shoeSize}' }] },
  })
  await expect(add(anna, 'empty', { texts: { en: '  ' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await shortcuts(anna, { search: 'unknown' })).toEqual([])
})

test('an overtaken edit says what stands there now', async () => {
  const { id: quickReplyId, version } = await add(vera, 'edited', { isShared: true })
  const params = { quickReplyId }
  const admin = await server.signIn('admin')
  const first = await admin.call('editQuickReply', { params, body: { title: 'First' }, version })
  expect(first).toMatchObject({ title: 'First', version: version + 1 })
  await expect(vera.call('editQuickReply', { params, body: { title: 'Second' }, version })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { current: { title: 'First' }, currentVersion: version + 1, changedBy: 'Admin' },
  })
  expect(await shortcuts(vera, { search: 'second' })).toEqual([])
  expect(await shortcuts(vera, { search: 'first' })).toEqual(['edited'])
})

test('what is deleted is in no list and frees its shortcut; restoring brings it back as it was', async () => {
  const reply = await add(anna, 'gone')
  const params = { quickReplyId: reply.id }
  await anna.call('useQuickReply', { params })
  await anna.call('deleteQuickReply', { params })
  expect(await shortcuts(anna, { search: 'gone' })).toEqual([])
  await expect(anna.call('deleteQuickReply', { params })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(anna.call('useQuickReply', { params })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const other = await add(anna, 'gone')
  await expect(anna.call('restoreQuickReply', { params })).rejects.toMatchObject({ code: 'SHORTCUT_TAKEN' })
  await anna.call('deleteQuickReply', { params: { quickReplyId: other.id } })
  expect(await anna.call('restoreQuickReply', { params })).toMatchObject({ id: reply.id, shortcut: 'gone', uses: 1 })
  expect(await shortcuts(anna, { search: 'gone' })).toEqual(['gone'])
  await expect(anna.call('restoreQuickReply', { params })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a use counts once however often it is repeated, and gives copies that are sent as own uploads', async () => {
  const file = await upload(vera)
  const reply = await add(vera, 'label', { isShared: true, attachmentIds: [file.id] })
  const params = { quickReplyId: reply.id }
  const [one, two] = [
    await anna.call('useQuickReply', { params, idempotencyKey: 'use-1' }),
    await anna.call('useQuickReply', { params, idempotencyKey: 'use-1' }),
  ]
  expect(two).toEqual(one)
  expect(one.attachments).toHaveLength(1)
  expect(one.attachments[0]).toMatchObject({ name: 'label.txt', size: 7 })
  const [found] = (await anna.call('listQuickReplies', { query: { search: 'label' } })).items
  expect(found).toMatchObject({ uses: 1, attachments: [{ id: file.id }] })

  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'client-1', text: 'Hi' } })
  await anna.call('takeTask', { params: { activityId: chat.activityId } })
  const send = (clientMessageId: string, attachmentIds: string[]) =>
    anna.call('sendMessage', {
      params: { activityId: chat.activityId },
      body: { clientMessageId, text: 'The label', attachmentIds },
    })
  await send('answer-1', [one.attachments[0]?.id ?? ''])
  // The reply's own file is no upload of anybody: it stays with the reply.
  await expect(send('answer-2', [file.id])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const again = await anna.call('useQuickReply', { params })
  expect(again.attachments[0]?.id).not.toBe(one.attachments[0]?.id)
  const address = (path: string) => fetch(`${server.url}${path}`, { headers: { cookie: boris.cookie } })
  expect(await (await address(`/api/quick-replies/${reply.id}/files/${file.id}`)).text()).toBe('a label')
  expect((await address(`/api/quick-replies/${reply.id}/files/${one.attachments[0]?.id}`)).status).toBe(404)
  expect((await address(`/api/files/${file.id}`)).status).toBe(404)
})

test('files that a reply lets go are removed, and all of them a day after it was deleted', async () => {
  const [kept, dropped] = [await upload(anna, 'kept.txt'), await upload(anna, 'dropped.txt')]
  const reply = await add(anna, 'with-files', { attachmentIds: [kept.id, dropped.id] })
  const params = { quickReplyId: reply.id }
  await expect(add(anna, 'thief', { attachmentIds: [kept.id] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const edited = await anna.call('editQuickReply', {
    params,
    body: { attachmentIds: [kept.id] },
    version: reply.version,
  })
  expect(edited.attachments.map(({ name }) => name)).toEqual(['kept.txt'])
  await server.settle()
  expect([existsSync(bytesOf(kept.id)), existsSync(bytesOf(dropped.id))]).toEqual([true, false])
  await anna.call('deleteQuickReply', { params })
  server.clock.advance(dayMs - 60_000)
  await server.sweep()
  await server.settle()
  expect(existsSync(bytesOf(kept.id))).toBe(true)
  server.clock.advance(120_000)
  await server.sweep()
  await server.settle()
  expect(existsSync(bytesOf(kept.id))).toBe(false)
  await expect(anna.call('restoreQuickReply', { params })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('other desks hear of a change: all of a shared one, the owner alone of his own', async () => {
  const heard: string[] = []
  const listen = async (desk: Desk, name: string) =>
    (await desk.socket()).on('quickReplies.changed', ({ isShared }) => heard.push(`${name} ${isShared}`))
  await Promise.all([listen(anna, 'anna'), listen(boris, 'boris')])
  await add(anna, 'pushed')
  await add(vera, 'pushed', { isShared: true })
  await server.settle()
  await expect.poll(() => heard.toSorted()).toEqual(['anna false', 'anna true', 'boris true'])
})

test('there are no more than there may be', async () => {
  const carla = await server.signIn('carla')
  const { store } = server.services
  await store.transact(async (tx) => {
    const row = { owner: 'carla', title: 'x', group: '', texts: {}, attachmentIds: [], uses: 0, version: 1 }
    const rows = Array.from({ length: limits.quickRepliesOwn }, (_, i) => ({
      ...row,
      id: `full-${i}`,
      shortcut: `s${i}`,
      shortcutFolded: `s${i}`,
      createdAt: 0,
      updatedAt: 0,
    }))
    await insertMany(tx, tx.t.quickReplies, rows)
  })
  await expect(add(carla, 'one-more')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})
