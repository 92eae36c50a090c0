import type { Api, BodyOf } from '@care/contract'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadChatOf } from '../../../modules/activities/index.ts'
import { mayRate } from '../queries/widget-chat.ts'

/** The visitor rates his ended chat, once (rule 44). Does not restart auto-close. */
export const rateChat = command({
  name: 'rate-chat',
  action: 'visitor',
  async load(ctx, _input: BodyOf<Api['rateChat']>) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const chat = await loadChatOf(ctx, ctx.actor.id)
    if (!chat) throw notFound('chat')
    return chat
  },
  allow: ({ actor }, { activity }) => actor.kind === 'visitor' && activity.visitorId === actor.id,
  async run(ctx, { activity, request }, input) {
    if (!mayRate(activity, request)) throw new AppError('NOT_ALLOWED_NOW', 'no rating is asked for')
    const { ratings } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(ratings)
      .values({
        id: ctx.newId(),
        requestId: request.id,
        activityId: activity.id,
        customerId: activity.customerId,
        operatorId: activity.operatorId,
        score: input.score,
        comment: input.comment,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: ratings.activityId })
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'the chat was rated already')
    ctx.emit('chat.rated', {
      ...about(activity),
      operatorId: activity.operatorId,
      visitorId: ctx.actor.kind === 'visitor' ? ctx.actor.id : '',
      score: input.score,
    })
    return { activityId: activity.id }
  },
})
