import { createServer, type AddressInfo, type Server } from 'node:net'
import { mailHoldMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import { makeMailbox } from '../mailbox.ts'
import { createRows } from '../rows.ts'

let server: TestServer
let taken: Server
beforeEach(async () => {
  // The port that the demo's rows name is another program's.
  taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  server = await bootServer({
    isDemo: true,
    hasRateLimits: false,
    smtp: { host: '127.0.0.1', port: 0 },
    async prepare(store) {
      const maker = createRows()
      makeMailbox(maker, 0)
      const [row] = maker.rows.channels ?? []
      if (!row) throw new Error('no mailbox')
      const settings = { ...row.settings, smtpPort: port }
      await store.transact((tx) => tx.insert(tx.t.channels).values({ ...row, queueId: 'q', typeId: null, settings }))
    },
  })
})
afterEach(async () => {
  await server.stop()
  taken.close()
})

const alex = { name: 'Alex Miller', address: 'alex@customers.example' }
const write = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/demo/mail`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...alex, subject: '', answers: null, file: null, ...body }),
  })
interface Item {
  id: string
  from: string
  subject: string
  text: string
  files: string[]
}
const inbox = async (): Promise<Item[]> => {
  const answer = await fetch(`${server.url}/demo/mail?address=Alex@customers.example`)
  return ((await answer.json()) as { items: Item[] }).items
}

test('a customer writes, is answered into his mailbox, and his reply comes back to the same request', async () => {
  const file = { name: 'bill.txt', content: Buffer.from('12,50').toString('base64') }
  expect((await write({ subject: 'My grinder', text: 'It stopped.', file })).status).toBe(204)
  await server.settle()
  const { store } = server.services
  const [activity] = await store.read.select().from(store.t.activities)
  expect(activity).toMatchObject({ medium: 'email', title: 'My grinder', lastLineText: 'It stopped.' })
  const [came] = await store.read.select().from(store.t.messages)
  expect(came?.attachmentIds).toHaveLength(1)

  const anna = await server.signIn('anna')
  const params = { activityId: activity?.id ?? '' }
  await anna.call('takeTask', { params })
  await anna.call('sendMessage', { params, body: { clientMessageId: 'key-of-answer-1', text: 'Which one?' } })
  server.clock.advance(mailHoldMs + 1)
  await expect
    .poll(async () => {
      await server.sweep()
      return inbox()
    })
    .toMatchObject([{ from: '"Brewhaus" <care@brewhaus.example>', subject: 'Re: My grinder' }])
  const [answer] = await inbox()
  expect(answer?.text).toContain('Which one?')

  expect((await write({ text: 'The red one.', answers: answer?.id })).status).toBe(204)
  await server.settle()
  const all = await store.read.select().from(store.t.activities)
  expect(all).toMatchObject([{ id: activity?.id, lastLineText: 'The red one.' }])
  expect(await store.read.select().from(store.t.requests)).toHaveLength(1)
})

test('what is no letter, and what another site sends, is refused', async () => {
  expect((await write({ text: '' })).status).toBe(400)
  expect((await write({ text: 'Hello', address: 'nobody' })).status).toBe(400)
  expect((await write({ text: 'Hello' }, { origin: 'https://evil.example' })).status).toBe(400)
  expect(await server.services.store.read.select().from(server.services.store.t.intakes)).toEqual([])
})
