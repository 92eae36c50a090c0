import { mailHoldMs } from '@care/domain'
import { expect } from 'vitest'
import { bootServer, type Overrides } from '../../../testing/boot-server.ts'
import type { Desk } from '../../../testing/people.ts'
import { receive } from '../../receive.ts'
import { type Letter, letterOf } from './letter.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

type Settings = Record<string, string | number | boolean>

/** A mailbox that sends by this mail server, switched on. */
async function addMailbox(admin: Desk, office: PostOffice, settings: Settings): Promise<string> {
  const { id: channelId } = await admin.call('addChannel', {
    body: {
      kind: 'mail',
      name: 'Support',
      queueId: 'q',
      settings: {
        address: 'support@shop.example',
        senderName: 'Shop',
        receives: 'nothing',
        hasPlusAddresses: true,
        signature: 'The people of the shop',
        ...office.login,
        ...settings,
      },
      secrets: { smtpPassword: office.password },
    },
  })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  return channelId
}

type MailServer = Awaited<ReturnType<typeof bootServer>>
async function sendMore(server: MailServer, office: PostOffice, count: number) {
  const before = office.posted.length
  const sent = async (): Promise<number> => {
    await server.sweep()
    return office.posted.length - before
  }
  server.clock.advance(mailHoldMs + 1)
  await expect.poll(sent, { timeout: 10_000 }).toBe(count)
  return office.posted.slice(before)
}

/** A server with a mailbox that sends by a real mail server, and somebody who answers. */
export async function openMailScene(overrides: Overrides = {}, settings: Settings = {}) {
  const office = await openPostOffice()
  const server = await bootServer({ hasRateLimits: false, ...overrides })
  const anna = await server.signIn('anna')
  const admin = await server.signIn('admin')
  const { store } = server.services
  const channelId = await addMailbox(admin, office, settings)
  let made = 0
  const newId = (): string => `<letter-${(made += 1)}@customers.example>`
  const stored = () => store.read.select().from(store.t.mails)
  const deliver = async (raw: string | Buffer): Promise<void> => {
    await receive(server.services, channelId, [{ externalId: `delivered-${(made += 1)}`, raw: Buffer.from(raw) }])
    await server.settle()
  }
  return {
    server,
    office,
    anna,
    admin,
    channelId,
    stored,
    deliver,
    /** A mail comes; gives its Message-ID. */
    async arrive(letter: Letter): Promise<string> {
      const id = letter.id ?? newId()
      await deliver(letterOf({ ...letter, id }))
      return id
    },
    /** The thread that a mail is in; null when it was not taken. */
    async threadOf(id: string): Promise<string | null> {
      return (await stored()).find((mail) => mail.internetId === id)?.activityId ?? null
    },
    async requestOf(activityId: string) {
      const { activities, requests } = store.t
      const rows = await store.read.select().from(activities)
      const requestId = rows.find(({ id }) => id === activityId)?.requestId
      return (await store.read.select().from(requests)).find(({ id }) => id === requestId)
    },
    say: (activityId: string, text: string) =>
      anna.call('sendMessage', {
        params: { activityId },
        body: { clientMessageId: `key-of-answer-${(made += 1)}`, text },
      }),
    /** Time goes on until this many more mails have gone out; gives them. */
    sendMore: (count: number) => sendMore(server, office, count),
    async close(): Promise<void> {
      await server.stop()
      await office.close()
    },
  }
}
export type MailScene = Awaited<ReturnType<typeof openMailScene>>
