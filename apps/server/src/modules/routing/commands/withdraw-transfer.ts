import { command } from '../../../kernel/command.ts'
import { loadActivity } from '../store.ts'
import { endTransfer } from '../transfers.ts'

/** Asks the colleague no more: whoever has the task, or requests.assign. OFFER_OVER when he has answered. */
export const withdrawTransfer = command({
  name: 'withdraw-transfer',
  action: ['tasks.handle', 'requests.assign'],
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, activity) =>
    actor.kind === 'operator' && (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
  async run(ctx, activity) {
    await endTransfer(ctx, activity, 'withdrawn')
    return { activityId: activity.id }
  },
})
