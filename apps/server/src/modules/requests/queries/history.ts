import type { HistoryLine } from '@care/contract'
import { shownName } from '@care/domain'
import { and, desc, eq, lt, notInArray } from 'drizzle-orm'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import type { Reader } from '../../../db/store.ts'

/** Events that are no change of the request: what was said stands in the thread, marks and typing nowhere. */
const notHistory = ['message.received', 'message.sent', 'message.marked', 'customer.here']

/** Every change of a request and its activities, latest first. The caller has checked the right to see it. */
export async function requestHistory(
  db: Reader,
  requestId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: HistoryLine[]; nextCursor: string | null }> {
  const { events, operators, customers } = db.t
  const at = readCursor(page.cursor, ['number'])
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
        eq(events.requestId, requestId),
        notInArray(events.type, notHistory),
        at === null ? undefined : lt(events.seq, at[0]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(page.limit + 1)
  const { items, nextCursor } = pageOf(rows, page.limit, ({ event }) => [event.seq])
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
      facts: event.facts,
    })),
  }
}
