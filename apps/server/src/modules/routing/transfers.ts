import { media } from '@care/domain'
import { and, eq, isNotNull } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findRequest, passOn } from '../requests/index.ts'
import type {} from './events.ts'
import { noteFreed } from './freed.ts'
import { giveBack } from './give-back.ts'
import { holderOf } from './holder.ts'
import { isOpenAccount } from './members.ts'
import { lockPresence } from './presence-row.ts'
import { isOnCall, quietFor } from './start-task.ts'
import { type ActivityRecord, aboutTask, notTransferred } from './store.ts'

type Ending = 'declined' | 'missed' | 'withdrawn'

/** The colleague is asked no more; the task stays with its operator, or goes to its queue when he is gone (rule 24). OFFER_OVER when it was answered meanwhile. */
export async function endTransfer(ctx: Ctx, activity: ActivityRecord, how: Ending): Promise<void> {
  const { activities } = ctx.tx.t
  const { operatorId, transferToId: toId } = activity
  if (operatorId === null || toId === null) throw await transferOver(ctx, activity.id)
  const sender = await lockPresence(ctx, operatorId)
  const [row] = await ctx.tx
    .update(activities)
    .set({ ...notTransferred, version: plus(activities.version, 1) })
    .where(and(eq(activities.id, activity.id), eq(activities.state, 'active'), eq(activities.transferToId, toId)))
    .returning({ version: activities.version })
  if (!row) throw await transferOver(ctx, activity.id)
  ctx.emit(`transfer.${how}`, { ...aboutTask(activity), operatorId, toId, version: row.version })
  // He has signed out meanwhile: a live talk does not stay with somebody who is gone.
  const isGone = sender !== null && !sender.isConnected && sender.graceUntil === null
  if (how !== 'withdrawn' && isGone && activity.queueId !== null && media[activity.medium].isLive)
    await giveBack(ctx, { ...activity, ...notTransferred }, operatorId, 'signedOut')
}

/**
 * The colleague takes it over: it leaves the one and is in progress with the other in the same moment, the request goes
 * along where it was the first one's. May exceed his capacity: he said yes (rule 17). OFFER_OVER when he was too late.
 */
export async function acceptTransfer(ctx: Ctx, activity: ActivityRecord): Promise<void> {
  const { operatorId: from, transferToId: to, transferExpiresAt } = activity
  if (from === null || to === null || transferExpiresAt === null || transferExpiresAt <= ctx.now)
    throw await transferOver(ctx, activity.id)
  // Always in the same order, so that two who hand over to each other never wait for one another.
  for (const id of [from, to].toSorted()) await lockPresence(ctx, id)
  if (activity.medium === 'call' && (await isOnCall(ctx, to)))
    throw new AppError('NOT_ALLOWED_NOW', 'one call at a time', { problem: 'ON_CALL' })
  const isDone = activity.transferIsWarm
    ? await beginConsulting(ctx, activity, from, to)
    : await passTask(ctx, activity, from, to, { how: 'transfer' })
  if (!isDone) throw await transferOver(ctx, activity.id)
}

/** He has said yes and is talked to; the call stays with its operator until that one completes or withdraws the transfer. */
async function beginConsulting(ctx: Ctx, activity: ActivityRecord, operatorId: string, toId: string): Promise<boolean> {
  const { activities, presence } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ transferExpiresAt: null, version: plus(activities.version, 1) })
    .where(
      and(
        eq(activities.id, activity.id),
        eq(activities.state, 'active'),
        eq(activities.operatorId, operatorId),
        eq(activities.transferToId, toId),
        isNotNull(activities.transferExpiresAt),
      ),
    )
    .returning({ version: activities.version })
  if (!row) return false
  await ctx.tx.update(presence).set({ missedInRow: 0 }).where(eq(presence.operatorId, toId))
  await quietFor(ctx, activity, toId)
  ctx.emit('transfer.consulting', { ...aboutTask(activity), operatorId, toId, version: row.version })
  return true
}

/** The call goes to the colleague who is talked to; OFFER_OVER when he is not, or not any more. */
export async function completeConsulting(ctx: Ctx, activity: ActivityRecord): Promise<void> {
  const { operatorId: from, transferToId: to, transferIsWarm, transferExpiresAt } = activity
  if (from === null || to === null || !transferIsWarm || transferExpiresAt !== null)
    throw await transferOver(ctx, activity.id)
  if (!(await passTask(ctx, activity, from, to, { how: 'transfer' }))) throw await transferOver(ctx, activity.id)
}

/**
 * Puts a task in progress with one operator into another's, and the request along where it was the first one's; somebody
 * else who was asked is asked no more. False when it is not so any more. `transfer` needs that he is asked.
 */
export async function passTask(
  ctx: Ctx,
  activity: ActivityRecord,
  from: string,
  to: string,
  { how }: { how: 'transfer' | 'assigned' | 'undo' },
): Promise<boolean> {
  const { activities, presence } = ctx.tx.t
  // Always in the same order, so that two who hand over to each other never wait for one another.
  for (const id of [from, to].toSorted()) await lockPresence(ctx, id)
  if (!(await isOpenAccount(ctx, to))) return false
  const [row] = await ctx.tx
    .update(activities)
    .set({ operatorId: to, acceptedAt: ctx.now, ...notTransferred, version: plus(activities.version, 1) })
    .where(
      and(
        eq(activities.id, activity.id),
        eq(activities.state, 'active'),
        eq(activities.operatorId, from),
        how === 'transfer' ? eq(activities.transferToId, to) : undefined,
      ),
    )
    .returning({ version: activities.version })
  if (!row) return false
  await noteFreed(ctx, from)
  if (how === 'transfer') await ctx.tx.update(presence).set({ missedInRow: 0 }).where(eq(presence.operatorId, to))
  await quietFor(ctx, activity, to)
  const request = await findRequest(ctx.tx, activity.requestId, true)
  // An undo puts the request back by its own event.
  if (request && how !== 'undo') await passOn(ctx, request, from, to)
  const of = { ...aboutTask(activity), version: row.version }
  const asked = activity.transferToId
  if (asked !== null && asked !== to) ctx.emit('transfer.withdrawn', { ...of, operatorId: from, toId: asked })
  ctx.emit('transfer.accepted', { ...of, operatorId: from, toId: to })
  ctx.emit('task.accepted', { ...of, operatorId: to, how, waitedMs: 0, ...(how === 'assigned' ? { from } : {}) })
  return true
}

const transferOver = async (ctx: Ctx, activityId: string): Promise<AppError> =>
  new AppError('OFFER_OVER', 'the transfer is over', { by: await holderOf(ctx.tx, activityId) })
