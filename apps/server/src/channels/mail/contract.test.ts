import { afterAll, beforeAll } from 'vitest'
import { describeChannel } from '../testing/channel-contract.ts'
import { mailChannel } from './index.ts'
import { openPostOffice, type PostOffice } from './testing/post-office.ts'

let office: PostOffice | undefined
beforeAll(async () => void (office = await openPostOffice()))
afterAll(() => office?.close())

// A mailbox takes no hooks and sends by its outbox; its connection is held against a real Dovecot in imap.test.ts.
describeChannel('mail', {
  open: () => ({
    kind: mailChannel,
    // What it can is looked up before the mail server listens.
    settings: {
      address: 'support@shop.example',
      receives: 'nothing',
      ...office?.login,
    },
    secrets: { smtpPassword: 'letmein' },
  }),
  outcome: () => Promise.resolve([]),
  expected: () => [],
})
