import type { QuickReplyPatch } from '@care/contract'
import { foldShortcut } from '@care/domain/quick-replies'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'
import { keepAttachments } from '../attachments.ts'
import { loadForChange, mayChange, mayUse, ownerIdOf, requireFreeShortcut, rewriteWords } from '../store.ts'

interface EditInput {
  quickReplyId: string
  version: number
  patch: QuickReplyPatch
}

/** Changes the fields given. Refuses with what changed and by whom when `version` is old (rule 4), and SHORTCUT_TAKEN. */
export const editQuickReply = command({
  name: 'edit-quick-reply',
  action: mayUse,
  load: (ctx, { quickReplyId }: EditInput) => loadForChange(ctx, quickReplyId),
  allow: ({ actor }, reply) => mayChange(actor, reply),
  async run(ctx, before, { quickReplyId, version, patch }) {
    await refuseStale(ctx, { type: 'quickReply.edited', id: { quickReplyId } }, before, version, patch)
    const { attachmentIds, ...given } = patch
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (given.shortcut !== undefined) await requireFreeShortcut(ctx, before.owner, given.shortcut, quickReplyId)
    const { quickReplies } = ctx.tx.t
    const [row] = await ctx.tx
      .update(quickReplies)
      .set({
        ...fields,
        ...(given.shortcut === undefined ? {} : { shortcutFolded: foldShortcut(given.shortcut) }),
        ...(attachmentIds === undefined
          ? {}
          : { attachmentIds: await keepAttachments(ctx, quickReplyId, before.attachmentIds, attachmentIds) }),
        updatedAt: ctx.now,
      })
      .where(eq(quickReplies.id, quickReplyId))
      .returning()
    if (!row) throw new Error('a quick reply vanished while it was locked')
    await rewriteWords(ctx, row)
    ctx.emit('quickReply.edited', { quickReplyId, ownerId: ownerIdOf(row), fields: Object.keys(patch) })
    return row
  },
})
