import { eq } from '../../db/drizzle.ts'
import type { Projections } from '../../kernel/module.ts'
import { mailCallbackLink } from './callback-mail.ts'
import { addressOf, putInOutbox } from './outbox.ts'

export const projections: Projections = {
  /** Who is to be called, and has not moved it himself, learns how to. */
  'callback.planned': async (ctx, { facts }) => {
    if (facts.why === 'asked' || facts.why === 'byOperator') await mailCallbackLink(ctx, facts.activityId)
  },
  /** Whatever an operator says in a mail activity goes out by mail, to where the one before went. */
  'message.sent': async (ctx, { facts, actor }) => {
    // A chat's messages, nearly all of them, cost nothing here.
    if (facts.visitorId !== null || actor.kind !== 'operator' || actor.id === null) return
    const { activities } = ctx.tx.t
    const [activity] = await ctx.tx
      .select({
        id: activities.id,
        requestId: activities.requestId,
        customerId: activities.customerId,
        operatorId: activities.operatorId,
        medium: activities.medium,
        version: activities.version,
      })
      .from(activities)
      .where(eq(activities.id, facts.activityId))
    if (activity?.medium !== 'email') return
    const address = await addressOf(ctx, activity.id)
    if (address)
      await putInOutbox(ctx, activity, {
        ...address,
        messageId: facts.messageId,
        operatorId: actor.id,
        isNew: false,
      })
  },
}
