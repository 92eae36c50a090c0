import { and, eq, inArray, isNull, min, isNotNull } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'

/**
 * Somebody waits longer in a queue than it promises (rule 45), or nobody does any more: supervisors are told once, and
 * what they were told goes away. For the sweep alone; refuses with NOT_ALLOWED_NOW when it is told already.
 */
export const watchQueue = command({
  name: 'watch-queue',
  action: [],
  async load({ tx }, { queueId }: { queueId: string }) {
    const { queues } = tx.t
    const [row] = await tx.select().from(queues).where(eq(queues.id, queueId))
    if (!row) throw notFound('queue')
    return row
  },
  allow: () => false,
  async run(ctx, { id, maxWaitSeconds }) {
    const { queues } = ctx.tx.t
    const oldest = await longestWaiting(ctx, id)
    const limitAt = oldest === null ? null : oldest + maxWaitSeconds * 1000
    const lateSince = limitAt !== null && limitAt < ctx.now ? limitAt : null
    const [row] = await ctx.tx
      .update(queues)
      .set({ lateSince })
      .where(and(eq(queues.id, id), lateSince === null ? isNotNull(queues.lateSince) : isNull(queues.lateSince)))
      .returning({ id: queues.id })
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'told already')
    if (lateSince === null) ctx.emit('queue.inTime', { queueId: id })
    else ctx.emit('queue.late', { queueId: id, lateSince })
    return { lateSince }
  },
})

async function longestWaiting(ctx: Ctx, queueId: string): Promise<number | null> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ since: min(activities.eligibleSince) })
    .from(activities)
    .where(and(eq(activities.queueId, queueId), inArray(activities.state, ['waiting', 'offered'])))
  return row?.since ?? null
}
