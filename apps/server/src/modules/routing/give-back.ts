import { media, type Medium } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { releaseRequest } from '../requests/index.ts'
import type { ReturnReason } from './events.ts'
import { noteFreed } from './freed.ts'
import { type ActivityRecord, aboutTask, notHanded, notOffered, notTransferred } from './store.ts'

/** By whom it is handed to a group or a queue, and why. */
export type Handed = Pick<ActivityRecord, keyof typeof notHanded>

/**
 * Puts a task in progress back into its queue, at its old place: who was handed back does not wait again behind the
 * others. A new round of offers begins, in which whoever gave it back by hand counts as tried. His presence is locked.
 * `handed` when it is meant for a group, or for a queue with a reason.
 */
export async function giveBack(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  reason: ReturnReason,
  handed: Handed = notHanded,
): Promise<void> {
  const { activities, offers } = ctx.tx.t
  const { requestId, customerId, queueId } = activity
  if (queueId === null) throw new AppError('NOT_ALLOWED_NOW', 'it came from no queue')
  const [row] = await ctx.tx
    .update(activities)
    .set({
      state: 'waiting',
      operatorId: null,
      acceptedAt: null,
      ...notOffered,
      ...notTransferred,
      ...handed,
      offerRound: ctx.now,
      version: plus(activities.version, 1),
    })
    .where(and(eq(activities.id, activity.id), eq(activities.state, 'active'), eq(activities.operatorId, operatorId)))
    .returning({ version: activities.version })
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  if (reason === 'byHand' || reason === 'transferred')
    await ctx.tx.insert(offers).values({
      id: ctx.newId(),
      activityId: activity.id,
      operatorId,
      round: ctx.now,
      result: 'returned',
      offeredAt: ctx.now,
      closedAt: ctx.now,
    })
  const { transferToId: toId } = activity
  if (toId !== null) ctx.emit('transfer.withdrawn', { ...aboutTask(activity), operatorId, toId, version: row.version })
  await noteFreed(ctx, operatorId)
  // An undo puts the request back by its own event.
  if (reason !== 'undone') await releaseRequest(ctx, activity.requestId, operatorId)
  ctx.emit('task.returned', { ...aboutTask(activity), operatorId, reason, version: row.version })
  ctx.emit('activity.queued', {
    requestId,
    activityId: activity.id,
    customerId,
    queueId,
    reason: 'returned',
    version: row.version,
  })
}

const isLive = (medium: Medium): boolean => media[medium].isLive

/** Tasks in progress of an operator that can go back to a queue, oldest first. */
export async function tasksInProgress(ctx: Pick<Ctx, 'tx'>, operatorId: string): Promise<ActivityRecord[]> {
  const { activities } = ctx.tx.t
  return ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.operatorId, operatorId), eq(activities.state, 'active')))
    .orderBy(activities.acceptedAt, activities.id)
}

/** Whether he talks at a phone: that goes on without his desk, and ends when the phone system says so (row K3). */
async function isAtPhone(ctx: Pick<Ctx, 'tx'>, { id, medium }: ActivityRecord): Promise<boolean> {
  if (medium !== 'call') return false
  const { calls } = ctx.tx.t
  const [call] = await ctx.tx.select({ origin: calls.origin }).from(calls).where(eq(calls.activityId, id))
  return call?.origin === 'phone'
}

/**
 * Gives back every live task of an operator who is gone (rule 21); slow work stays, unless `also` is `slowWork`. `everything`:
 * also what a colleague is asked to take over.
 */
export async function returnAllTasks(
  ctx: Ctx,
  operatorId: string,
  reason: ReturnReason,
  also: 'everything' | 'slowWork' | 'nothing' = 'nothing',
): Promise<number> {
  const tasks = await tasksInProgress(ctx, operatorId)
  // Who is asked to take one over may still say yes when the sender has signed out (rule 24).
  const isAsked = (task: ActivityRecord): boolean =>
    reason === 'signedOut' && also !== 'everything' && task.transferToId !== null
  const going = tasks.filter(
    (task) => !isAsked(task) && task.queueId !== null && (also !== 'nothing' || isLive(task.medium)),
  )
  let given = 0
  for (const task of going) {
    if (await isAtPhone(ctx, task)) continue
    await giveBack(ctx, task, operatorId, reason)
    given += 1
  }
  return given
}
