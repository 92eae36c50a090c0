import type { RequestFilter, RequestSort } from '@care/contract'
import { foldText, hasWords, priorities, type Priority, priorityRank, searchWords, stageCategories } from '@care/domain'
import type { Tables } from '../../db/schema/index.ts'
import { insertMany } from '../../db/bulk.ts'
import type { Store } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'

/** When the tests look: Monday 6 April 2026, 09:00 UTC. */
const monday = Date.UTC(2026, 3, 6, 9)

type Row = Tables['requests']['$inferInsert']
export interface Made {
  request: Row
  isVip: boolean
  companyId: string | null
  media: string[]
  tags: string[]
  seenBy: string[]
}

/** A generator of small whole numbers that gives the same again. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
const pick = <T>(roll: (sides: number) => number, values: readonly T[]): T => values[roll(values.length)] as T

/** Many requests of every kind, put into the database as they stand. */
export async function makeRequests(store: Store, count: number, seed: number): Promise<Made[]> {
  const roll = dice(seed)
  const customers = Array.from({ length: 8 }, (_, n) => ({
    id: `cu-${n}`,
    isVip: n === 0,
    companyId: n < 3 ? `co-${n % 2}` : null,
  }))
  const made = Array.from({ length: count }, (_, index) => makeOne(roll, customers, index, count))
  await store.transact(async (tx) => {
    const at = { createdAt: monday, updatedAt: monday, version: 1 }
    const unnamed = { kind: 'customer' as const, name: '', firstName: '', familyName: '', email: '', phone: '' }
    await insertMany(
      tx,
      tx.t.customers,
      customers.map((customer) => ({ ...unnamed, ...customer, ...at })),
    )
    await insertMany(
      tx,
      tx.t.requests,
      made.map(({ request }) => request),
    )
    await insertMany(tx, tx.t.activities, made.map(activityOf))
    await insertMany(
      tx,
      tx.t.activityTags,
      made.flatMap(({ request, tags }) =>
        tags.map((tag, position) => ({ activityId: `ac-${request.id}`, tag, tagFolded: tag, position })),
      ),
    )
  })
  return made
}

const hour = 3_600_000
const titles = ['about a refund', 'Żółty', 'Ёлка, late', 'late refund', '', '']
type Someone = { id: string; isVip: boolean; companyId: string | null }

function makeOne(roll: (sides: number) => number, customers: readonly Someone[], index: number, count: number): Made {
  const createdAt = monday - (count - index) * hour
  const category = pick(roll, [...stageCategories, 'closed', 'closed'] as const)
  const listedAt = createdAt + roll(40) * hour
  const closedAt = category === 'closed' ? listedAt + roll(3) * hour : null
  const customer = pick(roll, customers)
  const assigneeId = pick(roll, ['anna', 'boris', null])
  return {
    isVip: customer.isVip,
    companyId: customer.companyId,
    media: [pick(roll, ['chat', 'email', 'call'])],
    tags: roll(3) === 0 ? [pick(roll, ['Refund', 'Żółty', 'Ёлка'])] : [],
    seenBy: roll(4) === 0 ? [pick(roll, ['anna', 'cyril'])] : [],
    request: {
      id: `re-${String(index).padStart(6, '0')}`,
      number: index + 1,
      customerId: customer.id,
      typeId: 'general',
      title: `Request ${index + 1} ${pick(roll, titles)}`,
      description: '',
      stage: category,
      category,
      stageSince: createdAt,
      priority: pick<Priority>(roll, priorities),
      queueId: assigneeId === null ? pick(roll, ['q', 'q2']) : pick(roll, ['q', 'q2', null]),
      assigneeId,
      lastOperatorId: null,
      tags: roll(4) === 0 ? ['refund'] : [],
      dueAt: roll(3) === 0 ? monday + (roll(60) - 30) * hour : null,
      outcome: category === 'closed' ? pick(roll, ['solved', 'duplicate']) : null,
      outcomeNote: '',
      closedAt,
      asksRating: false,
      createdAt,
      lastUpdateAt: listedAt,
      listedAt,
      version: 1,
    },
  }
}

const activityOf = ({ request, media, seenBy }: Made): Tables['activities']['$inferInsert'] => ({
  id: `ac-${request.id}`,
  requestId: request.id,
  customerId: request.customerId,
  medium: media[0] as 'chat',
  state: 'ended',
  operatorId: seenBy[0] ?? null,
  priorityRank: 2,
  vipRank: 1,
  eligibleSince: request.createdAt,
  customerIsHere: false,
  source: '',
  title: request.title,
  startedAt: request.createdAt,
  messageSeq: 0,
  lastLineText: '',
  unread: 0,
  customerDelivered: 0,
  customerRead: 0,
  operatorDelivered: 0,
  operatorRead: 0,
  version: 1,
})

const listed = ({ request }: Made): number => Math.max(request.listedAt, request.closedAt ?? 0)

/** What the list must be, by looking at every request. */
export function plainScan(
  made: readonly Made[],
  actor: OperatorActor,
  filter: RequestFilter,
  sort: RequestSort,
): number[] {
  const sign = sort.isDescending ? -1 : 1
  const byUpdate = (a: Made, b: Made): number => listed(b) - listed(a) || b.request.number - a.request.number
  const byNumber = (a: Made, b: Made): number => sign * (a.request.number - b.request.number)
  const byEnd =
    (isOfClosed: boolean) =>
    (a: Made, b: Made): number => {
      const end = ({ request }: Made): number | null =>
        (request.category === 'closed') === isOfClosed
          ? ((isOfClosed ? request.closedAt : request.dueAt) ?? null)
          : null
      const [x, y] = [end(a), end(b)]
      if (x === null || y === null) return x === y ? byUpdate(a, b) : x === null ? 1 : -1
      return sign * (x - y || a.request.number - b.request.number)
    }
  const orders: Record<RequestSort['by'], (a: Made, b: Made) => number> = {
    updated: (a, b) => sign * (listed(a) - listed(b) || a.request.number - b.request.number),
    created: byNumber,
    number: byNumber,
    due: byEnd(false),
    closed: byEnd(true),
    priority: (a, b) => -sign * (priorityRank(a.request.priority) - priorityRank(b.request.priority)) || byUpdate(a, b),
  }
  return made
    .filter((one) => mayShow(one, actor) && fits(one, actor, filter))
    .toSorted(orders[sort.by])
    .map(({ request }) => request.number)
}

const mayShow = ({ request, seenBy }: Made, actor: OperatorActor): boolean =>
  actor.permissions.has('requests.viewAll') ||
  request.assigneeId === actor.id ||
  (request.queueId !== null && request.queueId !== undefined && actor.queueIds.has(request.queueId)) ||
  seenBy.includes(actor.id)

const within = (
  value: number | null | undefined,
  range: { from?: number | undefined; to?: number | undefined } | undefined,
): boolean =>
  range === undefined ||
  (value !== null && value !== undefined && value >= (range.from ?? 0) && value < (range.to ?? Infinity))
const has = <T>(values: readonly T[] | undefined, value: T): boolean => values === undefined || values.includes(value)

function fits(one: Made, actor: OperatorActor, filter: RequestFilter): boolean {
  const { request } = one
  const isOpen = request.category !== 'closed'
  const assignee = filter.assigneeId?.map((who) => (who === 'me' ? actor.id : who === 'nobody' ? null : who))
  const tags = [...request.tags, ...one.tags].map(foldText)
  return (
    (filter.words === undefined || hasWords(`${request.number} ${request.title}`, searchWords(filter.words))) &&
    (filter.state === undefined || (filter.state === 'open') === isOpen) &&
    has(filter.category, request.category) &&
    has(filter.stage, request.stage) &&
    has(filter.priority, request.priority) &&
    has<string | null>(filter.queueId, request.queueId ?? null) &&
    has(assignee, request.assigneeId ?? null) &&
    has<string | null>(filter.outcome, request.outcome ?? null) &&
    (filter.medium === undefined || filter.medium.some((medium) => one.media.includes(medium))) &&
    (filter.tag === undefined || filter.tag.some((tag) => tags.includes(foldText(tag)))) &&
    has<string | null>(filter.companyId, one.companyId) &&
    (filter.customerId === undefined || filter.customerId === request.customerId) &&
    (filter.isVip === undefined || one.isVip) &&
    within(request.createdAt, filter.created) &&
    within(listed(one), filter.updated) &&
    within(request.closedAt, filter.closed) &&
    (filter.dueAt === undefined || isOpen) &&
    within(request.dueAt, filter.dueAt) &&
    fitsDue(request, isOpen, filter)
  )
}

function fitsDue({ dueAt }: Row, isOpen: boolean, { due }: RequestFilter): boolean {
  if (due === undefined) return true
  if (!isOpen) return false
  if (due === 'none') return dueAt === null
  const isPast = dueAt !== null && dueAt !== undefined && dueAt < monday
  if (due === 'overdue') return isPast
  return dueAt !== null && dueAt !== undefined && dueAt >= monday && dueAt < monday + 24 * 3_600_000
}
