import { canChangeActivity } from '@care/domain'
import { and, count, eq, gt, max } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, loadThread, marksOf, type ThreadActivity } from '../store.ts'

/**
 * The talk counts as unread again for its operator: what the customer wrote since the last answer, one at least. His marks
 * stay, so the customer's ticks do not go back. Refuses a talk without messages.
 */
export const markUnread = command({
  name: 'mark-unread',
  action: 'tasks.handle',
  load: (ctx, input: { activityId: string }) => loadThread(ctx, input.activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, { activity }) {
    if (activity.messageSeq === 0) throw new AppError('NOT_ALLOWED_NOW', 'nothing was said')
    const { activities } = ctx.tx.t
    const unread = Math.max(1, await saidSinceAnswer(ctx, activity))
    await ctx.tx.update(activities).set({ unread }).where(eq(activities.id, activity.id))
    const { operatorId, visitorId } = activity
    ctx.tell('message.marked', { ...about(activity), marks: marksOf(activity), unread, operatorId, visitorId })
    return { unread }
  },
})

async function saidSinceAnswer(ctx: Ctx, { id }: ThreadActivity): Promise<number> {
  const { messages } = ctx.tx.t
  const ofThread = eq(messages.activityId, id)
  const [answer] = await ctx.tx
    .select({ seq: max(messages.seq) })
    .from(messages)
    .where(and(ofThread, eq(messages.authorKind, 'operator')))
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(messages)
    .where(and(ofThread, eq(messages.authorKind, 'customer'), gt(messages.seq, answer?.seq ?? 0)))
  return row?.n ?? 0
}
