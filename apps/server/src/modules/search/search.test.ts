import type { Snippet } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import { openTies, type TiesBench } from '../../testing/ties-bench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { sendMessage } from '../activities/commands/send-message.ts'
import { editCustomer } from '../customers/commands/edit-customer.ts'
import { listSnippets } from '../lists/queries/list-snippets.ts'
import { listUnlisted, requestIdsMatching } from '../lists/index.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { putDocuments } from './commands/put-documents.ts'
import { followSearch, searchUnsearched } from './index.ts'

let bench: TiesBench
let cyril: OperatorActor
beforeAll(async () => {
  bench = await openTies()
  cyril = await bench.operator('Cyril', 'operator', ['q2'])
  await index()
})
afterAll(() => bench.remove())
let mark = 0
beforeEach(() => void (mark += 1))

async function index(): Promise<void> {
  while ((await bench.execute(listUnlisted, system, null)).isMore);
  while ((await followSearch(bench.services)).isMore);
  while ((await searchUnsearched(bench.services)).isMore);
}
const search = async (words: string, actor = bench.anna): Promise<string[]> =>
  (await requestIdsMatching(bench.store.read, { words }, { actor, now: bench.clock.now() })).ids
const snippets = async (words: string, ids: string[], actor = bench.anna): Promise<Snippet[]> =>
  (await listSnippets(bench.store.read, actor, { words, ids })).items
async function talk(): Promise<{ activityId: string; requestId: string }> {
  const activityId = await bench.task({ customerId: bench.jonas.customerId, visitorId: bench.jonas.id })
  await bench.execute(takeTask, bench.anna, { activityId })
  return { activityId, requestId: (await bench.row(activityId)).requestId }
}
const say = (activityId: string, text: string) => {
  const message = { clientMessageId: `say-${mark}-${text.slice(0, 20)}`, text, attachmentIds: [] }
  return bench.execute(sendMessage, bench.anna, { activityId, message })
}

test('is found by whoever sees the request, newest first, whatever the case, ё or accents', async () => {
  const older = await bench.add('Ёлка пришла разбитой, żółte łóżko')
  const newer = await bench.add('елка и ŻÓŁTE ЛАМПЫ')
  await index()
  expect(await search('ЕЛКА')).toEqual([newer, older])
  expect(await search('zolt елк')).toEqual([newer, older])
  expect(await search('lozk')).toEqual([older])
  expect(await search('елка', cyril)).toEqual([])
  expect(await snippets('елка', [older, newer], cyril)).toEqual([])
})

test('a snippet shows where most of the words stand, marked as they were written', async () => {
  const { activityId, requestId } = await talk()
  await say(activityId, 'Zażółć gęślą jaźń')
  await say(activityId, `${'Before it came a long story. '.repeat(9)}Посылка ещё не пришла, верните ДЕНЬГИ`)
  await bench.execute(addComment, bench.anna, {
    activityId,
    clientCommentId: `note-${mark}`,
    text: 'Обещал вернуть деньги',
  })
  await index()
  expect(await search('еще деньг')).toEqual([requestId])
  const [found] = await snippets('еще деньг', [requestId])
  expect(found).toMatchObject({ place: 'message', said: { activityId, author: 'operator', authorName: 'Anna' } })
  expect(found?.text).toMatch(/^….*Посылка ещё не пришла, верните ДЕНЬГИ$/u)
  expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(['ещё', 'ДЕНЬГ'])
  expect(await snippets('обещал', [requestId])).toMatchObject([{ place: 'comment', said: { seq: null } }])
  expect(await snippets('gesla', [requestId])).toMatchObject([{ text: 'Zażółć gęślą jaźń', marks: [[7, 12]] }])
  expect(await snippets('нигде', [requestId])).toEqual([])
})

test('title, number and customer are places too, and a customer is found by what he is called now', async () => {
  const visitor = await bench.visitor('Before')
  const requestId = await bench.add('Kettle leaks', visitor.customerId)
  await index()
  const { number } = await bench.request(requestId)
  expect(await snippets('kettl', [requestId])).toMatchObject([
    { place: 'title', text: 'Kettle leaks', marks: [[0, 5]] },
  ])
  // What the title lacks is shown.
  expect(await snippets(`kettle leaks ${number}`, [requestId])).toMatchObject([{ place: 'number' }])
  expect(await snippets(`#${number}`, [requestId])).toMatchObject([{ place: 'number', text: String(number) }])
  const { customers } = bench.store.t
  const [row] = await bench.store.read.select().from(customers).where(eq(customers.id, visitor.customerId))
  const patch = { name: 'Wanda Łącka', phone: '+48 601 234 567' }
  await bench.execute(editCustomer, bench.anna, { customerId: visitor.customerId, version: row?.version ?? 0, patch })
  await index()
  expect(await search('before kettle')).toEqual([])
  expect(await search('lacka kettle')).toEqual([requestId])
  expect(await search('601234567')).toEqual([requestId])
  expect(await snippets('lacka', [requestId])).toMatchObject([{ place: 'customer', marks: [[6, 11]] }])
})

test('a new message adds its words without reading the thread again; what it does not add costs no document', async () => {
  const { activityId, requestId } = await talk()
  await say(activityId, 'anemone')
  await index()
  // Were the thread read again, its first message would be found by these words.
  const { messages } = bench.store.t
  await bench.store.transact((tx) =>
    tx.update(messages).set({ text: 'begonia' }).where(eq(messages.activityId, activityId)),
  )
  await say(activityId, 'crocus')
  await index()
  expect(await search('crocus anemone')).toEqual([requestId])
  expect(await search('begonia')).toEqual([])
})

test('who has read on first wins; documents made from before are not written', async () => {
  const { logReaders, events } = bench.store.t
  const requestId = await bench.add('Delphinium')
  const place = async () =>
    (await bench.store.read.select().from(logReaders).where(eq(logReaders.name, 'search')))[0]?.seq ?? 0
  const from = await place()
  await Promise.all([followSearch(bench.services), followSearch(bench.services)])
  while ((await bench.execute(listUnlisted, system, null)).isMore);
  expect(await search('delphinium')).toEqual([requestId])
  const late = { reader: 'search' as const, from, to: from + 1, remade: [] }
  expect(await bench.execute(putDocuments, system, late)).toBe(false)
  const last = (await bench.store.read.select().from(events)).at(-1)
  expect(await place()).toBe(last?.seq)
})

test('what came into the database by another way is found after it was gone through, from where it was left', async () => {
  const { searchDocuments, logReaders } = bench.store.t
  const requestId = await bench.add('Edelweiss')
  await index()
  await bench.store.transact(async (tx) => {
    await tx.delete(searchDocuments)
    await tx.update(logReaders).set({ seq: 0 }).where(eq(logReaders.name, 'unsearched'))
  })
  // Interrupted after a slice, it goes on.
  await searchUnsearched(bench.services)
  await index()
  expect(await search('edelweiss')).toEqual([requestId])
  expect(await bench.store.read.$count(searchDocuments)).toBe(await bench.store.read.$count(bench.store.t.requests))
})
