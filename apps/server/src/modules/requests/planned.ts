import { and, eq, max, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'

const lastPlanned = prepared('last_planned_of_request', (db) => {
  const { activities } = db.t
  return db
    .select({ at: max(activities.eligibleSince) })
    .from(activities)
    .where(and(eq(activities.requestId, sql.placeholder('requestId')), eq(activities.state, 'planned')))
})

/** When the last thing is that is planned for a request, a call back; null while nothing is. */
export const plannedFor = async (ctx: Ctx, requestId: string): Promise<number | null> =>
  (await lastPlanned(ctx.tx, { requestId }))[0]?.at ?? null
