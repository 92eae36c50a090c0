import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { inTurn, plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { membersOf } from '../../groups/index.ts'
import { refuseStale } from '../conflict.ts'
import { replaceGroupMembers } from '../members.ts'
import { requireFreeName } from './add-group.ts'

export interface EditGroup {
  groupId: string
  version: number
  patch: BodyOf<Api['editGroup']>
}

/**
 * Changes name, members or wait of a group, archives it or brings it back. What waits for an archived one goes to its
 * queue (the sweep sees that nobody is left). Refused with the current values when somebody was faster (rule 4).
 */
export const editGroup = command({
  name: 'edit-group',
  action: 'settings.groups',
  async load({ tx }, { groupId }: EditGroup) {
    const { groups } = tx.t
    await inTurn(tx, 'groups')
    const [row] = await tx
      .update(groups)
      .set({ version: plus(groups.version, 1) })
      .where(eq(groups.id, groupId))
      .returning()
    if (!row) throw notFound('group')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { groupId, version, patch }) {
    const members = before.version === version ? [] : await membersOf(ctx.tx, [groupId])
    await refuseStale(ctx, { type: 'group.edited', id: { groupId } }, { ...before, memberIds: members }, version, patch)
    const { groups } = ctx.tx.t
    const { memberIds, name, ...rest } = patch
    const fields = {
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(name === undefined ? {} : { name, nameFolded: await requireFreeName(ctx, name, groupId) }),
    }
    if (Object.keys(fields).length > 0) await ctx.tx.update(groups).set(fields).where(eq(groups.id, groupId))
    const { added, removed } =
      memberIds === undefined ? { added: [], removed: [] } : await replaceGroupMembers(ctx, groupId, memberIds)
    ctx.emit('group.edited', { groupId, fields: Object.keys(patch), added, removed })
    return { added, removed }
  },
})
