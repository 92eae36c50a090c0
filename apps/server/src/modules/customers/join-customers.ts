import type { MergedField } from '@care/contract'
import { eq, inArray } from '../../db/drizzle.ts'
import type { MergeRecord } from '../../db/schema/customers.ts'
import { locked } from '../../db/sql.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { chosenValues } from './merge-values.ts'
import { moveAll, rankTasks } from './move-belongings.ts'
import type { CustomerRecord } from './store.ts'
import { forgetWords, rewriteWordsOf } from './words.ts'

export interface TwoCustomers {
  /** Who stays. */
  target: CustomerRecord
  /** Whose requests, talks and visitors he gets; this id is an alias of his from now on. */
  source: CustomerRecord
}

/** Makes two records of one person one within a command that has locked both; answers the id by which it is undone. */
export async function joinCustomers(
  ctx: Ctx,
  { target, source }: TwoCustomers,
  take: readonly MergedField[],
): Promise<string> {
  const { before, after } = chosenValues(target, source, take)
  const moved = await moveAll(ctx, source.id, target.id)
  const record: MergeRecord = {
    before,
    after,
    ...moved,
    addedGroups: await joinGroups(ctx, source.id, target.id),
    contactId: await keepContact(ctx, target, after),
  }
  // Both above what anybody has seen of either, so that no desk takes the one for an older state of the other.
  const next = Math.max(target.version, source.version) + 1
  const { customers, customerMerges } = ctx.tx.t
  const stamp = { updatedAt: ctx.now, version: next }
  await ctx.tx.update(customers).set({ mergedIntoId: target.id, version: next }).where(eq(customers.id, source.id))
  await ctx.tx
    .update(customers)
    .set({ ...after, ...stamp })
    .where(eq(customers.id, target.id))
  await rankTasks(ctx, target.id, after.isVip ?? target.isVip)
  await forgetWords(ctx, source.id)
  await rewriteWordsOf(ctx, target.id)
  const mergeId = ctx.newId()
  await ctx.tx.insert(customerMerges).values({
    id: mergeId,
    targetId: target.id,
    sourceId: source.id,
    record,
    mergedAt: ctx.now,
    mergedById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
    undoneAt: null,
  })
  const facts = { customerId: target.id, sourceId: source.id, mergeId, requests: moved.requestIds.length }
  ctx.emit('customer.merged', { ...facts, version: next })
  return mergeId
}

/** Both rows, locked in one order, so that two merges of the same two wait for each other. */
export async function lockBoth(ctx: Ctx, targetId: string, sourceId: string): Promise<TwoCustomers> {
  if (targetId === sourceId) throw new AppError('NOT_ALLOWED_NOW', 'a customer is not merged with himself')
  const { customers } = ctx.tx.t
  const query = ctx.tx
    .select()
    .from(customers)
    .where(inArray(customers.id, [targetId, sourceId]))
    .orderBy(customers.id)
  const rows = await locked(ctx.tx, query, customers)
  const [target, source] = [targetId, sourceId].map((id) => rows.find((row) => row.id === id))
  if (!target || !source) throw notFound('customer')
  if (target.mergedIntoId !== null || source.mergedIntoId !== null)
    throw new AppError('NOT_ALLOWED_NOW', 'one of them has been merged already')
  return { target, source }
}

async function joinGroups(ctx: Ctx, from: string, to: string): Promise<string[]> {
  const { customerGroups } = ctx.tx.t
  const groups = await ctx.tx.select().from(customerGroups).where(eq(customerGroups.customerId, from))
  if (groups.length === 0) return []
  const added = await ctx.tx
    .insert(customerGroups)
    .values(groups.map((group) => ({ ...group, customerId: to })))
    .onConflictDoNothing()
    .returning({ folded: customerGroups.groupFolded })
  return added.map(({ folded }) => folded)
}

/** An alias with the target's address or number that was not chosen; null when none was lost. */
async function keepContact(ctx: Ctx, target: CustomerRecord, after: Partial<CustomerRecord>): Promise<string | null> {
  const losesEmail = after.email !== undefined && target.email !== ''
  const losesPhone = after.phone !== undefined && target.phone !== ''
  if (!losesEmail && !losesPhone) return null
  const id = ctx.newId()
  const { customers } = ctx.tx.t
  await ctx.tx.insert(customers).values({
    ...target,
    id,
    name: '',
    firstName: '',
    familyName: '',
    email: losesEmail ? target.email : '',
    emailFolded: losesEmail ? target.emailFolded : null,
    phone: losesPhone ? target.phone : '',
    phoneDigits: losesPhone ? target.phoneDigits : null,
    companyId: null,
    attributes: {},
    mergedIntoId: target.id,
  })
  return id
}
