import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../../testing/boot-server.ts'

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
