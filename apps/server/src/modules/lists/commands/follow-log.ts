import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { command, type Ctx } from '../../../kernel/command.ts'
import { lockLogReader, moveReader, wholeUpTo } from '../../../kernel/log-reader.ts'
import { relist } from '../relist.ts'

/** Events read in one transaction: few, because messages wait for it. */
const mostEvents = 100
/** Requests of one customer changed in one transaction. */
const mostRequests = 100

const reader = 'lists'

/**
 * Reads on in the log of events: what messages have changed in the lists (their order moves some seconds late, so that
 * no message pays for it), and what customers have (VIP, company, merges). False when there is nothing more.
 * Reading the same again changes nothing, so a crash loses nothing.
 */
export const followLog = command({
  name: 'follow-log',
  action: [],
  load: (ctx, _input: null) => lockLogReader(ctx, reader),
  allow: () => false,
  async run(ctx, seq): Promise<{ isMore: boolean }> {
    const { events } = ctx.tx.t
    const rows = await ctx.tx
      .select({
        seq: events.seq,
        type: events.type,
        requestId: events.requestId,
        customerId: events.customerId,
        at: events.at,
      })
      .from(events)
      .where(gt(events.seq, seq))
      .orderBy(asc(events.seq))
      .limit(mostEvents)
    await relist(ctx.tx, await movedUp(ctx, rows))
    const isWaiting = await relistOfCustomers(ctx, rows)
    if (isWaiting) return { isMore: true }
    const end = wholeUpTo(seq, rows, ctx.now)
    if (end !== seq) await moveReader(ctx, reader, end)
    return { isMore: rows.length === mostEvents && end !== seq }
  },
})

interface Row {
  seq: number
  type: string
  requestId: string | null
  customerId: string | null
  at: number
}

/** Requests that messages have moved up since they were listed. */
async function movedUp(ctx: Ctx, rows: readonly Row[]): Promise<string[]> {
  const ids = rows.flatMap(({ type, requestId }) => (type.startsWith('message.') ? (requestId ?? []) : []))
  if (ids.length === 0) return []
  const { requests, requestEntries } = ctx.tx.t
  const moved = await ctx.tx
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(requestEntries, eq(requestEntries.requestId, requests.id))
    .where(and(inArray(requests.id, [...new Set(ids)]), gt(requests.listedAt, requestEntries.listedAt)))
  return moved.map(({ id }) => id)
}

/** Requests of changed customers whose rows are older than the change; true when there are more than one turn takes. */
async function relistOfCustomers(ctx: Ctx, rows: readonly Row[]): Promise<boolean> {
  const ids = rows.flatMap(({ type, customerId }) => (type.startsWith('customer.') ? (customerId ?? []) : []))
  if (ids.length === 0) return false
  const { requests, requestEntries, customers } = ctx.tx.t
  const stale = await ctx.tx
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(requestEntries, eq(requestEntries.requestId, requests.id))
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .where(
      and(
        or(inArray(requests.customerId, ids), inArray(requestEntries.customerId, ids)),
        or(
          sql`${requestEntries.customerId} <> ${requests.customerId}`,
          sql`${requestEntries.isVip} <> ${customers.isVip}`,
          sql`coalesce(${requestEntries.companyId}, '') <> coalesce(${customers.companyId}, '')`,
        ),
      ),
    )
    .limit(mostRequests)
  await relist(
    ctx.tx,
    stale.map(({ id }) => id),
  )
  return stale.length === mostRequests
}
