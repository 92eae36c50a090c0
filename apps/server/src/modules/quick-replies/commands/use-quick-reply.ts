import type { Attachment } from '@care/contract'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { addCopies } from '../../files/index.ts'
import { findReply, maySee, mayUse, ownerIdOf } from '../store.ts'

interface UseInput {
  quickReplyId: string
  /** Copies of its files, whose bytes are on the disk already. */
  copies: Attachment[]
}

/** Counts one use. The copies become uploads of the operator, as if he had chosen the files himself. */
export const useQuickReply = command({
  name: 'use-quick-reply',
  action: mayUse,
  load: (ctx, { quickReplyId }: UseInput) => findReply(ctx.tx, ctx.actor, quickReplyId),
  allow: ({ actor }, reply) => maySee(actor, reply),
  async run(ctx, reply, { copies }) {
    if (ctx.actor.kind !== 'operator') throw notFound('quick reply')
    const { quickReplies } = ctx.tx.t
    const counted = await ctx.tx
      .update(quickReplies)
      .set({ uses: plus(quickReplies.uses, 1) })
      .where(and(eq(quickReplies.id, reply.id), isNull(quickReplies.deletedAt)))
      .returning({ id: quickReplies.id })
    if (counted.length === 0) throw notFound('quick reply')
    await addCopies(ctx, copies, `operator:${ctx.actor.id}`)
    ctx.emit('quickReply.used', { quickReplyId: reply.id, ownerId: ownerIdOf(reply) })
    return { attachments: copies }
  },
})
