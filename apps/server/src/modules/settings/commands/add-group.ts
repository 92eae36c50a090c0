import type { Api, BodyOf } from '@care/contract'
import { foldText, limits } from '@care/domain'
import { and, count, eq, ne } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { replaceGroupMembers } from '../members.ts'

/** Names are one however they are written. Refuses NAME_TAKEN with who has it. */
export async function requireFreeName(ctx: Ctx, name: string, exceptId = ''): Promise<string> {
  const { groups } = ctx.tx.t
  const nameFolded = foldText(name)
  const [taken] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.nameFolded, nameFolded), ne(groups.id, exceptId)))
  if (taken) throw new AppError('NAME_TAKEN', 'another group has this name', { groupId: taken.id })
  return nameFolded
}

/** Makes a group of operators. Refuses a name that is taken (NAME_TAKEN) and too many groups (NOT_ALLOWED_NOW). */
export const addGroup = command({
  name: 'add-group',
  action: 'settings.groups',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { name, memberIds, waitSeconds }: BodyOf<Api['addGroup']>) {
    const { groups } = ctx.tx.t
    await inTurn(ctx.tx, 'groups')
    const [known] = await ctx.tx.select({ total: count() }).from(groups)
    if (Number(known?.total ?? 0) >= limits.groups)
      throw new AppError('NOT_ALLOWED_NOW', 'there are too many groups already')
    const nameFolded = await requireFreeName(ctx, name)
    const groupId = ctx.newId()
    await ctx.tx
      .insert(groups)
      .values({ id: groupId, name, nameFolded, waitSeconds, isActive: true, createdAt: ctx.now, version: 1 })
    const { added } = await replaceGroupMembers(ctx, groupId, memberIds)
    ctx.emit('group.added', { groupId, memberIds: added })
    return { groupId, added }
  },
})
