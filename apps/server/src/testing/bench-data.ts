// Fills a new database for `npm run bench`, with rows as the commands would leave them, and tells the tokens of its
// people over IPC. Run by packages/bench; deterministic but for the secrets.
import { defaultOutcomes, defaultWorkflow, dayMs, permissionsOf } from '@care/domain'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/store.ts'
import { newId, newToken } from '../kernel/ids.ts'
import { hashToken } from '../kernel/token.ts'
import {
  activityRow,
  customerOf,
  customerRow,
  firstNumber,
  messageRows,
  requestRow,
  type Talk,
  visitorOf,
  visitorRow,
} from './bench-rows.ts'

export interface BenchSize {
  databaseUrl: string
  desks: number
  /** Customers with the widget open and a chat in progress, shared out among the desks. */
  widgets: number
  requests: number
  messages: number
}
export interface BenchPeople {
  desks: Array<{ id: string; cookie: string }>
  widgets: Array<{ id: string; token: string; customerId: string; activityId: string }>
  /** They see all queues and are in none. */
  supervisors: Array<{ id: string; cookie: string }>
}

const queueCount = 20
const supervisorCount = 20
const rowsAtOnce = 400

/** Inserts many rows, a few hundred a statement. */
async function fill<T extends keyof Store['t']>(
  store: Store,
  table: T,
  rows: Array<Store['t'][T]['$inferInsert']>,
): Promise<void> {
  await store.transact(async (tx) => {
    for (let i = 0; i < rows.length; i += rowsAtOnce)
      await tx.insert(tx.t[table]).values(rows.slice(i, i + rowsAtOnce) as never)
  })
}
const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

async function fillWorkspace(store: Store): Promise<void> {
  await fill(store, 'requestTypes', [
    {
      id: 'general',
      name: 'General',
      isDefault: true,
      autoCloseMs: 5 * dayMs,
      reopenMs: 5 * dayMs,
      onReply: 'reopen',
      workflow: defaultWorkflow,
      outcomes: [...defaultOutcomes],
      version: 1,
    },
  ])
  await fill(
    store,
    'queues',
    list(queueCount, (n) => ({
      id: `queue-${n}`,
      name: `Queue ${n}`,
      strategy: 'longestIdle' as const,
      offerSeconds: 30,
      version: 1,
    })),
  )
  await fill(store, 'sites', [
    {
      id: 'website',
      key: 'bench',
      name: 'Website',
      allowedOrigins: [],
      queueId: 'queue-0',
      typeId: 'general',
      language: 'en',
      hasPreChat: true,
      colour: '#205a43',
      version: 1,
    },
  ])
}

async function fillDesks(store: Store, count: number, now: number): Promise<BenchPeople['desks']> {
  if (!permissionsOf('operator').has('tasks.handle')) throw new Error('operators could not be told of messages')
  const desks = await fillPeople(store, 'operator', count, now)
  await fill(
    store,
    'queueMembers',
    list(count * 2, (n) => ({ operatorId: `operator-${n >> 1}`, queueId: `queue-${(n * 7) % queueCount}` })),
  )
  return desks
}

async function fillPeople(
  store: Store,
  role: 'operator' | 'supervisor',
  count: number,
  now: number,
): Promise<BenchPeople['desks']> {
  const tokens = list(count, () => newToken())
  const idOf = (n: number) => `${role}-${n}`
  await fill(
    store,
    'operators',
    list(count, (n) => ({
      id: idOf(n),
      name: `${role === 'operator' ? 'Operator' : 'Supervisor'} ${n}`,
      email: `${idOf(n)}@example.com`,
      emailFolded: `${idOf(n)}@example.com`,
      passwordHash: '',
      role,
      language: 'en',
      capacity: { chat: 100 },
      isActive: true,
      createdAt: now,
    })),
  )
  await fill(
    store,
    'sessions',
    tokens.map((token, n) => ({
      id: `session-${idOf(n)}`,
      tokenHash: hashToken(token),
      operatorId: idOf(n),
      userAgent: 'bench',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + 30 * dayMs,
    })),
  )
  return tokens.map((token, n) => ({ id: idOf(n), cookie: `care_session=${token}` }))
}

/** Requests with one chat each: those of the widgets in progress, the rest closed. */
async function fillTalks(store: Store, size: BenchSize, now: number): Promise<BenchPeople['widgets']> {
  const { requests, widgets, desks, messages } = size
  const talks = list(requests, (n): Talk => ({
    n,
    id: newId(now),
    at: now - dayMs + n * 1_000,
    isOpen: n < widgets,
    lines: Math.floor(messages / requests),
    queueId: `queue-${n % queueCount}`,
    operatorId: `operator-${n % desks}`,
    closesAt: now + 5 * dayMs,
  }))
  const tokens = list(widgets, () => newToken())
  await fill(store, 'customers', talks.map(customerRow))
  await fill(
    store,
    'visitors',
    tokens.map((token, n) => visitorRow(n, hashToken(token), now)),
  )
  await fill(store, 'requests', talks.map(requestRow))
  await fill(store, 'activities', talks.map(activityRow))
  for (let from = 0; from < talks.length; from += 2_000)
    await fill(store, 'messages', talks.slice(from, from + 2_000).flatMap(messageRows))
  await fill(store, 'counters', [{ name: 'request', value: firstNumber + requests }])
  return talks
    .slice(0, widgets)
    .map(({ n, id }) => ({ id: visitorOf(n), token: tokens[n] ?? '', customerId: customerOf(n), activityId: id }))
}

/** Makes the database and gives the people that may come to it. */
export async function makeBenchData(size: BenchSize): Promise<BenchPeople> {
  const store = openStore(size.databaseUrl)
  await store.migrate()
  const now = Date.now()
  await fillWorkspace(store)
  const people = {
    desks: await fillDesks(store, size.desks, now),
    widgets: await fillTalks(store, size, now),
    supervisors: await fillPeople(store, 'supervisor', supervisorCount, now),
  }
  await store.close()
  return people
}

if (import.meta.main) {
  const people = await makeBenchData(JSON.parse(process.argv[2] ?? '{}') as BenchSize)
  process.send?.({ people }, () => process.disconnect())
}
