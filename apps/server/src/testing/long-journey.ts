import { desc, eq } from '../db/drizzle.ts'
import type { Store } from '../db/store.ts'
import { newId } from '../kernel/ids.ts'

const perRequest = 25
const requestsAtOnce = 20
const yearsMs = 10 * 365 * 86_400_000
const media = ['chat', 'email', 'call'] as const
/** The numbers that the workspace gives itself stay free. */
const apart = 1_000_000

type Request = Store['t']['requests']['$inferSelect']
type Activity = Store['t']['activities']['$inferSelect']

/**
 * Gives a customer so many ended activities, spread over the ten years before his first request, each with one line said.
 * For measuring a journey that nobody can live through in a test.
 */
export async function lengthenJourney(store: Store, customerId: string, count: number): Promise<void> {
  const { requests, activities, messages } = store.t
  const [pattern] = await store.read.select().from(requests).where(eq(requests.customerId, customerId)).limit(1)
  const [like] = await store.read.select().from(activities).where(eq(activities.customerId, customerId)).limit(1)
  const [last] = await store.read.select().from(requests).orderBy(desc(requests.number)).limit(1)
  if (!pattern || !like || !last) throw new Error('a customer with a request and an activity is wanted')
  const stepMs = Math.floor(yearsMs / count)
  const timeOf = (n: number): number => pattern.createdAt - yearsMs + (n - 1) * stepMs
  const many = perRequest * requestsAtOnce
  for (let from = 1; from <= count; from += many) {
    const made = Array.from({ length: Math.min(many, count - from + 1) }, (_, i) => from + i)
    const closed = made
      .filter((n) => n % perRequest === 1)
      .map((n) => closedRequest(pattern, last.number + apart + n, timeOf(n), timeOf(n + perRequest)))
    const talks = made.map((n, i) => endedTalk(like, closed[Math.floor(i / perRequest)]?.id ?? '', n, timeOf(n)))
    await store.transact(async (tx) => {
      await tx.insert(requests).values(closed)
      await tx.insert(activities).values(talks)
      await tx.insert(messages).values(talks.map(lineOf))
    })
  }
}

const closedRequest = (pattern: Request, number: number, at: number, end: number): Request => ({
  ...pattern,
  id: newId(at),
  number,
  title: `Of old ${number}`,
  stage: 'closed',
  category: 'closed',
  outcome: 'solved',
  assigneeId: null,
  autoCloseAt: null,
  autoCloseCheckAt: null,
  createdAt: at,
  stageSince: end,
  closedAt: end,
  lastUpdateAt: end,
  listedAt: end,
})

const endedTalk = (like: Activity, requestId: string, n: number, at: number): Activity => ({
  ...like,
  id: newId(at),
  requestId,
  medium: media[n % media.length] ?? 'chat',
  state: 'ended',
  title: `Talk ${n}`,
  operatorId: null,
  offeredToId: null,
  visitorId: null,
  startedAt: at,
  eligibleSince: at,
  endedAt: at + 600_000,
  endReason: 'closed',
  messageSeq: 1,
  unread: 0,
  waitingSince: null,
})

const lineOf = ({ id, startedAt, title }: Activity) => ({
  id: newId(startedAt),
  activityId: id,
  seq: 1,
  clientMessageId: `old-${id}`,
  authorKind: 'customer' as const,
  authorId: null,
  authorName: '',
  text: `What was said in ${title}`,
  attachmentIds: [],
  createdAt: startedAt,
})
