import { command } from '../../../kernel/command.ts'
import { offerOver, stopRinging } from '../offers.ts'
import { lockPresence } from '../presence-row.ts'
import { aboutTask, loadActivity } from '../store.ts'
import type {} from '../events.ts'

/** Takes an offer back before it is answered, so that it goes to somebody else. OFFER_OVER when it rings at nobody. */
export const withdrawOffer = command({
  name: 'withdraw-offer',
  action: 'requests.assign',
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, activity) {
    const operatorId = activity.offeredToId
    if (operatorId === null) throw await offerOver(ctx, activity.id)
    await lockPresence(ctx, operatorId)
    await stopRinging(ctx, activity, operatorId, 'withdrawn')
    ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId, reason: 'byHand' })
    return { activityId: activity.id }
  },
})
