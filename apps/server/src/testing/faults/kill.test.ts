import { isApiError, newKey } from '@care/client'
import { eq } from '../../db/drizzle.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import { countersOf } from '../counters.ts'
import { openTempStore, type TempStore } from '../temp-store.ts'
import { makeTeam, openDesk, type OpenDesk, openVisitor, type OpenVisitor, untilAnswered } from './people.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

const isPostgres = process.env['TEST_STORE'] === 'postgres'
// The SQLite file is the process's own, so it is what a death could break; PostgreSQL outlives the process.
const kills = isPostgres ? 8 : 20
const visitors = 6

let server: ServerProcess
let dataDir: string
let temp: TempStore | null = null

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'care-kill-'))
  temp = isPostgres ? await openTempStore() : null
  server = await serverProcess({ DATA_DIR: dataDir, ...(temp ? { DATABASE_URL: temp.url } : {}) })
  await server.start()
})
afterEach(async () => {
  await server.stop()
  await temp?.remove()
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

/** Answers in every talk in progress, in turn, each answer repeated until it is acknowledged; by talk, in that order. */
async function keepAnswering(
  { call, socket }: OpenDesk,
  answered: Map<string, string[]>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const { items } = await untilAnswered(() => call('listTasks'))
    for (const { activityId } of items.filter(({ state }) => state === 'active')) {
      const clientMessageId = newKey()
      const ids = answered.get(activityId) ?? []
      const body = { clientMessageId, text: `answer ${ids.length}` }
      try {
        await untilAnswered(() => socket.call('sendMessage', { params: { activityId }, body }))
        answered.set(activityId, [...ids, clientMessageId])
      } catch (error) {
        // The talk is no more in her progress.
        if (!isApiError(error)) throw error
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

it(
  `keeps every acknowledged message once and in order while it is killed ${kills} times`,
  { timeout: 900_000 },
  async () => {
    const team = await makeTeam(server.url, ['Anna', 'Boris'])
    // Anna accepts what rings; Boris never does, so that his offers have to move on over all the deaths.
    const anna = await openDesk(server.url, team.emails[0] ?? '', (activityId, call) => {
      untilAnswered(() => call('acceptOffer', { params: { activityId } })).catch(() => {})
    })
    const boris = await openDesk(server.url, team.emails[1] ?? '')
    const people = await Promise.all(Array.from({ length: visitors }, () => openVisitor(server.url, team.siteKey)))
    const acknowledged = people.map((): string[] => [])
    const answered = new Map<string, string[]>()
    const count = (): number => acknowledged.reduce((sum, ids) => sum + ids.length, 0)
    const answers = (): number => [...answered.values()].flat().length
    let isOver = false
    const sending = people.map((person, n) => keepSending(person, acknowledged[n] ?? [], () => isOver))
    const answering = keepAnswering(anna, answered, () => isOver)

    for (let kill = 0; kill < kills; kill += 1) {
      const [before, answersBefore] = [count(), answers()]
      // Not at a quiet moment: both sides were acknowledged since the last start, and more is under way.
      const isAtWork = (): boolean => count() > before + visitors && answers() > answersBefore
      await vi.waitFor(() => expect(isAtWork()).toBe(true), { timeout: 120_000, interval: 5 })
      await server.kill()
      await server.start()
      for (const { socket } of [...people, anna, boris]) socket.retryNow()
    }
    isOver = true
    await Promise.all([...sending, answering])

    // Half a minute rings out, a minute of grace is over: whatever hung would show now.
    for (const ms of [31_000, 31_000, 61_000]) await server.advance(ms)
    for (const { socket } of [...people, anna, boris]) socket.close()
    await server.stop()

    expect(count()).toBeGreaterThan(kills * visitors)
    expect(answers()).toBeGreaterThan(kills)
    const store = temp?.store ?? openStore(join(dataDir, 'care.db'))
    try {
      await checkThreads(store, acknowledged, answered)
      await checkWork(store)
      // However it died, what is kept counted is what counting gives.
      const { kept, counted } = await countersOf(store)
      expect(kept).toEqual(counted)
    } finally {
      if (!temp) await store.close()
    }
  },
)

/** Each side's acknowledged messages stand in the thread once and in the order in which they were sent. */
async function checkThreads(
  { read, t }: Store,
  acknowledged: readonly string[][],
  answered: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const ids of acknowledged) {
    const [first] = await read
      .select()
      .from(t.messages)
      .where(eq(t.messages.clientMessageId, ids[0] ?? ''))
    const activityId = first?.activityId ?? ''
    const thread = await read
      .select()
      .from(t.messages)
      .where(eq(t.messages.activityId, activityId))
      .orderBy(t.messages.seq)
    const keysOf = (side: string) => thread.filter((row) => row.authorKind === side).map((row) => row.clientMessageId)
    expect(keysOf('customer')).toEqual(ids)
    // An answer whose talk was taken away before it was acknowledged may stand there too.
    const said = new Set(answered.get(activityId) ?? [])
    expect(keysOf('operator').filter((key) => said.has(key))).toEqual([...said])
    expect(thread.map(({ seq }) => seq)).toEqual(thread.map((_, n) => n + 1))
  }
}

async function checkWork({ read, t }: Store): Promise<void> {
  // One chat and one request for each visitor: no repeated call made a second one.
  expect(await read.select().from(t.visitors)).toHaveLength(visitors)
  const chats = await read.select().from(t.activities)
  expect(chats).toHaveLength(visitors)
  const problems = await read.select().from(t.requests)
  expect(problems).toHaveLength(visitors)
  for (const request of problems) expect(request.assigneeId ?? request.queueId).not.toBeNull()
  // No offer rings at nobody: what is offered has one open offer, what is not has none.
  for (const chat of chats) {
    const offers = await read.select().from(t.offers).where(eq(t.offers.activityId, chat.id))
    expect(offers.filter(({ result }) => result === 'pending')).toHaveLength(chat.state === 'offered' ? 1 : 0)
    expect(chat.state === 'active' ? chat.operatorId : chat.queueId).not.toBeNull()
  }
}
