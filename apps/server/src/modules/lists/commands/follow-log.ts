import { and, asc, eq, gt, inArray, max, or, sql } from 'drizzle-orm'
import { command, type Ctx } from '../../../kernel/command.ts'
import { relist } from '../relist.ts'

/** Events read in one transaction: few, because messages wait for it. */
const mostEvents = 100
/** Requests of one customer changed in one transaction. */
const mostRequests = 100
/** A number of the log that is missing so long will not come: its transaction was rolled back. */
const lostAfterMs = 30_000

const reader = 'lists'

/**
 * Reads on in the log of events: what messages have changed in the lists (their order moves some seconds late, so that
 * no message pays for it), and what customers have (VIP, company, merges). False when there is nothing more.
 * Reading the same again changes nothing, so a crash loses nothing.
 */
export const followLog = command({
  name: 'follow-log',
  action: [],
  load: (ctx, _input: null) => readTo(ctx),
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
    const end = readUpTo(seq, rows, ctx.now)
    const { logReaders } = ctx.tx.t
    if (end !== seq) await ctx.tx.update(logReaders).set({ seq: end }).where(eq(logReaders.name, reader))
    return { isMore: rows.length === mostEvents && end !== seq }
  },
})

/** Where the reader stands, locked; it begins at the end of the log, what is older is found by `listUnlisted`. */
async function readTo(ctx: Ctx): Promise<number> {
  const { logReaders, events } = ctx.tx.t
  const [last] = await ctx.tx.select({ seq: max(events.seq) }).from(events)
  await ctx.tx
    .insert(logReaders)
    .values({ name: reader, seq: last?.seq ?? 0 })
    .onConflictDoNothing()
  // The update locks the row: another process waits and then goes on from where this one got to.
  const [row] = await ctx.tx
    .update(logReaders)
    .set({ seq: sql`${logReaders.seq}` })
    .where(eq(logReaders.name, reader))
    .returning()
  return row?.seq ?? 0
}

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

/** PostgreSQL gives numbers before the commit: behind a gap something may still appear. */
function readUpTo(seq: number, rows: readonly Row[], now: number): number {
  let end = seq
  for (const row of rows) {
    if (row.seq !== end + 1 && row.at > now - lostAfterMs) break
    end = row.seq
  }
  return end
}
