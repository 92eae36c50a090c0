import { foldText } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq, sql } from '../../../db/drizzle.ts'
import { system } from '../../../kernel/actor.ts'
import { bootServer, type TestServer } from '../../../testing/boot-server.ts'
import { openWorkbench } from '../../../testing/workbench.ts'
import { listsModule, listUnlisted } from '../../lists/index.ts'
import { makeRequests } from '../../lists/testing.ts'
import { suggestedTags, tagsBeginning } from './tags.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

test('tags of talks and of requests are suggested, each once, by how they begin', async () => {
  const vera = await server.signIn('vera')
  const request = await vera.call('addRequest', {
    body: { newCustomer: { name: 'Ada' }, title: 'A lamp', queueId: 'q' },
  })
  const tags = ['Żółty', 'refund', 'Return']
  await vera.call('editRequest', { params: { requestId: request.id }, version: request.version, body: { tags } })
  const visitor = await server.newVisitor()
  const { chat } = await visitor.call('startChat', { body: { clientMessageId: 'tags-of-talks-1', text: 'Hello' } })
  const anna = await server.signIn('anna')
  const params = { activityId: chat.activityId }
  const { version } = await anna.call('takeTask', { params })
  await anna.call('setTags', { params, version, body: { tags: ['Refund', 'reply'] } })
  const suggested = async (search: string) => (await anna.call('suggestTags', { query: { search } })).items
  expect(await suggested('RE')).toEqual(['Refund', 'reply', 'Return'])
  expect(await suggested('zol')).toEqual(['Żółty'])
  expect(await suggested('nothing')).toEqual([])
})

test('what nothing has any more is suggested no longer, and again as it is then written', async () => {
  const vera = await server.signIn('vera')
  const { id } = await vera.call('addRequest', {
    body: { newCustomer: { name: 'Ada' }, title: 'A lamp', queueId: 'q' },
  })
  const set = async (...tags: string[]): Promise<void> => {
    const { version } = await vera.call('getRequest', { params: { requestId: id } })
    await vera.call('editRequest', { params: { requestId: id }, version, body: { tags } })
  }
  const suggested = async () => (await vera.call('suggestTags', { query: { search: 'misprin' } })).items
  await set('Misprinnt', 'Misprint')
  expect(await suggested()).toEqual(['Misprinnt', 'Misprint'])
  await set('Misprint')
  expect(await suggested()).toEqual(['Misprint'])
  await set()
  expect(await suggested()).toEqual([])
  await set('MISPRINT')
  expect(await suggested()).toEqual(['MISPRINT'])
})

test('of many requests every tag is suggested, the oldest too, and only by indexes', async () => {
  const bench = await openWorkbench([listsModule])
  try {
    const { read, t, dialect } = bench.store
    const made = await makeRequests(bench.store, 1_200, 5)
    await bench.store.transact(async (tx) => {
      await tx
        .update(tx.t.requests)
        .set({ tags: ['Reunion', 'refund'] })
        .where(eq(t.requests.number, 1))
    })
    while ((await bench.execute(listUnlisted, system, null)).isMore);
    const given = new Set([...made.flatMap(({ tags, request }) => [...tags, ...request.tags]), 'Reunion'].map(foldText))
    expect((await suggestedTags(read, '')).map(foldText)).toEqual([...given].toSorted())
    expect((await suggestedTags(read, 'RE')).map(foldText)).toEqual(['refund', 'reunion'])
    expect(await suggestedTags(read, 'reu')).toEqual(['Reunion'])
    const query = tagsBeginning(read, 're').getSQL()
    const plan = JSON.stringify(
      await read.rows(dialect === 'sqlite' ? sql`explain query plan ${query}` : sql`explain ${query}`),
    )
    // What requests have is looked up tag by tag; of the few tags PostgreSQL may read all.
    expect(plan).toMatch(
      dialect === 'sqlite' ? /SEARCH request_facets USING/ : /Index (Only )?Scan using request_facets_/,
    )
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE|Hash|Merge Join|Seq Scan on request_facets/)
  } finally {
    await bench.remove()
  }
})
