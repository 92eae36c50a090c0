import { and, eq, ne } from '../../db/drizzle.ts'
import type { Projections } from '../../kernel/module.ts'
import { endActivityRow } from './ending.ts'
import { endWrapUp } from './wrap-up.ts'

/** Closing a request ends what is still open of it, in the same transaction (rule 11), and gives it its outcome. */
export const activityProjections: Projections = {
  'request.closed': async (ctx, { facts }) => {
    const { activities } = ctx.tx.t
    const open = await ctx.tx
      .select()
      .from(activities)
      .where(and(eq(activities.requestId, facts.requestId), ne(activities.state, 'ended')))
    for (const activity of open)
      if (activity.state === 'wrapUp') await endWrapUp(ctx, activity.id, 'closed', { outcome: facts.outcome })
      else await endActivityRow(ctx, activity, facts.isAutomatic ? 'autoClosed' : 'closed', facts.outcome)
  },
}
