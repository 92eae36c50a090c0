import { type EndReason, wrapUpUntil } from '@care/domain'
import { and, eq, notInArray, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord } from './store.ts'

/**
 * Ends a talk, whoever has it or is offered it. Where it was in progress and its queue says so, its operator wraps it up
 * and keeps the task until then (row T7). Null when it was over already. `outcome` is that of the closing that ended it.
 */
export async function endActivityRow(
  ctx: Ctx,
  activity: ActivityRecord,
  reason: EndReason,
  outcome: string | null = null,
): Promise<ActivityRecord | null> {
  const { activities } = ctx.tx.t
  const until = await wrapsUpUntil(ctx, activity, reason)
  const [row] = await ctx.tx
    .update(activities)
    .set({
      state: until === null ? 'ended' : 'wrapUp',
      wrapUpUntil: until,
      endedAt: ctx.now,
      endReason: reason,
      outcome,
      offeredToId: null,
      offeredAt: null,
      offerExpiresAt: null,
      transferToId: null,
      transferAt: null,
      transferExpiresAt: null,
      transferReason: null,
      transferIsWarm: false,
      handedById: null,
      groupId: null,
      groupUntil: null,
      overflowAt: null,
      overflowPath: [],
      overflowOffer: null,
      waitingSince: null,
      version: activity.version + 1,
    })
    .where(and(eq(activities.id, activity.id), notInArray(activities.state, ['ended', 'wrapUp'])))
    .returning()
  if (!row) return null
  const { queueId, operatorId, visitorId } = activity
  ctx.emit('activity.ended', {
    ...about(activity),
    queueId,
    operatorId,
    offeredToId: activity.offeredToId ?? activity.transferToId,
    visitorId,
    reason,
    wrapUpUntil: until,
    ...(activity.state === 'planned' ? { plannedFor: activity.eligibleSince } : {}),
    version: row.version,
  })
  return row
}

const wrapUpOfQueue = prepared('wrap_up_of_queue', (db) => {
  const { queues } = db.t
  return db
    .select({ seconds: queues.wrapUpSeconds })
    .from(queues)
    .where(eq(queues.id, sql.placeholder('queueId')))
})

async function wrapsUpUntil(
  ctx: Ctx,
  { state, operatorId, queueId }: ActivityRecord,
  reason: EndReason,
): Promise<number | null> {
  if (state !== 'active' || operatorId === null || queueId === null) return null
  const [queue] = await wrapUpOfQueue(ctx.tx, { queueId })
  return wrapUpUntil({ reason, endedAt: ctx.now, seconds: queue?.seconds ?? null })
}
