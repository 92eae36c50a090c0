import type { Comment } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findRequest, restarted } from '../requests/index.ts'
import { type ActivityRecord, operatorOf } from './store.ts'

/** Why a task comes back stands as a comment: it is text of a person, which events do not keep (rule 47). */
export async function noteReason(
  ctx: Ctx,
  { id: activityId, requestId, customerId, operatorId }: ActivityRecord,
  text: string,
): Promise<void> {
  const { id: authorId, name } = operatorOf(ctx)
  const id = ctx.newId()
  await ctx.tx
    .insert(ctx.tx.t.comments)
    .values({ id, activityId, requestId, clientCommentId: id, authorId, text, createdAt: ctx.now })
  const loaded = await findRequest(ctx.tx, requestId, true)
  if (loaded) {
    const { requests } = ctx.tx.t
    await ctx.tx
      .update(requests)
      .set(restarted(loaded.type, loaded.request, 'comment', ctx.now))
      .where(eq(requests.id, requestId))
  }
  const comment: Comment = {
    id,
    activityId,
    requestId,
    clientCommentId: id,
    author: { id: authorId, name },
    text,
    createdAt: ctx.now,
  }
  ctx.emit('comment.added', { activityId, requestId, customerId, commentId: id, operatorId }, { comment })
}
