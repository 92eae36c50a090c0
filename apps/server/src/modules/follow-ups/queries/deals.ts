import type { Api, Deal, DealTotal, QueryOf, ResponseOf } from '@care/contract'
import { and, asc, eq, gt, isNull, sum } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { afterAscending } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { presentDeals } from '../present.ts'
import { listOwner, maySee, visible } from '../rights.ts'
import { shownId } from './todos.ts'

type Query = QueryOf<Api['listDeals']>

/** Deals of somebody, a customer or a request, next expected first; by key. */
export async function dealList(db: Reader, actor: OperatorActor, query: Query): Promise<ResponseOf<Api['listDeals']>> {
  const { deals } = db.t
  const owner = listOwner(actor, query)
  const at = readCursor(query.cursor, ['string', 'string'])
  const rows = await db
    .select()
    .from(deals)
    .where(
      and(
        isNull(deals.deletedAt),
        owner === null ? undefined : eq(deals.ownerId, owner),
        query.customerId === undefined ? undefined : eq(deals.customerId, await shownId(db, query.customerId)),
        query.requestId === undefined ? undefined : eq(deals.requestId, query.requestId),
        query.state === undefined ? undefined : eq(deals.state, query.state),
        query.stage === undefined ? undefined : eq(deals.stage, query.stage),
        owner === actor.id ? undefined : visible(db, actor, deals),
        at === null ? undefined : afterAscending(deals.expectedKey, deals.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(asc(deals.expectedKey), asc(deals.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.expectedKey, row.id])
  return { items: await presentDeals(db, actor, page.items), nextCursor: page.nextCursor }
}

export async function dealById(db: Reader, actor: OperatorActor, dealId: string): Promise<Deal> {
  const { deals } = db.t
  const [row] = await db
    .select()
    .from(deals)
    .where(and(eq(deals.id, dealId), isNull(deals.deletedAt)))
  if (!row || !(await maySee(db, actor, row))) throw notFound('deal')
  const [deal] = await presentDeals(db, actor, [row])
  if (!deal) throw new Error('a deal was lost')
  return deal
}

/** Sums kept by the commands: of one owner his rows, of all a sum over owners × stages × currencies. */
export async function totalsOf(
  db: Reader,
  actor: OperatorActor,
  query: QueryOf<Api['getDealTotals']>,
): Promise<DealTotal[]> {
  const { dealTotals } = db.t
  const owner = listOwner(actor, query)
  const rows = await db
    .select({
      stage: dealTotals.stage,
      currency: dealTotals.currency,
      count: sum(dealTotals.count),
      amount: sum(dealTotals.amount),
    })
    .from(dealTotals)
    .where(and(gt(dealTotals.count, 0), owner === null ? undefined : eq(dealTotals.ownerId, owner)))
    .groupBy(dealTotals.stage, dealTotals.currency)
    .orderBy(asc(dealTotals.stage), asc(dealTotals.currency))
  return rows.map(({ stage, currency, count, amount }) => ({
    stage,
    currency,
    count: Number(count),
    amount: Number(amount),
  }))
}
