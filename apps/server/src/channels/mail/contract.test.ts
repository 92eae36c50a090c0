import { afterAll, beforeAll } from 'vitest'
import { describeChannel } from '../testing/channel-contract.ts'
import type { ChannelKind } from '../channel.ts'
import { connectImap } from './imap.ts'
import { mailChannel } from './index.ts'
import { type Dovecot, startDovecot } from './testing/dovecot.ts'
import { letterOf } from './testing/letter.ts'
import { openPostOffice, type PostOffice } from './testing/post-office.ts'
import { openProxy, type Proxy } from './testing/proxy.ts'

let office: PostOffice | undefined
let dovecot: Dovecot | undefined
let proxy: Proxy | undefined
beforeAll(async () => {
  office = await openPostOffice()
  dovecot = await startDovecot()
  proxy = await openProxy(() => dovecot?.port ?? 0)
})
afterAll(async () => {
  await proxy?.close()
  await dovecot?.remove()
  await office?.close()
})

/** A mailbox that says when mails are durable: a mail server is told so by nothing but that its next ones are asked for. */
function listening(onReceived: (mails: number) => void): ChannelKind {
  return {
    ...mailChannel,
    connect: (access, tools) =>
      connectImap(access, {
        ...tools,
        async receive(mails) {
          await tools.receive(mails)
          onReceived(mails.length)
        },
      }),
  }
}

let users = 0
// A mailbox takes no hooks and sends by its outbox.
describeChannel('mail', {
  open: () => {
    const user = `contract${(users += 1)}`
    const waiting: { left: number; done: () => void }[] = []
    const kind = listening((mails) => {
      for (const one of waiting) one.left -= mails
      for (const one of waiting.filter(({ left }) => left <= 0)) one.done()
    })
    proxy?.refuse(false)
    return {
      kind,
      // What it can is looked up before the mail servers listen.
      settings: {
        address: 'support@shop.example',
        ...office?.login,
        ...dovecot?.login(user),
        begins: 'all',
        imapPort: proxy?.port ?? 1,
      },
      secrets: { smtpPassword: 'letmein', imapPassword: dovecot?.password ?? '' },
      link: {
        count: () => proxy?.count() ?? 0,
        deliver: async (_channelId, things) => {
          const durable = new Promise<void>((done) => waiting.push({ left: things.length, done }))
          const letters = things.map((thing) =>
            letterOf({ id: `<thing-${thing}@x.example>`, subject: `Thing ${thing}` }),
          )
          await dovecot?.put(user, letters)
          await durable
        },
        cut: () => proxy?.cut(),
        refuse: (isRefusing) => proxy?.refuse(isRefusing),
      },
    }
  },
  async outcome({ services: { store } }) {
    const rows = await store.read.select({ subject: store.t.mails.subject }).from(store.t.mails)
    return rows.map(({ subject }) => subject).toSorted()
  },
  expected: (things) => things.map((thing) => `Thing ${thing}`).toSorted(),
})
