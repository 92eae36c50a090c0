import { newKey } from '@care/client'
import { mailHoldMs } from '@care/domain'
import { mailLeaseMs } from '@care/domain/mail'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPostOffice, type PostOffice } from '../../channels/mail/testing/post-office.ts'
import { openStore } from '../../db/open.ts'
import { openTempStore, type TempStore } from '../temp-store.ts'
import { makeTeam, signIn } from './people.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

const isPostgres = process.env['TEST_STORE'] === 'postgres'
const count = 30
const kills = 3
/** As many as one process hands over at the same time (channels/mail/send-mails.ts). */
const atOnce = 5

let server: ServerProcess
let office: PostOffice
let dataDir: string
let temp: TempStore | null = null
beforeEach(async () => {
  office = await openPostOffice({ slowMs: 40 })
  dataDir = await mkdtemp(join(tmpdir(), 'care-mail-kill-'))
  temp = isPostgres ? await openTempStore() : null
  server = await serverProcess({ DATA_DIR: dataDir, ...(temp ? { DATABASE_URL: temp.url } : {}) })
  await server.start()
})
afterEach(async () => {
  await server.stop()
  await office.close()
  await temp?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

/** Mails to as many customers, all in the outbox. */
async function writeMails(): Promise<void> {
  const { admin, emails, queueId } = await makeTeam(server.url, ['Anna'])
  const settings = { address: 'support@shop.example', receives: 'nothing', ...office.login }
  const mailbox = { kind: 'mail', name: 'Support', queueId, settings, secrets: { smtpPassword: office.password } }
  const { id: channelId } = await admin.call('addChannel', { body: mailbox })
  await admin.call('switchChannel', { params: { channelId }, body: { isOn: true } })
  const { call } = await signIn(server.url, emails[0] ?? '')
  for (let i = 0; i < count; i++) {
    const address = `customer-${i}@customers.example`
    const { id: customerId } = await admin.call('addCustomer', { body: { name: `Customer ${i}`, email: address } })
    const begun = await call('beginMail', { params: { customerId }, body: { subject: `Mail ${i}` } })
    const body = { clientMessageId: newKey(), to: [{ address }], subject: `Mail ${i}`, html: '<p>Hello</p>' }
    await call('sendMail', { params: { activityId: begun.id }, body })
  }
}

const idOf = (raw: string): string => /^Message-ID:\s*(<[^>]+>)/imu.exec(raw)?.[1] ?? ''

it(
  `mail that goes out while the process is killed ${kills} times is lost never, and twice only where ADR 30 says so`,
  { timeout: 600_000 },
  async () => {
    await writeMails()
    for (let kill = 0; kill < kills; kill++) {
      const before = office.posted.length
      // What a process held when it died is due again after its lease.
      // Not waited for: it dies in the middle of it, with mails that it has handed over and not noted.
      void server.advance(kill === 0 ? mailHoldMs + 1 : mailLeaseMs + 1)
      await vi.waitFor(() => expect(office.posted.length).toBeGreaterThan(before + 2), { timeout: 90_000, interval: 2 })
      await server.kill()
      await server.start()
    }
    const receivers = () => new Set(office.posted.flatMap(({ to }) => to))
    await server.advance(mailLeaseMs + 1)
    await vi.waitFor(() => expect(receivers().size).toBe(count), { timeout: 120_000, interval: 50 })
    // Whatever is still held by the last dead process.
    await server.advance(mailLeaseMs + 1)
    await server.stop()

    const twice = office.posted.length - count
    expect(twice).toBeLessThanOrEqual(kills * atOnce)
    // Who got it twice sees one: it has the same Message-ID.
    const ids = new Set(office.posted.map(({ raw }) => idOf(raw)))
    expect(ids.size).toBe(count)
    expect(ids).not.toContain('')
    const store = temp?.store ?? openStore(join(dataDir, 'care.db'))
    try {
      const rows = await store.read.select({ state: store.t.mails.state }).from(store.t.mails)
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'sent'))
    } finally {
      if (!temp) await store.close()
    }
  },
)
