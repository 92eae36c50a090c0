import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { shownName } from '@care/domain'
import { and, asc, eq, isNotNull } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { afterAscending } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'

/** What this operator has put aside, next to come back first. */
export async function snoozedList(
  db: Reader,
  actor: OperatorActor,
  query: QueryOf<Api['listSnoozed']>,
): Promise<ResponseOf<Api['listSnoozed']>> {
  const { requests, customers } = db.t
  const at = readCursor(query.cursor, ['number', 'string'])
  const rows = await db
    .select({ request: requests, customer: customers })
    .from(requests)
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .where(
      and(
        eq(requests.snoozedById, actor.id),
        isNotNull(requests.snoozedUntil),
        at === null ? undefined : afterAscending(requests.snoozedUntil, requests.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(asc(requests.snoozedUntil), asc(requests.id))
    .limit(query.limit + 1)
  const { items, nextCursor } = pageOf(rows, query.limit, ({ request }) => [request.snoozedUntil ?? 0, request.id])
  return {
    nextCursor,
    items: items.map(({ request, customer }) => ({
      requestId: request.id,
      number: request.number,
      title: request.title,
      customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip },
      snoozedUntil: request.snoozedUntil ?? 0,
      wakesOnAnswer: request.wakesOnAnswer,
    })),
  }
}
