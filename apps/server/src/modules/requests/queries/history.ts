import type { HistoryEvent, HistoryKind, HistoryLine } from '@care/contract'
import { shownName } from '@care/domain'
import { and, desc, eq, inArray, lt, or, sql, type SQL } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { historyTypes } from '../../../db/schema/kernel.ts'
import { startsWith } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { EventMap, EventType } from '../../../kernel/event.ts'

/** Which events are of which kind: by the beginnings of their names, but for those of the request itself. */
const kinds: Record<HistoryKind, { exact?: string[]; begins?: string[] }> = {
  stage: {
    exact: [
      'request.created',
      'request.stageMoved',
      'request.typeChanged',
      'request.closed',
      'request.reopened',
      'request.keptOpen',
      'request.snoozed',
      'request.woke',
    ],
  },
  fields: {
    exact: [
      'request.edited',
      'request.typeChanged',
      'request.linked',
      'request.unlinked',
      'request.parentSet',
      'request.partAdded',
      'request.partRemoved',
    ],
  },
  assignment: { exact: ['request.assigned'], begins: ['offer.', 'task.', 'transfer.'] },
  activity: {
    exact: ['request.merged', 'request.unmerged', 'request.split', 'request.unsplit'],
    begins: ['activity.'],
  },
  comment: { begins: ['comment.'] },
}

/** Of a request, and not in its history: its messages stand in the talk, and what is only told stands nowhere. */
type NoHistory = 'message.received' | 'message.sent' | 'message.marked' | 'customer.here' | 'todo.seen'
type OfRequest = { [T in EventType]: 'requestId' extends keyof EventMap[T] ? T : never }[EventType]
type Same<A, B> = [A, B] extends [B, A] ? true : { missing: Exclude<A, B>; tooMany: Exclude<B, A> }
/** The contract names each of them, so that the desk has words for it. */
true satisfies Same<Exclude<OfRequest, NoHistory>, HistoryEvent>

/** Every change of a request and its activities, latest first. The caller has checked the right to see it. */
export async function requestHistory(
  db: Reader,
  requestId: string,
  page: { cursor?: string | undefined; limit: number; kind?: HistoryKind | undefined; operatorId?: string | undefined },
): Promise<{ items: HistoryLine[]; nextCursor: string | null }> {
  const { events, operators, customers, requests } = db.t
  const at = readCursor(page.cursor, ['number'])
  const merged = await db.select({ id: requests.id }).from(requests).where(eq(requests.mergedIntoId, requestId))
  const rows = await db
    .select({
      event: events,
      operatorName: operators.name,
      customer: { name: customers.name, email: customers.email, phone: customers.phone },
    })
    .from(events)
    .leftJoin(operators, and(eq(events.actorKind, 'operator'), eq(operators.id, events.actorId)))
    .leftJoin(customers, and(eq(events.actorKind, 'customer'), eq(customers.id, events.actorId)))
    .where(
      and(
        // What was merged into it brings its own history along (rule 25).
        merged.length === 0
          ? eq(events.requestId, requestId)
          : inArray(events.requestId, [requestId, ...merged.map(({ id }) => id)]),
        // In the index's own words, else neither engine takes it.
        sql.raw(`"events".${historyTypes}`),
        page.kind === undefined ? undefined : ofKind(db, page.kind),
        page.operatorId === undefined
          ? undefined
          : and(eq(events.actorKind, 'operator'), eq(events.actorId, page.operatorId)),
        at === null ? undefined : lt(events.seq, at[0]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(page.limit + 1)
  const { items, nextCursor } = pageOf(rows, page.limit, ({ event }) => [event.seq])
  const texts = await textsOf(
    db,
    items.filter(({ event }) => event.type === 'request.edited').map(({ event }) => event.id),
  )
  return {
    nextCursor,
    items: items.map(({ event, operatorName, customer }) => ({
      id: event.id,
      type: event.type,
      at: event.at,
      actor: {
        kind: event.actorKind,
        id: event.actorId,
        name: operatorName ?? (customer ? shownName(customer, '') : ''),
      },
      activityId: event.activityId,
      facts: event.type === 'request.edited' ? withTexts(event.facts, texts.get(event.id)) : event.facts,
    })),
  }
}

function ofKind(db: Reader, kind: HistoryKind): SQL | undefined {
  const { exact = [], begins = [] } = kinds[kind]
  const { type } = db.t.events
  return or(exact.length > 0 ? inArray(type, exact) : undefined, ...begins.map((begin) => startsWith(type, begin)))
}

type Texts = { field: string; before: string; after: string }[]

/** What was written before and after, where it still may be known. */
async function textsOf(db: Reader, eventIds: readonly string[]): Promise<Map<string, Texts>> {
  const { requestTexts } = db.t
  const found = new Map<string, Texts>()
  if (eventIds.length === 0) return found
  const rows = await db.select().from(requestTexts).where(inArray(requestTexts.eventId, eventIds))
  for (const row of rows) found.set(row.eventId, [...(found.get(row.eventId) ?? []), row])
  return found
}

const withTexts = (facts: Record<string, unknown>, texts: Texts = []): Record<string, unknown> => ({
  ...facts,
  fields: {
    ...Object(facts.fields),
    ...Object.fromEntries(texts.map(({ field, before, after }) => [field, { from: before, to: after }])),
  },
})
