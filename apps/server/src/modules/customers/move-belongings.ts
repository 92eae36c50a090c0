import { vipRank } from '@care/domain'
import { and, eq, inArray, isNull, ne } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'

/** Ids of what a merge moved. Merges from before there were to-dos, deals and ids of others moved none. */
interface Moved {
  requestIds: string[]
  visitorIds: string[]
  aliasIds: string[]
  todoIds?: string[]
  dealIds?: string[]
  identityIds?: string[]
}

/** Everything of one customer becomes another's; answers what that was. A visitor keeps seeing only what he said himself. */
export async function moveAll(ctx: Ctx, from: string, to: string): Promise<Required<Moved>> {
  const { requests, activities, ratings, visitors, customers, customerIdentities, todos, deals } = ctx.tx.t
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
  const work = await ctx.tx
    .update(todos)
    .set({ customerId: to })
    .where(eq(todos.customerId, from))
    .returning({ id: todos.id })
  const sales = await ctx.tx
    .update(deals)
    .set({ customerId: to })
    .where(eq(deals.customerId, from))
    .returning({ id: deals.id })
  const tied = await ctx.tx
    .update(customerIdentities)
    .set({ customerId: to })
    .where(eq(customerIdentities.customerId, from))
    .returning({ id: customerIdentities.id })
  const aliases = await ctx.tx
    .update(customers)
    .set({ mergedIntoId: to })
    .where(eq(customers.mergedIntoId, from))
    .returning({ id: customers.id })
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
  return {
    requestIds,
    visitorIds: ids(people),
    aliasIds: ids(aliases),
    todoIds: ids(work),
    dealIds: ids(sales),
    identityIds: ids(tied),
  }
}

/** What was moved goes back; what came since stays, except in requests that go back. */
export async function moveBack(ctx: Ctx, { from, to }: { from: string; to: string }, moved: Moved): Promise<void> {
  const { requests, activities, ratings, visitors, customers, customerIdentities, todos, deals } = ctx.tx.t
  await inBatches(moved.requestIds, async (ids) => {
    await ctx.tx.update(requests).set({ customerId: to }).where(inArray(requests.id, ids))
    await ctx.tx.update(activities).set({ customerId: to }).where(inArray(activities.requestId, ids))
    await ctx.tx.update(ratings).set({ customerId: to }).where(inArray(ratings.requestId, ids))
    // Those made since for a request that goes back go with it.
    await ctx.tx.update(todos).set({ customerId: to }).where(inArray(todos.requestId, ids))
    await ctx.tx.update(deals).set({ customerId: to }).where(inArray(deals.requestId, ids))
  })
  await inBatches(moved.todoIds ?? [], (ids) =>
    ctx.tx.update(todos).set({ customerId: to }).where(inArray(todos.id, ids)),
  )
  await inBatches(moved.dealIds ?? [], (ids) =>
    ctx.tx.update(deals).set({ customerId: to }).where(inArray(deals.id, ids)),
  )
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
  await inBatches(moved.identityIds ?? [], (ids) =>
    ctx.tx.update(customerIdentities).set({ customerId: to }).where(inArray(customerIdentities.id, ids)),
  )
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
