import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import {
  loadForChange,
  mayChange,
  mayUse,
  ownerIdOf,
  requireFreeShortcut,
  requirePlace,
  rewriteWords,
} from '../store.ts'

/** Undoes a deletion, with files and count. Refuses SHORTCUT_TAKEN when another has taken its place. */
export const restoreQuickReply = command({
  name: 'restore-quick-reply',
  action: mayUse,
  load: (ctx, { quickReplyId }: { quickReplyId: string }) => loadForChange(ctx, quickReplyId, { isDeleted: true }),
  allow: ({ actor }, reply) => mayChange(actor, reply),
  async run(ctx, reply) {
    await requireFreeShortcut(ctx, reply.owner, reply.shortcut, reply.id)
    await requirePlace(ctx, reply.owner)
    const { quickReplies } = ctx.tx.t
    const [row] = await ctx.tx
      .update(quickReplies)
      .set({ deletedAt: null })
      .where(eq(quickReplies.id, reply.id))
      .returning()
    if (!row) throw new Error('a quick reply vanished while it was locked')
    await rewriteWords(ctx, row)
    ctx.emit('quickReply.restored', { quickReplyId: row.id, ownerId: ownerIdOf(row) })
    return row
  },
})
