import { and, eq, inArray } from 'drizzle-orm'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

/** Makes exactly these operators the members of a queue; refuses unknown ones (INVALID_INPUT). */
export async function replaceMembers(
  ctx: Ctx,
  queueId: string,
  memberIds: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const { queueMembers, operators } = ctx.tx.t
  const wanted = new Set(memberIds)
  const rows = await ctx.tx
    .select({ id: queueMembers.operatorId })
    .from(queueMembers)
    .where(eq(queueMembers.queueId, queueId))
  const before = new Set(rows.map((row) => row.id))
  const added = [...wanted].filter((id) => !before.has(id))
  const removed = [...before].filter((id) => !wanted.has(id))
  const known =
    added.length === 0
      ? []
      : await ctx.tx.select({ id: operators.id }).from(operators).where(inArray(operators.id, added))
  if (known.length < added.length)
    throw new AppError('INVALID_INPUT', 'no such operator', {
      issues: [{ path: 'memberIds', message: 'no such operator' }],
    })
  if (added.length > 0) await ctx.tx.insert(queueMembers).values(added.map((operatorId) => ({ queueId, operatorId })))
  if (removed.length > 0)
    await ctx.tx
      .delete(queueMembers)
      .where(and(eq(queueMembers.queueId, queueId), inArray(queueMembers.operatorId, removed)))
  return { added, removed }
}
