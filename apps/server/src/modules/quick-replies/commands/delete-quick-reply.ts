import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { loadForChange, mayChange, mayUse, ownerIdOf, rewriteWords } from '../store.ts'

/** Takes a quick reply from all lists and frees its shortcut. It can be restored until the sweep comes. */
export const deleteQuickReply = command({
  name: 'delete-quick-reply',
  action: mayUse,
  load: (ctx, { quickReplyId }: { quickReplyId: string }) => loadForChange(ctx, quickReplyId),
  allow: ({ actor }, reply) => mayChange(actor, reply),
  async run(ctx, reply) {
    const { quickReplies } = ctx.tx.t
    await ctx.tx.update(quickReplies).set({ deletedAt: ctx.now }).where(eq(quickReplies.id, reply.id))
    await rewriteWords(ctx, { ...reply, deletedAt: ctx.now })
    ctx.emit('quickReply.deleted', { quickReplyId: reply.id, ownerId: ownerIdOf(reply) })
    return { ok: true as const }
  },
})
