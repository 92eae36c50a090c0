import { AppError, forbidden } from '../../../kernel/app-error.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { command } from '../../../kernel/command.ts'
import { groupsOf } from '../../groups/index.ts'
import { alreadyTaken, refuseSecondCall, refuseWithoutLine, startTask } from '../start-task.ts'
import { type ActivityRecord, loadActivity, operatorOf } from '../store.ts'

/**
 * Takes a waiting task of an own queue or group by hand, with requests.viewAll of any. Exactly one of several takers wins; the
 * others get ALREADY_TAKEN with who did (rule 15). What rings at a colleague is his. May exceed capacity (rule 17). A call for
 * which his phone would not ring is refused with NOT_ALLOWED_NOW (row K2).
 */
export const takeTask = command({
  name: 'take-task',
  action: 'tasks.handle',
  async load(ctx, input: { activityId: string }) {
    const activity = await loadActivity(ctx, input.activityId)
    const isOfGroup =
      activity.groupId !== null && ctx.actor.kind === 'operator'
        ? (await groupsOf(ctx.tx, ctx.actor.id)).has(activity.groupId)
        : false
    return { activity, isOfGroup }
  },
  allow: (ctx, { activity, isOfGroup }) => ctx.actor.kind === 'operator' && (isOfGroup || mayTake(ctx.actor, activity)),
  async run(ctx, { activity }) {
    const { id } = operatorOf(ctx)
    if (activity.state === 'active' && activity.operatorId === id) return { activityId: activity.id }
    if (activity.state === 'ended') throw new AppError('NOT_ALLOWED_NOW', 'it has ended')
    await refuseSecondCall(ctx, activity, id)
    await refuseWithoutLine(ctx, activity, id)
    if (!(await startTask(ctx, activity, id, 'hand'))) throw await alreadyTaken(ctx, activity.id)
    return { activityId: activity.id }
  },
})

function mayTake(actor: OperatorActor, { queueId, offeredToId, operatorId }: ActivityRecord): boolean {
  if (actor.permissions.has('requests.viewAll') || offeredToId === actor.id || operatorId === actor.id) return true
  if (queueId !== null && actor.queueIds.has(queueId)) return true
  throw forbidden('it is not in one of your queues')
}
