import { dayMs } from '@care/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { oldDrafts } from '../../sweeps/old-drafts.ts'
import { unusedFiles } from '../../sweeps/unused-files.ts'
import { monday } from '../../testing/workbench.ts'

let server: TestServer
let [anna, boris]: Desk[] = []
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  boris = await server.signIn('boris')
})
afterAll(() => server.stop())

let made = 0
/** A talk in Anna's progress, in a queue of both. */
async function talk(): Promise<{ anna: Desk; boris: Desk; activityId: string }> {
  if (!anna || !boris) throw new Error('nobody is signed in')
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', {
    body: { clientMessageId: `key-of-draft-${(made += 1)}`, text: 'Hello' },
  })
  await anna.call('takeTask', { params: { activityId: chat.activityId } })
  return { anna, boris, activityId: chat.activityId }
}
const save = (desk: Desk, activityId: string, body: object, kind: 'reply' | 'comment' = 'reply') =>
  desk.call('saveDraft', { params: { activityId, kind }, body: { text: '', editedAt: monday, basedOn: 0, ...body } })
const all = async (desk: Desk) => (await desk.call('listDrafts', {})).items
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a draft', () => {
  test('is there at another computer, of each kind its own, and told to all one’s desks', async () => {
    const { anna, boris, activityId } = await talk()
    const other = await anna.socket()
    const told = new Promise((resolve) => other.on('draft.changed', resolve))
    const { rev, seenSeq } = await save(anna, activityId, { text: 'I look it up', seenSeq: 1 })
    expect(seenSeq).toBe(1)
    await save(anna, activityId, { text: 'He is angry' }, 'comment')
    expect(await told).toMatchObject({ draft: { activityId, kind: 'reply', text: 'I look it up', rev } })
    const mine = (await all(anna)).filter((draft) => draft.activityId === activityId)
    expect(mine.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', 'He is angry'],
      ['reply', 'I look it up'],
    ])
    expect(await all(boris)).toEqual([])
  })

  test('leaves no trace in the event log', async () => {
    const { anna, activityId } = await talk()
    const count = () => server.services.store.read.$count(server.services.store.t.events)
    const before = await count()
    await save(anna, activityId, { text: 'Quiet' })
    expect(await count()).toBe(before)
  })

  test('that is emptied is gone', async () => {
    const { anna, activityId } = await talk()
    const { rev } = await save(anna, activityId, { text: 'Hello' })
    expect(await save(anna, activityId, { basedOn: rev })).toMatchObject({ text: '', rev: 0 })
    expect((await all(anna)).filter((draft) => draft.activityId === activityId)).toEqual([])
  })

  test('emptied and begun anew in one window loses nothing of another that missed both', async () => {
    const { anna, activityId } = await talk()
    const seen = await save(anna, activityId, { text: 'She asks each month' })
    await save(anna, activityId, { basedOn: seen.rev })
    server.clock.advance(1_500)
    const editedAt = server.clock.now()
    const anew = await save(anna, activityId, { text: 'She asks each day', editedAt })
    expect(anew.rev).toBeGreaterThan(seen.rev)
    const late = await save(anna, activityId, { text: 'She asks each week', basedOn: seen.rev, editedAt: editedAt - 9 })
    expect(late).toMatchObject({ text: 'She asks each day', otherText: 'She asks each week' })
  })

  test('written in two windows: the later stands, the other is kept until it was looked at', async () => {
    const { anna, activityId } = await talk()
    const { rev } = await save(anna, activityId, { text: 'Good', editedAt: monday + 1 })
    await save(anna, activityId, { text: 'Good morning', editedAt: monday + 9, basedOn: rev })
    const settled = await save(anna, activityId, { text: 'Good evening', editedAt: monday + 5, basedOn: rev })
    expect(settled).toMatchObject({ text: 'Good morning', otherText: 'Good evening', rev: rev + 2 })
    const looked = await save(anna, activityId, { text: 'Good morning', basedOn: rev + 2, dropOther: true })
    expect(looked).toMatchObject({ text: 'Good morning', otherText: null })
  })

  test('saved by two windows at the same moment loses neither', async () => {
    const { anna, activityId } = await talk()
    await Promise.all(['One', 'Two', 'Three'].map((text) => save(anna, activityId, { text })))
    const [draft] = (await all(anna)).filter((one) => one.activityId === activityId)
    const words = `${draft?.text ?? ''} ${draft?.otherText ?? ''}`
    for (const text of ['One', 'Two', 'Three']) expect(words).toContain(text)
  })

  test('is seen by colleagues who see the activity', async () => {
    const { anna, boris, activityId } = await talk()
    await save(anna, activityId, { text: 'I look it up' })
    const { items } = await boris.call('listColleagueDrafts', { params: { activityId } })
    expect(items).toMatchObject([{ operator: { id: 'anna', name: 'Anna' }, kind: 'reply', text: 'I look it up' }])
    expect((await anna.call('listColleagueDrafts', { params: { activityId } })).items).toEqual([])
  })

  test('is no longer than the limit', async () => {
    const { anna, activityId } = await talk()
    await expect(save(anna, activityId, { text: 'x'.repeat(40_001) })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('keeps its uploads from the sweep until they are sent or let go', async () => {
    const { anna, activityId } = await talk()
    const file = await anna.call('uploadFile', { query: { name: 'dot.png', activityId }, file: png })
    const saved = await save(anna, activityId, { text: 'See', attachmentIds: [file.id, 'no-such-file'] })
    expect(saved.attachments.map(({ id }) => id)).toEqual([file.id])
    const old = () => unusedFiles.find(server.services, monday + 5 * dayMs, 100)
    expect(await old()).not.toContain(file.id)
    await save(anna, activityId, { text: 'See', basedOn: saved.rev })
    expect(await old()).toContain(file.id)
  })

  test('that nobody touched for ninety days is forgotten', async () => {
    const { anna, activityId } = await talk()
    await save(anna, activityId, { text: 'Long ago' })
    const { services } = server
    const find = (days: number) => oldDrafts.find(services, services.clock.now() + days * dayMs, 100)
    expect((await find(89)).join()).not.toContain(activityId)
    for (const key of await find(91)) await oldDrafts.handle(services, key)
    expect(await all(anna)).toEqual([])
  })
})
