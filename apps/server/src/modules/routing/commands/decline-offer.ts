import { eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { offerOver, stopRinging, wasOffered } from '../offers.ts'
import { lockPresence } from '../presence-row.ts'
import { aboutTask, loadActivity, operatorOf } from '../store.ts'
import { endTransfer } from '../transfers.ts'
import type {} from '../events.ts'

/** Declines the task that rings at oneself, it moves on (rule 16); or one that is handed over, it stays (rule 24). OFFER_OVER when it rings no more. A sign of life: missed offers count anew. */
export const declineOffer = command({
  name: 'decline-offer',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, activity) {
    const { id } = operatorOf(ctx)
    if (activity.transferToId === id) {
      await endTransfer(ctx, activity, 'declined')
      return { activityId: activity.id }
    }
    if (activity.offeredToId !== id)
      throw (await wasOffered(ctx, activity.id, id)) ? await offerOver(ctx, activity.id) : notFound('activity')
    await lockPresence(ctx, id)
    await stopRinging(ctx, activity, id, 'declined')
    const { presence } = ctx.tx.t
    await ctx.tx.update(presence).set({ missedInRow: 0 }).where(eq(presence.operatorId, id))
    ctx.emit('offer.declined', { ...aboutTask(activity), operatorId: id })
    return { activityId: activity.id }
  },
})
