import { and, eq, gt, or } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { takeUpRequest } from '../requests/index.ts'
import type {} from './events.ts'
import { holderOf } from './holder.ts'
import { linesNeeded } from './lines-needed.ts'
import { isOpenAccount } from './members.ts'
import { closeOfferRow, withdrawOffersOf } from './offers.ts'
import { lockPresence } from './presence-row.ts'
import { type ActivityRecord, aboutTask, isConsulting, notOffered, waitIsOver } from './store.ts'

/**
 * Puts the task into the operator's progress by one conditional update: exactly one of several wins (rule 15).
 * `offer` needs a running offer to him; `hand` and `assigned` take what waits or rings at himself. False when somebody
 * was faster, or his account is closed.
 */
export async function startTask(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  how: 'offer' | 'hand' | 'assigned',
): Promise<boolean> {
  const { activities, presence } = ctx.tx.t
  await lockPresence(ctx, operatorId)
  if (!(await isOpenAccount(ctx, operatorId))) return false
  const isMyOffer = and(eq(activities.state, 'offered'), eq(activities.offeredToId, operatorId))
  const [row] = await ctx.tx
    .update(activities)
    .set({
      state: 'active',
      operatorId,
      acceptedAt: ctx.now,
      ...notOffered,
      ...waitIsOver,
      version: plus(activities.version, 1),
    })
    .where(
      and(
        eq(activities.id, activity.id),
        how === 'offer'
          ? and(isMyOffer, gt(activities.offerExpiresAt, ctx.now))
          : or(eq(activities.state, 'waiting'), isMyOffer),
      ),
    )
    .returning({ version: activities.version })
  if (!row) return false
  await closeOfferRow(ctx, activity.id, 'accepted')
  await ctx.tx.update(presence).set({ missedInRow: 0 }).where(eq(presence.operatorId, operatorId))
  await takeUpRequest(ctx, activity.requestId, operatorId)
  await quietFor(ctx, activity, operatorId)
  const waitedMs = Math.max(0, ctx.now - activity.eligibleSince)
  ctx.emit('task.accepted', {
    ...aboutTask(activity),
    operatorId,
    how,
    waitedMs,
    version: row.version,
    ...(how === 'assigned' ? { from: null } : {}),
  })
  return true
}

/** On a call nothing else rings; what did goes to somebody else. His presence is locked. */
export async function quietFor(ctx: Ctx, activity: ActivityRecord, operatorId: string): Promise<void> {
  if (activity.medium === 'call') await withdrawOffersOf(ctx, operatorId, 'notAvailable')
}

/** Capacity may be exceeded by hand (rule 17), but nobody can be on two calls (rule 2). */
export async function refuseSecondCall(ctx: Ctx, activity: ActivityRecord, operatorId: string): Promise<void> {
  if (activity.medium === 'call' && (await isOnCall(ctx, operatorId)))
    throw new AppError('NOT_ALLOWED_NOW', 'one call at a time')
}

/**
 * Of a call that its phone system asks about, for somebody without a line there: his phone would never ring (row K2).
 * Refuses NOT_ALLOWED_NOW with problem NO_LINE and the phone system's name.
 */
export async function refuseWithoutLine(ctx: Ctx, activity: ActivityRecord, operatorId: string): Promise<void> {
  const needed = (await linesNeeded(ctx.tx, [activity])).get(activity.id)
  if (!needed || needed.operatorIds.has(operatorId)) return
  throw new AppError('NOT_ALLOWED_NOW', 'no line at its phone system', { problem: 'NO_LINE', name: needed.name })
}

/** Has one, or is asked in one by a colleague. */
export async function isOnCall(ctx: Ctx, operatorId: string): Promise<boolean> {
  const { activities } = ctx.tx.t
  const [call] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.operatorId, operatorId), eq(activities.state, 'active'), eq(activities.medium, 'call')))
    .limit(1)
  if (call) return true
  const [asked] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.transferToId, operatorId), isConsulting(activities)))
    .limit(1)
  return asked !== undefined
}

/** Somebody was faster: says who (rule 15). */
export async function alreadyTaken(ctx: Ctx, activityId: string): Promise<AppError> {
  return new AppError('ALREADY_TAKEN', 'somebody was faster', { by: await holderOf(ctx.tx, activityId) })
}
