import { canChangeActivity, moreWrapUp } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadActivity } from '../store.ts'
import { notInWrapUp } from '../wrap-up.ts'

/** More time for a wrap-up: its queue's limit again, three of them in all. Refuses with NOT_ALLOWED_NOW when it has them. */
export const extendWrapUp = command({
  name: 'extend-wrap-up',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, { activity }) {
    const { wrapUpUntil: until, endedAt, operatorId, queueId } = activity
    if (activity.state !== 'wrapUp' || until === null || endedAt === null || operatorId === null) throw notInWrapUp()
    const { activities, queues } = ctx.tx.t
    const [queue] = await ctx.tx
      .select({ seconds: queues.wrapUpSeconds })
      .from(queues)
      .where(eq(queues.id, queueId ?? ''))
    const next = moreWrapUp({ until, endedAt, seconds: queue?.seconds ?? null, now: ctx.now })
    if (next === null) throw new AppError('NOT_ALLOWED_NOW', 'there is no more time')
    const [row] = await ctx.tx
      .update(activities)
      .set({ wrapUpUntil: next, version: activity.version + 1 })
      .where(and(eq(activities.id, activity.id), eq(activities.state, 'wrapUp'), eq(activities.wrapUpUntil, until)))
      .returning({ version: activities.version })
    if (!row) throw notInWrapUp()
    ctx.emit('wrapUp.extended', { ...about(activity), operatorId, from: until, to: next, version: row.version })
    return { activityId: activity.id }
  },
})
