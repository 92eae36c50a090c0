// Fills a new database for `npm run bench`, with rows as the commands would leave them, and tells the tokens of its
// people over IPC. Run by packages/bench; deterministic but for the secrets.
import { defaultOutcomes, defaultWorkflow, dayMs, permissionsOf } from '@care/domain'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/store.ts'
import { newId, newToken } from '../kernel/ids.ts'
import { hashToken } from '../kernel/token.ts'

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
}

const queueCount = 20
const rowsAtOnce = 400
const firstNumber = 1_000

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
  const tokens = list(count, () => newToken())
  const idOf = (n: number) => `operator-${n}`
  await fill(
    store,
    'operators',
    list(count, (n) => ({
      id: idOf(n),
      name: `Operator ${n}`,
      email: `operator-${n}@example.com`,
      emailFolded: `operator-${n}@example.com`,
      passwordHash: '',
      role: 'operator' as const,
      language: 'en',
      capacity: { chat: 100 },
      isActive: true,
      createdAt: now,
    })),
  )
  await fill(
    store,
    'queueMembers',
    list(count * 2, (n) => ({ operatorId: idOf(n >> 1), queueId: `queue-${(n * 7) % queueCount}` })),
  )
  await fill(
    store,
    'sessions',
    tokens.map((token, n) => ({
      id: `session-${n}`,
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
  const rows = list(requests, (n) => ({
    n,
    id: newId(now),
    isOpen: n < widgets,
    lines: Math.floor(messages / requests),
  }))
  const customerOf = (n: number) => `customer-${n}`
  const at = (n: number) => now - dayMs + n * 1_000
  const tokens = list(widgets, () => newToken())
  await fill(
    store,
    'customers',
    rows.map(({ n }) => ({
      id: customerOf(n),
      kind: 'customer' as const,
      name: `Customer ${n}`,
      firstName: 'Customer',
      familyName: String(n),
      email: '',
      phone: '',
      isVip: n % 20 === 0,
      createdAt: at(n),
      updatedAt: at(n),
      version: 1,
    })),
  )
  await fill(
    store,
    'visitors',
    tokens.map((token, n) => ({
      id: `visitor-${n}`,
      siteId: 'website',
      tokenHash: hashToken(token),
      customerId: customerOf(n),
      createdAt: now,
      lastSeenAt: now,
    })),
  )
  await fill(
    store,
    'requests',
    rows.map(({ n, id, isOpen }) => ({
      id,
      number: firstNumber + n,
      customerId: customerOf(n),
      typeId: 'general',
      title: `Where is order ${n}?`,
      description: '',
      stage: isOpen ? 'active' : 'closed',
      category: isOpen ? ('active' as const) : ('closed' as const),
      stageSince: at(n),
      priority: 'normal' as const,
      queueId: `queue-${n % queueCount}`,
      assigneeId: `operator-${n % desks}`,
      lastOperatorId: `operator-${n % desks}`,
      tags: [],
      outcome: isOpen ? null : 'solved',
      outcomeNote: '',
      closedAt: isOpen ? null : at(n),
      asksRating: false,
      createdAt: at(n),
      lastUpdateAt: at(n),
      autoCloseAt: isOpen ? now + 5 * dayMs : null,
      version: 1,
    })),
  )
  await fill(
    store,
    'activities',
    rows.map(({ n, id, isOpen, lines }) => ({
      id,
      requestId: id,
      customerId: customerOf(n),
      medium: 'chat' as const,
      state: isOpen ? ('active' as const) : ('ended' as const),
      queueId: `queue-${n % queueCount}`,
      operatorId: `operator-${n % desks}`,
      priorityRank: 2,
      vipRank: 1,
      eligibleSince: at(n),
      siteId: 'website',
      visitorId: isOpen ? `visitor-${n}` : null,
      customerIsHere: false,
      source: '',
      title: `Where is order ${n}?`,
      startedAt: at(n),
      acceptedAt: at(n),
      endedAt: isOpen ? null : at(n),
      endReason: isOpen ? null : ('closed' as const),
      messageSeq: lines,
      lastLineText: 'x',
      lastLineAuthor: 'customer' as const,
      lastLineAt: at(n),
      unread: 0,
      customerDelivered: 0,
      customerRead: 0,
      operatorDelivered: 0,
      operatorRead: 0,
      version: 1,
    })),
  )
  for (let from = 0; from < rows.length; from += 2_000)
    await fill(
      store,
      'messages',
      rows.slice(from, from + 2_000).flatMap(({ n, id, lines }) =>
        list(lines, (line) => ({
          id: newId(at(n)),
          activityId: id,
          seq: line + 1,
          clientMessageId: `before-${line}`,
          authorKind: 'customer' as const,
          authorId: customerOf(n),
          authorName: '',
          text: 'x'.repeat(90),
          attachmentIds: [],
          createdAt: at(n),
        })),
      ),
    )
  await fill(store, 'counters', [{ name: 'request', value: firstNumber + requests }])
  return rows
    .slice(0, widgets)
    .map(({ n, id }) => ({ id: `visitor-${n}`, token: tokens[n] ?? '', customerId: customerOf(n), activityId: id }))
}

/** Makes the database and gives the people that may come to it. */
export async function makeBenchData(size: BenchSize): Promise<BenchPeople> {
  const store = openStore(size.databaseUrl)
  await store.migrate()
  const now = Date.now()
  await fillWorkspace(store)
  const people = { desks: await fillDesks(store, size.desks, now), widgets: await fillTalks(store, size, now) }
  await store.close()
  return people
}

if (import.meta.main) {
  const people = await makeBenchData(JSON.parse(process.argv[2] ?? '{}') as BenchSize)
  process.send?.({ people }, () => process.disconnect())
}
