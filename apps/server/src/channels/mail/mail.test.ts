import { mailHoldMs } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { receive } from '../receive.ts'
import { openPostOffice, type PostOffice } from './testing/post-office.ts'
import { readMail } from './read/read-mail.ts'

let server: TestServer
let office: PostOffice
let anna: Desk
let channelId: string
beforeAll(async () => {
  office = await openPostOffice()
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  const admin = await server.signIn('admin')
  const settings = { address: 'support@shop.example', senderName: 'Shop', receives: 'nothing', ...office.login }
  const channel = {
    kind: 'mail',
    name: 'Support',
    queueId: 'q',
    settings: { ...settings, hasPlusAddresses: true, signature: 'The people of the shop' },
    secrets: { smtpPassword: office.password },
  }
  channelId = (await admin.call('addChannel', { body: channel })).id
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
})
afterAll(async () => {
  await server.stop()
  await office.close()
})

let letters = 0
interface Letter {
  id?: string
  from?: string
  to?: string
  subject?: string
  headers?: string[]
  text: string
}
const mailOf = ({ id, from, to, subject, headers = [], text }: Letter): string =>
  [
    `Message-ID: ${id ?? `<letter-${(letters += 1)}@customers.example>`}`,
    `From: ${from ?? 'Elena Petrova <elena@customers.example>'}`,
    `To: ${to ?? 'support@shop.example'}`,
    `Subject: ${subject ?? 'My grinder'}`,
    'Date: Mon, 06 Apr 2026 09:00:00 +0000',
    ...headers,
    '',
    text,
  ].join('\r\n')

async function arrive(letter: Letter): Promise<void> {
  const raw = Buffer.from(mailOf(letter))
  await receive(server.services, channelId, [{ externalId: `arrived-${letters}-${Math.random()}`, raw }])
  await server.settle()
}
const stored = async () => {
  const { mails } = server.services.store.t
  return server.services.store.read.select().from(mails)
}
const activityWith = async (subject: string): Promise<string> => {
  const row = (await stored()).find((mail) => mail.subject === subject && mail.direction === 'in')
  if (!row) throw new Error(`no mail about ${subject} was taken`)
  return row.activityId
}
let keys = 0
const say = (activityId: string, text: string) =>
  anna.call('sendMessage', {
    params: { activityId },
    body: { clientMessageId: `key-of-answer-${(keys += 1)}`, text },
  })
/** Everything that is due goes out. */
async function sendAll(count: number): Promise<void> {
  server.clock.advance(mailHoldMs + 1)
  await expect
    .poll(async () => {
      await server.sweep()
      return office.posted.length
    })
    .toBe(count)
}

test('a mail becomes a task of its sender, is answered by mail, and the answer to that comes back to it', async () => {
  await arrive({ subject: 'My grinder', text: 'It does not grind.\r\n\r\nElena' })
  const activityId = await activityWith('My grinder')
  const { request, customer } = await anna.call('takeTask', { params: { activityId } })
  expect(request.title).toBe('My grinder')
  expect(customer).toMatchObject({ name: 'Elena Petrova' })
  await say(activityId, 'We are sorry.\n\nWhich one is it?')
  const before = office.posted.length
  await sendAll(before + 1)
  const posted = office.posted.at(-1)
  expect(posted?.to).toEqual(['elena@customers.example'])
  expect(posted?.from).toMatch(/^support\+c[0-9a-z]{26}\.[0-9a-f]{16}@shop\.example$/)
  const sent = await readMail(Buffer.from(posted?.raw ?? ''))
  expect(sent).toMatchObject({
    from: { name: 'Shop', address: 'support@shop.example' },
    subject: 'Re: My grinder',
    inReplyTo: ['<letter-1@customers.example>'],
    references: ['<letter-1@customers.example>'],
    automatic: null,
  })
  expect(sent.visible).toContain('Which one is it?')
  expect(sent.text).toContain('-- \nThe people of the shop')
  expect(sent.quoted).toContain('> It does not grind.')
  // By its ids alone.
  await arrive({ subject: 'Re: My grinder', headers: [`In-Reply-To: ${sent.messageId}`], text: 'The steel one.' })
  // By the signed address alone.
  await arrive({ subject: 'One more thing', to: posted?.from ?? '', text: 'It is loud, too.' })
  const { items } = await anna.call('listMessages', { params: { activityId } })
  expect(items.map(({ text }) => text)).toEqual([
    'It does not grind.\n\nElena',
    'We are sorry.\n\nWhich one is it?',
    'The steel one.',
    'It is loud, too.',
  ])
})
