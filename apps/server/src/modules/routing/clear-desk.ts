import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { tasksInProgress } from './give-back.ts'
import { leaveDesk } from './leave-desk.ts'
import { endTransfer } from './transfers.ts'

/**
 * He will not be back, or handles tasks no more: colleagues who asked him to take something over keep it, and all that he has in
 * progress goes to its queue, also what he had asked a colleague to take over. What he talks about at a phone goes on there
 * (row K3).
 */
export async function clearDesk(ctx: Ctx, operatorId: string): Promise<void> {
  await endTransfersTo(ctx, operatorId)
  await queueTheQueueless(ctx, operatorId)
  await leaveDesk(ctx, operatorId, 'clear')
}

/** Who asked is told that he did not answer. */
async function endTransfersTo(ctx: Ctx, operatorId: string): Promise<void> {
  const { activities } = ctx.tx.t
  const asked = await ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.transferToId, operatorId), eq(activities.state, 'active')))
    .orderBy(activities.operatorId, activities.id)
  for (const activity of asked) await endTransfer(ctx, activity, 'missed')
}

/** What he began himself came from no queue: that of its request has it then. */
async function queueTheQueueless(ctx: Ctx, operatorId: string): Promise<void> {
  const { activities, requests } = ctx.tx.t
  const tasks = await tasksInProgress(ctx, operatorId)
  for (const { id, requestId } of tasks.filter(({ queueId }) => queueId === null)) {
    const [request] = await ctx.tx
      .select({ queueId: requests.queueId })
      .from(requests)
      .where(eq(requests.id, requestId))
    if (!request || request.queueId === null) continue
    await ctx.tx
      .update(activities)
      .set({ queueId: request.queueId })
      .where(and(eq(activities.id, id), isNull(activities.queueId)))
  }
}
