import { and, eq, isNotNull } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { letGo } from '../attachments.ts'
import { ownerIdOf } from '../store.ts'

/** Removes a deleted quick reply and its files for good. */
export const purgeQuickReply = command({
  name: 'purge-quick-reply',
  action: 'nobody',
  load: async (_ctx, input: { quickReplyId: string }) => input,
  // Only the sweep, which is the system and is not asked.
  allow: () => false,
  async run(ctx, { quickReplyId }) {
    const { quickReplies } = ctx.tx.t
    const [gone] = await ctx.tx
      .delete(quickReplies)
      .where(and(eq(quickReplies.id, quickReplyId), isNotNull(quickReplies.deletedAt)))
      .returning()
    if (!gone) throw notFound('quick reply')
    await letGo(ctx, quickReplyId, gone.attachmentIds)
    ctx.emit('quickReply.purged', { quickReplyId, ownerId: ownerIdOf(gone) })
  },
})
