import { and, eq } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { WithdrawReason } from './events.ts'
import { lockPresence } from './presence-row.ts'
import { type ActivityRecord, aboutTask, notOffered } from './store.ts'
import { holderOf } from './holder.ts'

/** After declining a task or giving it back an operator is not rung for it so long, unless he takes it himself. */
export const declineRestMs = 30_000

/** Offers of one stay in the queue belong together. */
export const roundOf = (activity: Pick<ActivityRecord, 'offerRound' | 'startedAt'>): number =>
  activity.offerRound ?? activity.startedAt

/** Writes how the pending offer of this task ended. */
export async function closeOfferRow(
  ctx: Ctx,
  activityId: string,
  result: 'accepted' | 'declined' | 'missed' | 'withdrawn',
): Promise<void> {
  const { offers } = ctx.tx.t
  await ctx.tx
    .update(offers)
    .set({ result, closedAt: ctx.now })
    .where(and(eq(offers.activityId, activityId), eq(offers.result, 'pending')))
}

/** The task rings at this operator no more and waits again in its place. OFFER_OVER when it has ceased to meanwhile. */
export async function stopRinging(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  result: 'declined' | 'missed' | 'withdrawn',
): Promise<void> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ state: 'waiting', ...notOffered, version: plus(activities.version, 1) })
    .where(and(eq(activities.id, activity.id), eq(activities.state, 'offered'), eq(activities.offeredToId, operatorId)))
    .returning({ id: activities.id })
  if (!row) throw await offerOver(ctx, activity.id)
  await closeOfferRow(ctx, activity.id, result)
}

/** Everything that rings at the operator moves on at once (rule 21). His presence is locked. */
export async function withdrawOffersOf(ctx: Ctx, operatorId: string, reason: WithdrawReason): Promise<void> {
  const { activities } = ctx.tx.t
  const ringing = await ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.offeredToId, operatorId), eq(activities.state, 'offered')))
  for (const activity of ringing) {
    await stopRinging(ctx, activity, operatorId, 'withdrawn')
    ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId, reason })
  }
}

/** What rings of a request that goes to another queue rings no more and waits there. */
export async function moveRinging(ctx: Ctx, requestId: string, queueId: string): Promise<void> {
  const { activities } = ctx.tx.t
  const ringing = await ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.requestId, requestId), eq(activities.state, 'offered')))
  for (const activity of ringing) {
    const operatorId = activity.offeredToId ?? ''
    await lockPresence(ctx, operatorId)
    await stopRinging(ctx, activity, operatorId, 'withdrawn')
    await ctx.tx
      .update(activities)
      .set({ queueId, groupId: null, groupUntil: null })
      .where(eq(activities.id, activity.id))
    ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId, reason: 'byHand' })
  }
}

/** Too late: says who has the task now, if anybody. */
export async function offerOver(ctx: Ctx, activityId: string): Promise<AppError> {
  return new AppError('OFFER_OVER', 'the offer is over', { by: await holderOf(ctx.tx, activityId) })
}

/** Whether this task ever rang at the operator; to others an offer does not exist. */
export async function wasOffered(ctx: Ctx, activityId: string, operatorId: string): Promise<boolean> {
  const { offers } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(eq(offers.activityId, activityId), eq(offers.operatorId, operatorId)))
    .limit(1)
  return row !== undefined
}
