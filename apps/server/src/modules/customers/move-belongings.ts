import { vipRank } from '@care/domain'
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Ctx } from '../../kernel/command.ts'

/** Everything of one customer becomes another's; answers what that was. A visitor keeps seeing only what he said himself. */
export async function moveAll(
  ctx: Ctx,
  from: string,
  to: string,
): Promise<{ requestIds: string[]; visitorIds: string[]; aliasIds: string[] }> {
  const { requests, activities, ratings, visitors, customers } = ctx.tx.t
  // Visitors and talks before requests: who begins a request holds the lock of one of them, and is waited for here.
  await ctx.tx
    .update(visitors)
    .set({ ownCustomerId: from })
    .where(and(eq(visitors.customerId, from), isNull(visitors.ownCustomerId)))
  const people = await ctx.tx
    .update(visitors)
    .set({ customerId: to })
    .where(eq(visitors.customerId, from))
    .returning({ id: visitors.id })
  await ctx.tx.update(activities).set({ customerId: to }).where(eq(activities.customerId, from))
  const moved = await ctx.tx
    .update(requests)
    .set({ customerId: to })
    .where(eq(requests.customerId, from))
    .returning({ id: requests.id })
  const requestIds = moved.map(({ id }) => id)
  await inBatches(requestIds, (ids) =>
    ctx.tx.update(ratings).set({ customerId: to }).where(inArray(ratings.requestId, ids)),
  )
  const aliases = await ctx.tx
    .update(customers)
    .set({ mergedIntoId: to })
    .where(eq(customers.mergedIntoId, from))
    .returning({ id: customers.id })
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
  return { requestIds, visitorIds: ids(people), aliasIds: ids(aliases) }
}

/** What was moved goes back; what came since stays, except in requests that go back. */
export async function moveBack(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
  moved: { requestIds: readonly string[]; visitorIds: readonly string[]; aliasIds: readonly string[] },
): Promise<void> {
  const { requests, activities, ratings, visitors, customers } = ctx.tx.t
  await inBatches(moved.requestIds, async (ids) => {
    await ctx.tx.update(requests).set({ customerId: to }).where(inArray(requests.id, ids))
    await ctx.tx.update(activities).set({ customerId: to }).where(inArray(activities.requestId, ids))
    await ctx.tx.update(ratings).set({ customerId: to }).where(inArray(ratings.requestId, ids))
  })
  await inBatches(moved.visitorIds, async (ids) => {
    await ctx.tx
      .update(visitors)
      .set({ customerId: to })
      .where(and(inArray(visitors.id, ids), eq(visitors.customerId, from)))
    await ctx.tx
      .update(visitors)
      .set({ ownCustomerId: null })
      .where(and(inArray(visitors.id, ids), eq(visitors.ownCustomerId, to)))
  })
  await inBatches(moved.aliasIds, (ids) =>
    ctx.tx.update(customers).set({ mergedIntoId: to }).where(inArray(customers.id, ids)),
  )
}

/** His open tasks stand where his mark says (rule 13). */
export async function rankTasks(ctx: Ctx, customerId: string, isVip: boolean): Promise<void> {
  const { activities } = ctx.tx.t
  await ctx.tx
    .update(activities)
    .set({ vipRank: vipRank(isVip) })
    .where(and(eq(activities.customerId, customerId), ne(activities.state, 'ended')))
}

/** A statement takes only so many values. */
const perBatch = 500
async function inBatches(ids: readonly string[], work: (ids: string[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += perBatch) await work(ids.slice(at, at + perBatch))
}
