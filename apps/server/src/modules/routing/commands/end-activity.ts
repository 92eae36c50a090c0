import { canChangeActivity } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { endActivityRow, loadActivity } from '../../activities/index.ts'

/**
 * Ends the talk; its request stays open. Only by the operator who has it, or with requests.editAll (rule 2). Refuses
 * with NOT_ALLOWED_NOW what nobody has in progress.
 */
export const endActivity = command({
  name: 'end-activity',
  action: 'tasks.handle',
  // Locks: nobody gives it back in the same moment.
  load: async (ctx, input: { activityId: string }) => (await loadActivity(ctx, input.activityId)).activity,
  allow: ({ actor }, activity) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, activity) {
    const isInProgress = activity.state === 'active' || activity.state === 'wrapUp'
    if (!isInProgress || !(await endActivityRow(ctx, activity, 'operatorEnded')))
      throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
    return { activityId: activity.id }
  },
})
