import { businessTime, type StageVisit, visitsAfter } from '@care/domain'
import { and, asc, eq, gte, inArray, isNull, or, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'

const stageOfRequest = prepared('stage_of_request', (db) => {
  const { requests } = db.t
  return db
    .select({
      typeId: requests.typeId,
      stage: requests.stage,
      category: requests.category,
      since: requests.stageSince,
      queueId: requests.queueId,
    })
    .from(requests)
    .where(eq(requests.id, sql.placeholder('requestId')))
})
/** The one that goes on, and those that began then or later. */
const visitsSince = prepared('stage_visits_since', (db) => {
  const { requestStages } = db.t
  return db
    .select()
    .from(requestStages)
    .where(
      and(
        eq(requestStages.requestId, sql.placeholder('requestId')),
        or(isNull(requestStages.until), gte(requestStages.since, sql.placeholder('since'))),
      ),
    )
    .orderBy(asc(requestStages.since), asc(requestStages.id))
})

/**
 * Keeps the times that a request spent in its stages, after any event that moved it (row R4): the visit before ends where
 * the new one begins. An undo that put it back takes away what came after, and the old visit goes on.
 */
export async function recordStage(ctx: Ctx, requestId: string): Promise<void> {
  const { requestStages } = ctx.tx.t
  const [now] = await stageOfRequest(ctx.tx, { requestId })
  if (!now) return
  const visits = await visitsSince(ctx.tx, { requestId, since: now.since })
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
      .set(
        until === null
          ? { until, calendarMs: null, businessMs: null }
          : {
              until,
              calendarMs: until - last.since,
              businessMs: now.queueId === null ? null : await openTime(ctx, now.queueId, last.since, until),
            },
      )
      .where(eq(requestStages.id, last.id))
  const { queueId: _, ...visit } = now
  if (isNew) await ctx.tx.insert(requestStages).values({ id: ctx.newId(), requestId, ...visit })
}

/** By the hours that the request's queue keeps as the visit ends (rule 30); a queue without hours is always open. */
async function openTime({ tx }: Ctx, queueId: string, from: number, to: number): Promise<number> {
  const { calendars, queues } = tx.t
  const [hours] = await tx
    .select({ timeZone: calendars.timeZone, days: calendars.days, holidays: calendars.holidays })
    .from(queues)
    .innerJoin(calendars, eq(calendars.id, queues.calendarId))
    .where(eq(queues.id, queueId))
  return hours === undefined ? to - from : businessTime(hours, from, to)
}
