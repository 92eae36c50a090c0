import { and, eq } from 'drizzle-orm'
import { changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Reversals } from '../../kernel/module.ts'
import { findRequest } from '../requests/index.ts'
import type {} from './events.ts'
import { about, loadActivity } from './store.ts'

/** How changes of an activity are put back. */
export const activityReversals: Reversals = {
  // Both requests have an event of the move; each of them leads here.
  'activity.moved': async (ctx, { facts }) => {
    const { activity, request: target } = await loadActivity(ctx, facts.activityId)
    const from = await findRequest(ctx.tx, facts.fromRequestId, true)
    if (!from || from.request.category === 'closed' || activity.version !== facts.version) throw changedSince()
    const { activities, comments } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ requestId: from.request.id, version: activity.version + 1 })
      .where(and(eq(activities.id, activity.id), eq(activities.version, activity.version)))
      .returning()
    if (!row) throw changedSince()
    await ctx.tx.update(comments).set({ requestId: from.request.id }).where(eq(comments.activityId, activity.id))
    const back = {
      fromRequestId: target.id,
      fromNumber: target.number,
      toNumber: from.request.number,
      isNew: false,
      operatorId: activity.operatorId,
      version: row.version,
    }
    ctx.emit('activity.moved', { ...about(row), ...back })
    if (facts.isNew && (await dropIfEmpty(ctx, target.id))) return
    ctx.emit('activity.moved', { ...about(row), ...back, requestId: target.id })
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
