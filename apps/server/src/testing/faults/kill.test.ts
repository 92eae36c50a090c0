import { newKey } from '@care/client'
import { eq } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import { makeTeam, openDesk, openVisitor, type OpenVisitor, untilAnswered } from './people.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

const kills = 20
const visitors = 6

let server: ServerProcess
let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'care-kill-'))
  server = await serverProcess({ DATA_DIR: dataDir })
  await server.start()
})
afterEach(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Sends one message after another and repeats each until it is acknowledged; gives the ids in that order. */
async function keepSending(
  { call, socket }: OpenVisitor,
  acknowledged: string[],
  isOver: () => boolean,
): Promise<void> {
  const first = newKey()
  await untilAnswered(() =>
    call('startChat', { body: { clientMessageId: first, text: 'message 0', name: 'Jonas Weber' } }),
  )
  acknowledged.push(first)
  while (!isOver()) {
    const clientMessageId = newKey()
    const body = { clientMessageId, text: `message ${acknowledged.length}` }
    await untilAnswered(() => socket.call('sendWidgetMessage', { body }))
    acknowledged.push(clientMessageId)
  }
}

it(
  `keeps every acknowledged message once and in order while it is killed ${kills} times`,
  { timeout: 300_000 },
  async () => {
    const team = await makeTeam(server.url, ['Anna', 'Boris'])
    // Anna accepts what rings; Boris never does, so that his offers have to move on over all the deaths.
    const anna = await openDesk(server.url, team.emails[0] ?? '', (activityId, call) => {
      call('acceptOffer', { params: { activityId } }).catch(() => {})
    })
    const boris = await openDesk(server.url, team.emails[1] ?? '')
    const people = await Promise.all(Array.from({ length: visitors }, () => openVisitor(server.url, team.siteKey)))
    const acknowledged = people.map((): string[] => [])
    const count = (): number => acknowledged.reduce((sum, ids) => sum + ids.length, 0)
    let isOver = false
    const sending = people.map((person, n) => keepSending(person, acknowledged[n] ?? [], () => isOver))

    for (let kill = 0; kill < kills; kill += 1) {
      const before = count()
      // Not at a quiet moment: something was acknowledged since the last start, and more is under way.
      await vi.waitFor(() => expect(count()).toBeGreaterThan(before + visitors), { timeout: 30_000, interval: 5 })
      await server.kill()
      await server.start()
      for (const { socket } of [...people, anna, boris]) socket.retryNow()
    }
    isOver = true
    await Promise.all(sending)

    // Half a minute rings out, a minute of grace is over: whatever hung would show now.
    for (const ms of [31_000, 31_000, 61_000]) await server.advance(ms)
    for (const { socket } of [...people, anna, boris]) socket.close()
    await server.stop()

    const store = openStore(join(dataDir, 'care.db'))
    try {
      const { messages, activities, requests, offers, visitors: rows } = store.t
      expect(count()).toBeGreaterThan(kills * visitors)
      for (const ids of acknowledged) {
        const [first] = await store.read
          .select()
          .from(messages)
          .where(eq(messages.clientMessageId, ids[0] ?? ''))
        const thread = await store.read
          .select()
          .from(messages)
          .where(eq(messages.activityId, first?.activityId ?? ''))
          .orderBy(messages.seq)
        expect(
          thread.filter(({ authorKind }) => authorKind === 'customer').map(({ clientMessageId }) => clientMessageId),
        ).toEqual(ids)
        expect(thread.map(({ seq }) => seq)).toEqual(thread.map((_, n) => n + 1))
      }
      // One chat and one request for each visitor: no repeated call made a second one.
      expect(await store.read.select().from(rows)).toHaveLength(visitors)
      const chats = await store.read.select().from(activities)
      expect(chats).toHaveLength(visitors)
      const problems = await store.read.select().from(requests)
      expect(problems).toHaveLength(visitors)
      for (const request of problems) expect(request.assigneeId ?? request.queueId).not.toBeNull()
      // No offer rings at nobody: what is offered has one open offer, what is not has none.
      for (const chat of chats) {
        const open = (await store.read.select().from(offers).where(eq(offers.activityId, chat.id))).filter(
          ({ result }) => result === 'pending',
        )
        expect(open).toHaveLength(chat.state === 'offered' ? 1 : 0)
        expect(chat.state === 'active' ? chat.operatorId : chat.queueId).not.toBeNull()
      }
    } finally {
      await store.close()
    }
  },
)
