import type { BusinessHours } from '@care/domain'
import { and, eq, gte, isNull, lt } from '../../db/drizzle.ts'
import { callbackPlaces, callbackSlots, isFreeSlot, type SlotQuestion, timeProblem } from '@care/domain/callbacks'
import { inTurn, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, type ActivityRecord, loadActivity, type LoadedActivity } from '../activities/index.ts'

export type CallbackRecord = Reader['t']['callbacks']['$inferSelect']
export interface LoadedCallback extends LoadedActivity {
  callback: CallbackRecord
}

/** A call back and its activity, locked; rights are the command's `allow`. */
export async function loadCallback(ctx: Ctx, activityId: string): Promise<LoadedCallback> {
  const loaded = await loadActivity(ctx, activityId)
  const callback = await callbackOf(ctx.tx, activityId)
  if (!callback) throw notFound('call back')
  return { ...loaded, callback }
}

export async function callbackOf(db: Reader, activityId: string): Promise<CallbackRecord | null> {
  const { callbacks } = db.t
  const [row] = await db.select().from(callbacks).where(eq(callbacks.activityId, activityId))
  return row ?? null
}

/** Ids that every event of a call back carries. */
export const ofCallback = (activity: ActivityRecord) => ({ ...about(activity), queueId: activity.queueId })

/** Opening hours of a queue; null = always open. */
export async function hoursOf(db: Reader, queueId: string | null): Promise<BusinessHours | null> {
  if (queueId === null) return null
  const { queues, calendars } = db.t
  const [row] = await db
    .select({ hours: calendars })
    .from(queues)
    .innerJoin(calendars, eq(calendars.id, queues.calendarId))
    .where(eq(queues.id, queueId))
  return row?.hours ?? null
}

/** All that decides which slots of a queue are free now; `ownId` does not stand in its own way. */
export async function slotQuestion(db: Reader, queueId: string, now: number, ownId = ''): Promise<SlotQuestion> {
  const { callbacks, activities } = db.t
  const planned = await db
    .select({ id: callbacks.activityId, from: callbacks.slotFrom })
    .from(callbacks)
    .innerJoin(activities, eq(activities.id, callbacks.activityId))
    .where(
      and(
        gte(callbacks.slotFrom, now),
        lt(callbacks.slotFrom, now + callbackSlots.aheadMs),
        isNull(callbacks.cancelledAt),
        eq(activities.queueId, queueId),
      ),
    )
  const taken = new Map<number, number>()
  for (const { id, from } of planned) if (id !== ownId) taken.set(from, (taken.get(from) ?? 0) + 1)
  const { queues } = db.t
  const [queue] = await db.select({ places: queues.callbackPlaces }).from(queues).where(eq(queues.id, queueId))
  return { hours: await hoursOf(db, queueId), now, taken, places: queue?.places ?? callbackPlaces.usual }
}

/** A customer's choice: two who take the last place in a slot come one after the other. NOT_ALLOWED_NOW when it is gone. */
export async function takeSlot(ctx: Ctx, queueId: string, from: number, ownId = ''): Promise<void> {
  await inTurn(ctx.tx, `callback-slots:${queueId}`)
  if (!isFreeSlot(await slotQuestion(ctx.tx, queueId, ctx.now, ownId), from))
    throw new AppError('NOT_ALLOWED_NOW', 'this time is not free any more', { problem: 'slotTaken' })
}

/** An operator's choice may lie anywhere within a year. INVALID_INPUT otherwise. */
export function requireTime(at: number, now: number): void {
  const problem = timeProblem(at, now)
  if (problem !== null) throw new AppError('INVALID_INPUT', problem, { issues: [{ path: 'at', message: problem }] })
}

/**
 * It goes out of its operator's progress, or out of its line, and waits for another time. The caller has checked who may.
 * False when its state is another one by now.
 */
export async function planAgain(
  ctx: Ctx,
  { id, state, version }: Pick<ActivityRecord, 'id' | 'state' | 'version'>,
  dueAt: number,
): Promise<ActivityRecord | null> {
  const { activities, callbacks } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({
      state: 'planned',
      operatorId: null,
      acceptedAt: null,
      eligibleSince: dueAt,
      overflowAt: null,
      overflowPath: [],
      overflowOffer: null,
      transferToId: null,
      transferAt: null,
      transferExpiresAt: null,
      transferReason: null,
      handedById: null,
      groupId: null,
      groupUntil: null,
      version: plus(activities.version, 1),
    })
    .where(and(eq(activities.id, id), eq(activities.state, state), eq(activities.version, version)))
    .returning()
  if (!row) return null
  await ctx.tx
    .update(callbacks)
    .set({ dueAt, slotFrom: dueAt, slotTo: dueAt + callbackSlots.lengthMs })
    .where(eq(callbacks.activityId, id))
  return row
}
