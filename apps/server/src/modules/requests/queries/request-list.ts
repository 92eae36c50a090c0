import type { Api, QueryOf, RequestRow } from '@care/contract'
import { shownName } from '@care/domain'
import { and, desc, eq, exists, inArray, or, type SQL } from 'drizzle-orm'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'

/** Requests that this operator may see, latest update first (some seconds late, see the schema), by key. */
export async function requestList(
  db: Reader,
  actor: OperatorActor,
  query: QueryOf<Api['listRequests']>,
): Promise<{ items: RequestRow[]; nextCursor: string | null }> {
  const { requests, customers, queues, operators } = db.t
  const at = readCursor(query.cursor, ['number', 'string'])
  const rows = await db
    .select({
      request: requests,
      customer: customers,
      queue: { id: queues.id, name: queues.name },
      assignee: { id: operators.id, name: operators.name },
    })
    .from(requests)
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .leftJoin(queues, eq(queues.id, requests.queueId))
    .leftJoin(operators, eq(operators.id, requests.assigneeId))
    .where(
      and(
        visibleTo(db, actor),
        query.customerId === undefined ? undefined : eq(requests.customerId, query.customerId),
        query.category === undefined ? undefined : eq(requests.category, query.category),
        query.mine === true ? eq(requests.assigneeId, actor.id) : undefined,
        at === null ? undefined : after(requests.listedAt, requests.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(desc(requests.listedAt), desc(requests.id))
    .limit(query.limit + 1)
  const { items, nextCursor } = pageOf(rows, query.limit, ({ request }) => [request.listedAt, request.id])
  return {
    nextCursor,
    items: items.map(({ request, customer, queue, assignee }) => ({
      id: request.id,
      number: request.number,
      title: request.title,
      customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip },
      stage: request.stage,
      category: request.category,
      priority: request.priority,
      queue,
      assignee,
      updatedAt: request.lastUpdateAt,
      version: request.version,
    })),
  }
}

/** The SQL twin of the domain's canSeeRequest; a test holds the two against each other. */
export function visibleTo(db: Reader, actor: OperatorActor): SQL | undefined {
  if (actor.permissions.has('requests.viewAll')) return undefined
  const { requests, activities } = db.t
  const hasTask = db
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.requestId, requests.id),
        or(
          eq(activities.operatorId, actor.id),
          eq(activities.offeredToId, actor.id),
          eq(activities.transferToId, actor.id),
        ),
      ),
    )
  return or(
    eq(requests.assigneeId, actor.id),
    actor.queueIds.size === 0 ? undefined : inArray(requests.queueId, [...actor.queueIds]),
    exists(hasTask),
  )
}
