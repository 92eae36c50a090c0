import type { Api, BlockedSender, QueryOf, ResponseOf } from '@care/contract'
import { shownName } from '@care/domain'
import { and, desc, eq, isNotNull, isNull, type SQL } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, alias } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** Who is refused now, or was, latest first. */
export async function listBlockedSenders(
  db: Reader,
  { lifted, cursor, limit }: QueryOf<Api['listBlockedSenders']>,
): Promise<ResponseOf<Api['listBlockedSenders']>> {
  const { blockedSenders } = db.t
  const at = readCursor(cursor, ['number', 'string'])
  const since = lifted ? blockedSenders.liftedAt : blockedSenders.blockedAt
  const rows = await selectBlocks(
    db,
    and(
      lifted ? isNotNull(blockedSenders.liftedAt) : isNull(blockedSenders.liftedAt),
      at === null ? undefined : after(since, blockedSenders.id, { first: at[0], second: at[1] }),
    ),
    limit + 1,
    since,
  )
  const { items, nextCursor } = pageOf(rows, limit, ({ block }) => [
    (lifted ? block.liftedAt : block.blockedAt) ?? 0,
    block.id,
  ])
  return { items: items.map(present), nextCursor }
}

/** One of them. Refuses with NOT_FOUND. */
export async function getBlockedSender(db: Reader, blockId: string): Promise<BlockedSender> {
  const { blockedSenders } = db.t
  const [row] = await selectBlocks(db, eq(blockedSenders.id, blockId), 1, blockedSenders.blockedAt)
  if (!row) throw notFound('block')
  return present(row)
}

function selectBlocks(
  db: Reader,
  where: SQL | undefined,
  limit: number,
  order: Reader['t']['blockedSenders']['blockedAt' | 'liftedAt'],
) {
  const { blockedSenders, customers, requests, operators } = db.t
  const lifter = alias(operators, 'lifter')
  return db
    .select({
      block: blockedSenders,
      customer: { id: customers.id, name: customers.name, email: customers.email, phone: customers.phone },
      request: { id: requests.id, number: requests.number },
      blockedBy: { id: operators.id, name: operators.name },
      liftedBy: { id: lifter.id, name: lifter.name },
    })
    .from(blockedSenders)
    .leftJoin(customers, eq(customers.id, blockedSenders.customerId))
    .leftJoin(requests, eq(requests.id, blockedSenders.requestId))
    .leftJoin(operators, eq(operators.id, blockedSenders.blockedById))
    .leftJoin(lifter, eq(lifter.id, blockedSenders.liftedById))
    .where(where)
    .orderBy(desc(order), desc(blockedSenders.id))
    .limit(limit)
}
type Row = Awaited<ReturnType<typeof selectBlocks>>[number]

function present({ block, customer, request, blockedBy, liftedBy }: Row): BlockedSender {
  const { id, kind, value, blockedAt, liftedAt } = block
  return {
    id,
    kind,
    value: kind === 'visitor' ? '' : value,
    customer: customer && { id: customer.id, name: shownName(customer, '') },
    request,
    blockedAt,
    blockedBy,
    liftedAt,
    liftedBy,
  }
}
