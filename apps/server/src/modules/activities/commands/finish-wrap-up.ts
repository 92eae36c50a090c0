import { canChangeActivity } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { loadActivity } from '../store.ts'
import { endWrapUp, notInWrapUp, refuseUnknownOutcome, type WrapUpDraft } from '../wrap-up.ts'

export interface FinishWrapUp {
  activityId: string
  /** What a person chose and typed; absent when the time is up, then the draft is recorded. */
  given?: WrapUpDraft
  /** Only when its time is up then; set by the sweep, epoch ms. */
  onlyIfDueBy?: number
}

/**
 * Ends a wrap-up (row T7): by whoever has it or requests.editAll with an outcome, by the sweep when its time is up. Refuses
 * with NOT_ALLOWED_NOW what is over, or not due yet.
 */
export const finishWrapUp = command({
  name: 'finish-wrap-up',
  action: 'tasks.handle',
  load: (ctx, input: FinishWrapUp) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, { activity }, { given }) =>
    actor.kind === 'operator' && given !== undefined && canChangeActivity(actor, activity),
  async run(ctx, { activity, type }, { given, onlyIfDueBy }) {
    if (activity.state !== 'wrapUp' || activity.wrapUpUntil === null) throw notInWrapUp()
    if (onlyIfDueBy !== undefined && activity.wrapUpUntil > onlyIfDueBy)
      throw new AppError('NOT_ALLOWED_NOW', 'it is not due')
    refuseUnknownOutcome(type, given?.outcome ?? null)
    if (!(await endWrapUp(ctx, activity.id, given ? 'done' : 'time', given))) throw notInWrapUp()
    return { activityId: activity.id }
  },
})
