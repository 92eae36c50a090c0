import { and, eq, inArray } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { membersOf } from '../groups/index.ts'

interface Replaced {
  added: string[]
  removed: string[]
}

/** Makes exactly these operators the members of a queue; refuses unknown ones (INVALID_INPUT). */
export async function replaceMembers(ctx: Ctx, queueId: string, memberIds: readonly string[]): Promise<Replaced> {
  const { queueMembers: members } = ctx.tx.t
  const { added, removed } = await difference(ctx, await queueMembersOf(ctx, queueId), memberIds)
  if (added.length > 0) await ctx.tx.insert(members).values(added.map((operatorId) => ({ queueId, operatorId })))
  if (removed.length > 0)
    await ctx.tx.delete(members).where(and(eq(members.queueId, queueId), inArray(members.operatorId, removed)))
  return { added, removed }
}

export async function queueMembersOf(ctx: Ctx, queueId: string): Promise<string[]> {
  const { queueMembers: members } = ctx.tx.t
  const rows = await ctx.tx.select({ id: members.operatorId }).from(members).where(eq(members.queueId, queueId))
  return rows.map((row) => row.id)
}

/** The same of a group. */
export async function replaceGroupMembers(ctx: Ctx, groupId: string, memberIds: readonly string[]): Promise<Replaced> {
  const { groupMembers: members } = ctx.tx.t
  const { added, removed } = await difference(ctx, await membersOf(ctx.tx, [groupId]), memberIds)
  if (added.length > 0) await ctx.tx.insert(members).values(added.map((operatorId) => ({ groupId, operatorId })))
  if (removed.length > 0)
    await ctx.tx.delete(members).where(and(eq(members.groupId, groupId), inArray(members.operatorId, removed)))
  return { added, removed }
}

async function difference(ctx: Ctx, before: readonly string[], wanted: readonly string[]): Promise<Replaced> {
  const { operators } = ctx.tx.t
  const added = [...new Set(wanted)].filter((id) => !before.includes(id))
  const missing = before.filter((id) => !wanted.includes(id))
  // Who chooses the members does not see closed accounts: those stay for the day they are opened again.
  const open =
    missing.length === 0
      ? []
      : await ctx.tx
          .select({ id: operators.id })
          .from(operators)
          .where(and(inArray(operators.id, missing), eq(operators.isActive, true)))
  const removed = open.map((row) => row.id)
  const known =
    added.length === 0
      ? []
      : await ctx.tx.select({ id: operators.id }).from(operators).where(inArray(operators.id, added))
  if (known.length < added.length)
    throw new AppError('INVALID_INPUT', 'no such operator', {
      issues: [{ path: 'memberIds', message: 'no such operator' }],
    })
  return { added, removed }
}
