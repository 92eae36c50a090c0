import { type StageVisit, visitsAfter } from '@care/domain'
import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Ctx } from '../../kernel/command.ts'

/**
 * Keeps the times that a request spent in its stages, after any event that moved it (row R4): the visit before ends where
 * the new one begins. An undo that put it back takes away what came after, and the old visit goes on.
 */
export async function recordStage(ctx: Ctx, requestId: string): Promise<void> {
  const { requests, requestStages } = ctx.tx.t
  const [now] = await ctx.tx
    .select({
      typeId: requests.typeId,
      stage: requests.stage,
      category: requests.category,
      since: requests.stageSince,
    })
    .from(requests)
    .where(eq(requests.id, requestId))
  if (!now) return
  const visits = await ctx.tx
    .select()
    .from(requestStages)
    .where(
      and(eq(requestStages.requestId, requestId), or(isNull(requestStages.until), gte(requestStages.since, now.since))),
    )
    .orderBy(asc(requestStages.since), asc(requestStages.id))
  const { gone, last, isNew } = visitsAfter(visits satisfies StageVisit[], now)
  if (gone.length > 0)
    await ctx.tx.delete(requestStages).where(
      inArray(
        requestStages.id,
        gone.map(({ id }) => id),
      ),
    )
  const until = isNew ? now.since : null
  if (last && last.until !== until)
    await ctx.tx
      .update(requestStages)
      .set({ until, calendarMs: until === null ? null : until - last.since })
      .where(eq(requestStages.id, last.id))
  if (isNew) await ctx.tx.insert(requestStages).values({ id: ctx.newId(), requestId, ...now })
}
