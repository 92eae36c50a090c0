import { command } from '../../../kernel/command.ts'
import { handOver, type TransferTarget } from '../hand-over.ts'
import { loadActivity } from '../store.ts'

export interface TransferInput {
  activityId: string
  to: TransferTarget
  /** What the next one should know; stands as a comment. */
  reason: string
  /** Of a call, to a colleague: he is talked to first, while the customer is held. */
  isWarm?: boolean
}

/**
 * Hands a task in progress over (rule 24): one's own, anybody's with requests.assign. To a queue it goes at once and waits
 * there in its old place. A colleague is asked, and the task stays where it is until he accepts. Refuses with
 * NOT_ALLOWED_NOW what is not in progress or already on offer to somebody, and who is not there or may not handle tasks.
 */
export const transferTask = command({
  name: 'transfer-task',
  action: ['tasks.handle', 'requests.assign'],
  load: (ctx, input: TransferInput) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, activity) =>
    actor.kind === 'operator' && (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
  async run(ctx, activity, { to, reason, isWarm }) {
    await handOver(ctx, activity, to, reason, isWarm)
    return { activityId: activity.id, requestId: activity.requestId }
  },
})
