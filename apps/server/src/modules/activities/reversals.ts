import { and, eq } from '../../db/drizzle.ts'
import { changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Reversals } from '../../kernel/module.ts'
import { findRequest } from '../requests/index.ts'
import type {} from './events.ts'
import { moveActivities } from './move-activities.ts'
import { about, loadActivity } from './store.ts'

/** How changes of an activity are put back. */
export const activityReversals: Reversals = {
  // Both requests have an event of the move; each of them leads here.
  'activity.moved': async (ctx, { facts }) => {
    const { activity, request: target } = await loadActivity(ctx, facts.activityId)
    const from = await findRequest(ctx.tx, facts.fromRequestId, true)
    // What was done with it where it is now goes along; only another move, or a closing of either, is in the way (rule 3).
    if (!from || from.request.category === 'closed' || target.category === 'closed') throw changedSince()
    if (target.number !== facts.toNumber) throw changedSince()
    const moved = await moveActivities(ctx, [activity.id], target, from.request)
    if (moved.length === 0) throw changedSince()
    const back = {
      fromRequestId: target.id,
      fromNumber: target.number,
      fromCustomerId: target.customerId,
      toCustomerId: from.request.customerId,
      toNumber: from.request.number,
      isNew: false,
      operatorId: activity.operatorId,
      version: activity.version + 1,
    }
    ctx.emit('activity.moved', {
      ...about({ ...activity, requestId: from.request.id }),
      ...back,
      customerId: from.request.customerId,
    })
    if (facts.isNew && (await dropIfEmpty(ctx, target.id))) return
    ctx.emit('activity.moved', { ...about(activity), ...back })
  },
}

/** The request that the move had made for the activity goes with it, unless somebody has touched it since. */
async function dropIfEmpty(ctx: Ctx, requestId: string): Promise<boolean> {
  const { activities, requests } = ctx.tx.t
  const [left] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.requestId, requestId))
    .limit(1)
  if (left) return false
  const gone = await ctx.tx
    .delete(requests)
    .where(and(eq(requests.id, requestId), eq(requests.version, 1)))
    .returning({ id: requests.id })
  return gone.length > 0
}
