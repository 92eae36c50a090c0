import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { offerOver, wasOffered } from '../offers.ts'
import { startTask } from '../start-task.ts'
import { loadActivity, operatorOf } from '../store.ts'
import { acceptTransfer } from '../transfers.ts'

/**
 * Accepts the task that rings at oneself, or that a colleague hands over. Refuses with OFFER_OVER and who has it now when the time is up or somebody
 * was faster; to whom it never rang it does not exist. Accepting again what one has accepted changes nothing.
 */
export const acceptOffer = command({
  name: 'accept-offer',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, activity) {
    const { id } = operatorOf(ctx)
    if (activity.state === 'active' && activity.operatorId === id) return { activityId: activity.id }
    if (activity.transferToId === id) {
      await acceptTransfer(ctx, activity)
      return { activityId: activity.id }
    }
    if (activity.offeredToId !== id && !(await wasOffered(ctx, activity.id, id))) throw notFound('activity')
    if (!(await startTask(ctx, activity, id, 'offer'))) throw await offerOver(ctx, activity.id)
    return { activityId: activity.id }
  },
})
