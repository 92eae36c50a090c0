import { eq } from '../../db/drizzle.ts'
import type { Projections } from '../../kernel/module.ts'
import type {} from '../activities/index.ts'

/** However it ended, its timer does not ring any more. */
export const projections: Projections = {
  'activity.ended': async (ctx, { facts }) => {
    const { callbacks } = ctx.tx.t
    await ctx.tx.update(callbacks).set({ dueAt: null }).where(eq(callbacks.activityId, facts.activityId))
  },
  // Its end was undone.
  'activity.plannedAgain': async (ctx, { facts: { activityId, dueAt } }) => {
    const { callbacks } = ctx.tx.t
    await ctx.tx.update(callbacks).set({ dueAt }).where(eq(callbacks.activityId, activityId))
  },
}
