import { priorityRank, type Priority } from '@care/domain'
import { and, eq, ne } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Projections } from '../../kernel/module.ts'
import type { EditedTexts } from './changes.ts'
import { recordStage } from './stage-times.ts'

/** The queue's order is one index over activities, so priority and queue of the request are copied there. */
const moved = (ctx: Ctx, { facts }: { facts: { requestId: string } }): Promise<void> =>
  recordStage(ctx, facts.requestId)

export const requestProjections: Projections = {
  'request.created': moved,
  'request.stageMoved': moved,
  'request.typeChanged': moved,
  'request.closed': moved,
  'request.reopened': moved,
  'request.edited': async (ctx, { id, facts, carry }) => {
    const texts = (carry as EditedTexts | null)?.texts ?? []
    if (texts.length > 0)
      await ctx.tx
        .insert(ctx.tx.t.requestTexts)
        .values(texts.map((text) => ({ ...text, eventId: id, requestId: facts.requestId })))
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
        .set({ queueId, groupId: null, groupUntil: null })
        .where(and(eq(activities.requestId, facts.requestId), eq(activities.state, 'waiting')))
  },
}
