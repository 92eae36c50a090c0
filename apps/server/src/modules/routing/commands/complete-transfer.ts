import { command } from '../../../kernel/command.ts'
import { loadActivity } from '../store.ts'
import { completeConsulting } from '../transfers.ts'

/**
 * Hands a call to the colleague whom its operator talks to (rule 24, row K1): whoever has it, or requests.assign. Refuses
 * with OFFER_OVER when nobody is talked to, or not any more.
 */
export const completeTransfer = command({
  name: 'complete-transfer',
  action: ['tasks.handle', 'requests.assign'],
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, activity) =>
    actor.kind === 'operator' && (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
  async run(ctx, activity) {
    await completeConsulting(ctx, activity)
    return { activityId: activity.id }
  },
})
