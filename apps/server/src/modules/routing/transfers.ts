import { and, eq } from 'drizzle-orm'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findRequest, passOn } from '../requests/index.ts'
import type {} from './events.ts'
import { noteFreed } from './freed.ts'
import { holderOf } from './holder.ts'
import { lockPresence } from './presence-row.ts'
import { type ActivityRecord, aboutTask, notTransferred } from './store.ts'

type Ending = 'declined' | 'missed' | 'withdrawn'

/** The colleague is asked no more; the task stays with its operator (rule 24). OFFER_OVER when it was answered meanwhile. */
export async function endTransfer(ctx: Ctx, activity: ActivityRecord, how: Ending): Promise<void> {
  const { activities } = ctx.tx.t
  const { operatorId, transferToId: toId } = activity
  if (operatorId === null || toId === null) throw await transferOver(ctx, activity.id)
  const [row] = await ctx.tx
    .update(activities)
    .set({ ...notTransferred, version: plus(activities.version, 1) })
    .where(and(eq(activities.id, activity.id), eq(activities.state, 'active'), eq(activities.transferToId, toId)))
    .returning({ version: activities.version })
  if (!row) throw await transferOver(ctx, activity.id)
  ctx.emit(`transfer.${how}`, { ...aboutTask(activity), operatorId, toId, version: row.version })
}

/**
 * The colleague takes it over: it leaves the one and is in progress with the other in the same moment, the request goes
 * along where it was the first one's. May exceed his capacity: he said yes (rule 17). OFFER_OVER when he was too late.
 */
export async function acceptTransfer(ctx: Ctx, activity: ActivityRecord): Promise<void> {
  const { activities, presence } = ctx.tx.t
  const { operatorId: from, transferToId: to, transferExpiresAt } = activity
  if (from === null || to === null || transferExpiresAt === null || transferExpiresAt <= ctx.now)
    throw await transferOver(ctx, activity.id)
  // Always in the same order, so that two who hand over to each other never wait for one another.
  for (const id of [from, to].toSorted()) await lockPresence(ctx, id)
  const [row] = await ctx.tx
    .update(activities)
    .set({ operatorId: to, acceptedAt: ctx.now, ...notTransferred, version: plus(activities.version, 1) })
    .where(
      and(
        eq(activities.id, activity.id),
        eq(activities.state, 'active'),
        eq(activities.operatorId, from),
        eq(activities.transferToId, to),
      ),
    )
    .returning({ version: activities.version })
  if (!row) throw await transferOver(ctx, activity.id)
  await noteFreed(ctx, from)
  await ctx.tx.update(presence).set({ missedInRow: 0 }).where(eq(presence.operatorId, to))
  const request = await findRequest(ctx.tx, activity.requestId, true)
  if (request) await passOn(ctx, request, from, to)
  ctx.emit('transfer.accepted', { ...aboutTask(activity), operatorId: from, toId: to, version: row.version })
  ctx.emit('task.accepted', {
    ...aboutTask(activity),
    operatorId: to,
    how: 'transfer',
    waitedMs: 0,
    version: row.version,
  })
}

const transferOver = async (ctx: Ctx, activityId: string): Promise<AppError> =>
  new AppError('OFFER_OVER', 'the transfer is over', { by: await holderOf(ctx.tx, activityId) })
