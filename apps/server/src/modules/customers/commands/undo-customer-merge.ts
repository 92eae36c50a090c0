import { and, eq, inArray, isNull } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { valuesToPutBack } from '../merge-values.ts'
import { moveBack, rankTasks } from '../move-belongings.ts'
import { requireFreeEmail } from '../store.ts'
import { rewriteWordsOf } from '../words.ts'

/** Makes two of one again: what was moved goes back, and values that nobody has changed since. */
export const undoCustomerMerge = command({
  name: 'undo-customer-merge',
  action: 'customers.edit',
  load: (ctx, input: { mergeId: string }) => claimMerge(ctx, input.mergeId),
  allow: () => true,
  async run(ctx, { merge, target, source }) {
    const { record, targetId, sourceId } = merge
    const { customers, customerGroups } = ctx.tx.t
    const next = Math.max(target.version, source.version) + 1
    const values = valuesToPutBack(target, record)
    await ctx.tx.update(customers).set({ mergedIntoId: null, version: next }).where(eq(customers.id, sourceId))
    await ctx.tx
      .update(customers)
      .set({ ...values, updatedAt: ctx.now, version: next })
      .where(eq(customers.id, targetId))
    if (record.contactId !== null) await ctx.tx.delete(customers).where(eq(customers.id, record.contactId))
    if (values.email !== undefined) await requireFreeEmail(ctx, values.email, targetId)
    await moveBack(ctx, { from: targetId, to: sourceId }, record)
    if (record.addedGroups.length > 0)
      await ctx.tx
        .delete(customerGroups)
        .where(and(eq(customerGroups.customerId, targetId), inArray(customerGroups.groupFolded, record.addedGroups)))
    await rankTasks(ctx, targetId, values.isVip ?? target.isVip)
    await rankTasks(ctx, sourceId, source.isVip)
    await rewriteWordsOf(ctx, targetId)
    await rewriteWordsOf(ctx, sourceId)
    ctx.emit('customer.unmerged', { customerId: targetId, sourceId, mergeId: merge.id, version: next })
    return { customerId: targetId }
  },
})

/** The merge, marked undone, with both rows locked; only the newest state of both can be taken apart. */
async function claimMerge(ctx: Ctx, mergeId: string) {
  const { customerMerges, customers } = ctx.tx.t
  const [merge] = await ctx.tx
    .update(customerMerges)
    .set({ undoneAt: ctx.now })
    .where(and(eq(customerMerges.id, mergeId), isNull(customerMerges.undoneAt)))
    .returning()
  if (!merge) {
    const [known] = await ctx.tx.select().from(customerMerges).where(eq(customerMerges.id, mergeId))
    throw known ? new AppError('NOT_ALLOWED_NOW', 'this merge has been undone already') : notFound('merge')
  }
  const query = ctx.tx
    .select()
    .from(customers)
    .where(inArray(customers.id, [merge.targetId, merge.sourceId]))
    .orderBy(customers.id)
  const rows = await locked(ctx.tx, query, customers)
  const target = rows.find(({ id }) => id === merge.targetId)
  const source = rows.find(({ id }) => id === merge.sourceId)
  if (!target || !source) throw notFound('customer')
  if (target.mergedIntoId !== null || source.mergedIntoId !== target.id)
    throw new AppError('NOT_ALLOWED_NOW', 'they were merged with others since; undo that first')
  return { merge, target, source }
}
