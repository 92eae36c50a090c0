import { and, asc, eq, gt, inArray, or, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import { isAmong, listFor } from '../../../db/sql.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { lockLogReader, moveReader, wholeUpTo } from '../../../kernel/log-reader.ts'
import { relist } from '../relist.ts'

/** Events read in one transaction. */
const mostEvents = 100
/** Requests listed anew in one transaction: few, because messages wait for it. */
const mostRequests = 8

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
    const read = await eventsBehind(ctx.tx, { seq })
    const moved = await movedUp(ctx, read)
    const rows = read.slice(0, eventsThatFit(read, new Set(moved)))
    const among = new Set(rows.map(({ requestId }) => requestId))
    await relist(
      ctx.tx,
      moved.filter((id) => among.has(id)),
    )
    const isWaiting = await relistOfCustomers(ctx, rows)
    if (isWaiting) return { isMore: true }
    const end = wholeUpTo(seq, rows, ctx.now)
    if (end !== seq) await moveReader(ctx, reader, end)
    return { isMore: (rows.length < read.length || read.length === mostEvents) && end !== seq }
  },
})

const eventsBehind = prepared('lists_events', (db) => {
  const { events } = db.t
  return db
    .select({
      seq: events.seq,
      type: events.type,
      requestId: events.requestId,
      customerId: events.customerId,
      at: events.at,
    })
    .from(events)
    .where(gt(events.seq, sql.placeholder('seq')))
    .orderBy(asc(events.seq))
    .limit(mostEvents)
})
const movedAmong = prepared('lists_moved', (db) => {
  const { requests, requestEntries } = db.t
  return db
    .select({ id: requests.id })
    .from(requests)
    .innerJoin(requestEntries, eq(requestEntries.requestId, requests.id))
    .where(and(isAmong(db, requests.id, 'ids'), gt(requests.listedAt, requestEntries.listedAt)))
})

interface Row {
  seq: number
  type: string
  requestId: string | null
  customerId: string | null
  at: number
}

/** How many of the events, in their order, speak of no more moved requests than are listed anew in one transaction. */
function eventsThatFit(rows: readonly Row[], moved: ReadonlySet<string>): number {
  const seen = new Set<string>()
  const beyond = rows.findIndex(({ requestId }) => {
    if (requestId !== null && moved.has(requestId)) seen.add(requestId)
    return seen.size > mostRequests
  })
  return beyond === -1 ? rows.length : beyond
}

/** Requests that messages have moved up since they were listed. */
async function movedUp(ctx: Ctx, rows: readonly Row[]): Promise<string[]> {
  const ids = rows.flatMap(({ type, requestId }) => (type.startsWith('message.') ? (requestId ?? []) : []))
  if (ids.length === 0) return []
  const moved = await movedAmong(ctx.tx, { ids: listFor(ctx.tx, [...new Set(ids)]) })
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
