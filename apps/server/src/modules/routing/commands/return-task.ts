import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { giveBack } from '../give-back.ts'
import { lockPresence } from '../presence-row.ts'
import { noteReason } from '../return-reason.ts'
import { loadActivity } from '../store.ts'

export interface ReturnInput {
  activityId: string
  /** What the next operator should know. */
  reason?: string
}

/**
 * Puts a task in progress back into its queue, at its old place: one's own, anybody's with requests.assign. Refuses
 * with NOT_ALLOWED_NOW what is not in progress or came from no queue. A reason becomes a comment for who has it next.
 */
export const returnTask = command({
  name: 'return-task',
  action: ['tasks.handle', 'requests.assign'],
  load: (ctx, input: ReturnInput) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, activity) =>
    actor.kind === 'operator' && (activity.operatorId === actor.id || actor.permissions.has('requests.assign')),
  async run(ctx, activity, { reason = '' }: ReturnInput) {
    const holder = activity.operatorId
    if (holder === null || activity.state !== 'active') throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
    await lockPresence(ctx, holder)
    await giveBack(ctx, activity, holder, 'byHand')
    if (reason !== '') await noteReason(ctx, activity, reason)
    return { activityId: activity.id }
  },
})
