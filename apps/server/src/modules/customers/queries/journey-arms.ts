import type { Api, JourneyItem, QueryOf } from '@care/contract'
import { and, desc, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from '../../../db/drizzle.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { idsOfGroupsOf } from '../../groups/index.ts'

export interface Stretch {
  customerId: string
  /** Behind this place, latest first. */
  at: readonly [number, string] | null
  limit: number
  filter: Pick<QueryOf<Api['getJourney']>, 'kind' | 'medium' | 'state' | 'from' | 'until'>
}
/** Items as they are read; what the viewer may see of them is decided by their request. */
export type RawItem = JourneyItem extends infer I ? (I extends { canMove: boolean } ? Omit<I, 'canMove'> : I) : never

type Column = Parameters<typeof desc>[0]
interface Arm {
  kind: JourneyItem['kind']
  read: (db: Reader, stretch: Stretch) => Promise<RawItem[]>
}

/** What every arm says in its own columns; each has an index over (customer, time, id), so it reads no more than it gives. */
const within = (
  db: Reader,
  columns: { customerId: Column; at: Column; id: Column; requestId: Column | null },
  { customerId, at, filter }: Stretch,
): SQL | undefined =>
  and(
    eq(columns.customerId as never, customerId),
    at === null ? undefined : after(columns.at as never, columns.id as never, { first: at[0], second: at[1] }),
    filter.from === undefined ? undefined : gte(columns.at as never, filter.from),
    filter.until === undefined ? undefined : lt(columns.at as never, filter.until),
    filter.state === undefined || columns.requestId === null
      ? undefined
      : ofRequestIn(db, columns.requestId, filter.state),
  )

const inState = ({ t }: Reader, state: 'open' | 'closed'): SQL =>
  state === 'closed' ? eq(t.requests.category, 'closed') : ne(t.requests.category, 'closed')

/** Its request is open or closed; what has none is neither. Asked row by row in the line's order: a join would sort it. */
function ofRequestIn(db: Reader, requestId: Column, state: 'open' | 'closed'): SQL {
  const { requests } = db.t
  const category = db
    .select({ category: requests.category })
    .from(requests)
    .where(eq(requests.id, requestId as never))
  return state === 'closed' ? sql`${category} = 'closed'` : sql`${category} <> 'closed'`
}
const owner = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

type CallbackRow = Pick<Reader['t']['callbacks']['$inferSelect'], 'dueAt' | 'lastOutcome' | 'cancelledAt'>
const callbackOf = ({ cancelledAt, ...row }: CallbackRow & { tries: number }) => ({
  ...row,
  isCancelled: cancelledAt !== null,
})

const activities: Arm['read'] = async (db, stretch) => {
  const { activities: a, operators, callbacks: c } = db.t
  const { medium } = stretch.filter
  const rows = await db
    .select({
      id: a.id,
      at: a.startedAt,
      requestId: a.requestId,
      medium: a.medium,
      state: a.state,
      endedAt: a.endedAt,
      title: a.title,
      messages: a.messageSeq,
      operatorId: a.operatorId,
      operatorName: operators.name,
      callback: { dueAt: c.dueAt, tries: c.attempts, lastOutcome: c.lastOutcome, cancelledAt: c.cancelledAt },
    })
    .from(a)
    .leftJoin(operators, eq(operators.id, a.operatorId))
    .leftJoin(c, eq(c.activityId, a.id))
    .where(
      and(
        within(db, { customerId: a.customerId, at: a.startedAt, id: a.id, requestId: a.requestId }, stretch),
        medium === undefined ? undefined : eq(a.medium, medium),
      ),
    )
    .orderBy(desc(a.startedAt), desc(a.id))
    .limit(stretch.limit)
  return rows.map(({ operatorId, operatorName, callback, ...row }) => ({
    kind: 'activity',
    ...row,
    callback: callback && callbackOf(callback),
    operator: owner(operatorId, operatorName),
  }))
}

const requestsMade: Arm['read'] = async (db, stretch) => {
  const { requests } = db.t
  const { state } = stretch.filter
  const rows = await db
    .select({ id: requests.id, at: requests.createdAt })
    .from(requests)
    .where(
      and(
        within(
          db,
          { customerId: requests.customerId, at: requests.createdAt, id: requests.id, requestId: null },
          stretch,
        ),
        state === undefined ? undefined : inState(db, state),
        // What was merged into another one is there (rule 25).
        isNull(requests.mergedIntoId),
      ),
    )
    .orderBy(desc(requests.createdAt), desc(requests.id))
    .limit(stretch.limit)
  return rows.map((row) => ({ kind: 'request', ...row, requestId: row.id }))
}

const ratings: Arm['read'] = async (db, stretch) => {
  const { ratings: r } = db.t
  const rows = await db
    .select({ id: r.id, at: r.createdAt, requestId: r.requestId, score: r.score, comment: r.comment })
    .from(r)
    .where(within(db, { customerId: r.customerId, at: r.createdAt, id: r.id, requestId: r.requestId }, stretch))
    .orderBy(desc(r.createdAt), desc(r.id))
    .limit(stretch.limit)
  return rows.map((row) => ({ kind: 'rating', ...row }))
}

const todos: Arm['read'] = async (db, stretch) => {
  const { todos: d, operators } = db.t
  const rows = await db
    .select({
      id: d.id,
      at: d.createdAt,
      requestId: d.requestId,
      title: d.title,
      doneAt: d.doneAt,
      ownerId: d.ownerId,
      ownerName: operators.name,
    })
    .from(d)
    .leftJoin(operators, eq(operators.id, d.ownerId))
    .where(
      and(
        within(db, { customerId: d.customerId, at: d.createdAt, id: d.id, requestId: d.requestId }, stretch),
        isNull(d.deletedAt),
      ),
    )
    .orderBy(desc(d.createdAt), desc(d.id))
    .limit(stretch.limit)
  return rows.map(({ ownerId, ownerName, ...row }) => ({ kind: 'todo', ...row, owner: owner(ownerId, ownerName) }))
}

const deals: Arm['read'] = async (db, stretch) => {
  const { deals: d, operators } = db.t
  const rows = await db
    .select({
      id: d.id,
      at: d.createdAt,
      requestId: d.requestId,
      title: d.title,
      amount: d.amount,
      currency: d.currency,
      state: d.state,
      ownerId: d.ownerId,
      ownerName: operators.name,
    })
    .from(d)
    .leftJoin(operators, eq(operators.id, d.ownerId))
    .where(
      and(
        within(db, { customerId: d.customerId, at: d.createdAt, id: d.id, requestId: d.requestId }, stretch),
        isNull(d.deletedAt),
      ),
    )
    .orderBy(desc(d.createdAt), desc(d.id))
    .limit(stretch.limit)
  return rows.map(({ ownerId, ownerName, ...row }) => ({ kind: 'deal', ...row, owner: owner(ownerId, ownerName) }))
}

const arms: readonly Arm[] = [
  { kind: 'activity', read: activities },
  { kind: 'request', read: requestsMade },
  { kind: 'rating', read: ratings },
  { kind: 'todo', read: todos },
  { kind: 'deal', read: deals },
]

/** The next items of all kinds in the one order, latest first: each kind gives its next, and they are merged. */
export async function readLine(db: Reader, stretch: Stretch): Promise<RawItem[]> {
  const { kind, medium } = stretch.filter
  const only = kind ?? (medium === undefined ? undefined : 'activity')
  const read: RawItem[] = []
  for (const arm of arms) if (only === undefined || arm.kind === only) read.push(...(await arm.read(db, stretch)))
  return read.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, stretch.limit)
}

/** Which of the requests have a task of the viewer, and whether it is still open. */
export async function ownTasks(db: Reader, viewerId: string, requestIds: readonly string[]) {
  const { activities: a } = db.t
  if (requestIds.length === 0) return []
  return db
    .select({
      requestId: a.requestId,
      state: a.state,
      operatorId: a.operatorId,
    })
    .from(a)
    .where(
      and(
        inArray(a.requestId, [...requestIds]),
        or(
          eq(a.operatorId, viewerId),
          eq(a.offeredToId, viewerId),
          eq(a.transferToId, viewerId),
          inArray(a.groupId, idsOfGroupsOf(db, viewerId)),
        ),
      ),
    )
}
