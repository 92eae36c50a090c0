import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Projections } from '../../kernel/module.ts'
import { block } from './blocks.ts'

export const projections: Projections = {
  /** Spam by whatever way it was said so: whoever wrote in the request is refused from now on (rule 26). */
  'request.closed': async (ctx, { facts }) => {
    if (facts.outcome !== 'spam' || facts.isAutomatic) return
    const { activities } = ctx.tx.t
    const rows = await ctx.tx
      .selectDistinct({ visitorId: activities.visitorId })
      .from(activities)
      .where(and(eq(activities.requestId, facts.requestId), isNotNull(activities.visitorId)))
    const { requestId, customerId } = facts
    const found = rows.map(({ visitorId }) => ({
      kind: 'visitor' as const,
      value: visitorId ?? '',
      requestId,
      customerId,
    }))
    await block(ctx, found)
  },
}
