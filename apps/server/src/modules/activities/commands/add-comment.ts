import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { findRequest, restarted } from '../../requests/index.ts'
import type { CommentCarry } from '../events.ts'
import { checkMentions } from '../mentions.ts'
import { presentComment } from '../present.ts'
import { about, loadVisibleActivity } from '../store.ts'

interface CommentInput {
  activityId: string
  clientCommentId: string
  text: string
}

/** Adds a comment for the team to an activity that one sees. Once per clientCommentId. Customers never see it. Refuses to mention who may not. */
export const addComment = command({
  name: 'add-comment',
  action: 'comments.write',
  load: (ctx, input: CommentInput) => loadVisibleActivity(ctx, input.activityId),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { activity, request, type }, input) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const { comments, requests } = ctx.tx.t
    const mentions = await mentionsOf(ctx, request.id, input.text)
    const names = new Map(mentions.map(({ id, name }) => [id, name]))
    const [row] = await ctx.tx
      .insert(comments)
      .values({
        id: ctx.newId(),
        activityId: activity.id,
        requestId: activity.requestId,
        clientCommentId: input.clientCommentId,
        authorId: ctx.actor.id,
        text: input.text,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: [comments.activityId, comments.clientCommentId] })
      .returning()
    if (!row) {
      const [first] = await ctx.tx
        .select()
        .from(comments)
        .where(and(eq(comments.activityId, activity.id), eq(comments.clientCommentId, input.clientCommentId)))
      if (!first) throw new AppError('UNAVAILABLE')
      return presentComment(first, ctx.actor.name, names)
    }
    await ctx.tx
      .update(requests)
      .set(restarted(type, request, 'comment', ctx.now))
      .where(eq(requests.id, request.id))
    const comment = presentComment(row, ctx.actor.name, names)
    const carry: CommentCarry = { comment }
    const facts = { ...about(activity), commentId: row.id, operatorId: activity.operatorId }
    ctx.emit('comment.added', mentions.length === 0 ? facts : { ...facts, mentionIds: [...names.keys()] }, carry)
    return comment
  },
})

async function mentionsOf(ctx: Ctx, requestId: string, text: string) {
  const loaded = text.includes('<@') ? await findRequest(ctx.tx, requestId) : null
  return loaded ? checkMentions(ctx.tx, loaded, text) : []
}
