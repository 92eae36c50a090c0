import { priorityRank, vipRank } from '@care/domain'
import { and, eq, inArray, ne } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { RequestRecord } from '../requests/index.ts'

/** A statement takes only so many values. */
const perBatch = 500

/** Does something to many ids, some hundred at a time. */
export async function inBatches(ids: readonly string[], work: (ids: string[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += perBatch) await work(ids.slice(at, at + perBatch))
}

/**
 * Activities with their comments and ratings go from one request to another; those that are not in `from` any more stay
 * where they are. Answers which went. What is open takes its place in the queue by its new request and customer (rule 13).
 */
export async function moveActivities(
  ctx: Ctx,
  ids: readonly string[],
  from: RequestRecord,
  to: RequestRecord,
): Promise<string[]> {
  const { activities, comments, ratings } = ctx.tx.t
  const gone: string[] = []
  await inBatches(ids, async (batch) => {
    const rows = await ctx.tx
      .update(activities)
      .set({ requestId: to.id, customerId: to.customerId, version: plus(activities.version, 1) })
      .where(and(inArray(activities.id, batch), eq(activities.requestId, from.id)))
      .returning({ id: activities.id })
    gone.push(...rows.map(({ id }) => id))
  })
  const ranks = await newRanks(ctx, from, to)
  await inBatches(gone, async (batch) => {
    await ctx.tx.update(comments).set({ requestId: to.id }).where(inArray(comments.activityId, batch))
    await ctx.tx
      .update(ratings)
      .set({ requestId: to.id, customerId: to.customerId })
      .where(inArray(ratings.activityId, batch))
    if (ranks !== null)
      await ctx.tx
        .update(activities)
        .set(ranks)
        .where(and(inArray(activities.id, batch), ne(activities.state, 'ended')))
  })
  return gone
}

async function newRanks(ctx: Ctx, from: RequestRecord, to: RequestRecord) {
  const priority = from.priority === to.priority ? {} : { priorityRank: priorityRank(to.priority) }
  if (from.customerId === to.customerId) return from.priority === to.priority ? null : priority
  const { customers } = ctx.tx.t
  const [customer] = await ctx.tx
    .select({ isVip: customers.isVip })
    .from(customers)
    .where(eq(customers.id, to.customerId))
  return { ...priority, vipRank: vipRank(customer?.isVip ?? false) }
}
