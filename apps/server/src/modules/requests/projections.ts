import { priorityRank, type Priority } from '@care/domain'
import { and, eq, ne } from 'drizzle-orm'
import type { Projections } from '../../kernel/module.ts'

/** The queue's order is one index over activities, so priority and queue of the request are copied there. */
export const requestProjections: Projections = {
  'request.edited': async (ctx, { facts }) => {
    const { activities } = ctx.tx.t
    const priority = facts.fields.priority?.to as Priority | undefined
    const queueId = facts.fields.queueId?.to as string | undefined
    if (priority !== undefined)
      await ctx.tx
        .update(activities)
        .set({ priorityRank: priorityRank(priority) })
        .where(and(eq(activities.requestId, facts.requestId), ne(activities.state, 'ended')))
    // What waits goes along, what rings too (projection of routing); a task in progress stays where it is.
    if (queueId !== undefined)
      await ctx.tx
        .update(activities)
        .set({ queueId })
        .where(and(eq(activities.requestId, facts.requestId), eq(activities.state, 'waiting')))
  },
}
