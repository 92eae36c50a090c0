import { canChangeActivity, isTalkOver } from '@care/domain'
import { and, desc, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { type ActivityRecord, endActivityRow, loadActivity } from '../../activities/index.ts'

/**
 * Ends the talk; its request stays open, and its operator wraps it up where its queue says so. Only by the operator who has it, or with requests.editAll (rule 2). Refuses
 * with NOT_ALLOWED_NOW what nobody has in progress, and says who has ended it already.
 */
export const endActivity = command({
  name: 'end-activity',
  action: 'tasks.handle',
  // Locks: nobody gives it back in the same moment.
  load: async (ctx, input: { activityId: string }) => (await loadActivity(ctx, input.activityId)).activity,
  allow: ({ actor }, activity) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, activity) {
    if (isTalkOver(activity.state)) throw await over(ctx, activity)
    if (activity.state !== 'active' || !(await endActivityRow(ctx, activity, 'operatorEnded')))
      throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
    return { activityId: activity.id }
  },
})

/** Two people ended it: the slower one is told who did. */
async function over(ctx: Ctx, activity: ActivityRecord): Promise<AppError> {
  const { events, operators } = ctx.tx.t
  const [last] = await ctx.tx
    .select({ id: operators.id, name: operators.name })
    .from(events)
    .leftJoin(operators, and(eq(events.actorKind, 'operator'), eq(operators.id, events.actorId)))
    .where(
      and(
        eq(events.requestId, activity.requestId),
        eq(events.activityId, activity.id),
        eq(events.type, 'activity.ended'),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1)
  return new AppError('NOT_ALLOWED_NOW', 'it has ended', { problem: 'ENDED', by: last?.id ? last : null })
}
