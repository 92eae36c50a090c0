import { canChangeActivity } from '@care/domain'
import { command } from '../../../kernel/command.ts'
import { loadActivity } from '../store.ts'
import { keepWrapUpDraft, notInWrapUp, refuseUnknownOutcome, type WrapUpDraft } from '../wrap-up.ts'

/** Keeps what is chosen and typed in a wrap-up, so that it is recorded when the time is up though the desk is closed. */
export const saveWrapUp = command({
  name: 'save-wrap-up',
  action: 'tasks.handle',
  load: (ctx, input: WrapUpDraft & { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, { activity, type }, { outcome, comment }) {
    if (activity.state !== 'wrapUp') throw notInWrapUp()
    refuseUnknownOutcome(type, outcome)
    await keepWrapUpDraft(ctx, activity.id, { outcome, comment })
    return null
  },
})
