import { and, eq, isNull } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { changeQueue } from '../requests/index.ts'
import type {} from './events.ts'
import { giveBack } from './give-back.ts'
import { groupMembersNow } from './group-members.ts'
import { mayHandleTasks } from './members.ts'
import { lockPresence } from './presence-row.ts'
import { noteReason } from './return-reason.ts'
import { isOnCall, refuseWithoutLine } from './start-task.ts'
import { type ActivityRecord, aboutTask, notHanded, operatorOf } from './store.ts'

export type TransferTarget = { operatorId: string } | { groupId: string } | { queueId: string }

/** So long a colleague has to answer where the task's queue says nothing (rule 16). */
const standardSeconds = 30

/**
 * Hands a task in progress over (rule 24): a queue gets it at once, a group's members are asked one after the other, a
 * colleague is asked. The reason stands as a comment and on the offer. `isWarm`, of a call: the colleague is talked to first.
 */
export async function handOver(
  ctx: Ctx,
  activity: ActivityRecord,
  to: TransferTarget,
  reason: string,
  isWarm = false,
): Promise<void> {
  if (activity.operatorId === null || activity.state !== 'active')
    throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  if (isWarm && activity.medium !== 'call') throw unknown('isWarm', 'only of a call')
  if ('queueId' in to) await toQueue(ctx, activity, activity.operatorId, to.queueId, reason)
  else if ('groupId' in to) await toGroup(ctx, activity, activity.operatorId, to.groupId, reason)
  else await askOperator(ctx, activity, activity.operatorId, to.operatorId, { reason, isWarm })
  await noteReason(ctx, activity, reason)
}

async function toQueue(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  queueId: string,
  reason: string,
): Promise<void> {
  const { activities, queues } = ctx.tx.t
  const [queue] = await ctx.tx
    .select({ id: queues.id })
    .from(queues)
    .where(and(eq(queues.id, queueId), eq(queues.isActive, true)))
  if (!queue) throw unknown('queueId', 'no such queue')
  await lockPresence(ctx, operatorId)
  const [row] = await ctx.tx
    .update(activities)
    .set({ queueId })
    .where(and(eq(activities.id, activity.id), eq(activities.operatorId, operatorId)))
    .returning()
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  const handed = { ...notHanded, handedById: operatorOf(ctx).id, transferReason: reason }
  await giveBack(ctx, row, operatorId, 'transferred', handed)
  await changeQueue(ctx, activity.requestId, queueId)
  ctx.emit('task.transferred', {
    ...aboutTask(row),
    operatorId,
    fromQueueId: activity.queueId,
    version: activity.version + 1,
  })
}

/** Waits in its own queue, at its old place; only members of the group are rung for it, until their time is up. */
async function toGroup(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  groupId: string,
  reason: string,
): Promise<void> {
  const { groups } = ctx.tx.t
  const [group] = await ctx.tx
    .select({ waitSeconds: groups.waitSeconds })
    .from(groups)
    .where(and(eq(groups.id, groupId), eq(groups.isActive, true)))
  if (!group) throw unknown('groupId', 'no such group')
  const members = await groupMembersNow(ctx.tx, groupId, ctx.now)
  if (!members.some((member) => member.isThere && member.operatorId !== operatorId))
    throw new AppError('NOT_ALLOWED_NOW', 'nobody else of the group is there', { problem: 'NOT_THERE' })
  await lockPresence(ctx, operatorId)
  await giveBack(ctx, activity, operatorId, 'transferred', {
    handedById: operatorOf(ctx).id,
    transferReason: reason,
    groupId,
    groupUntil: ctx.now + group.waitSeconds * 1000,
  })
  ctx.emit('task.transferred', {
    ...aboutTask(activity),
    groupId,
    operatorId,
    fromQueueId: activity.queueId,
    version: activity.version + 1,
  })
}

async function askOperator(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  toId: string,
  { reason, isWarm }: { reason: string; isWarm: boolean },
): Promise<void> {
  const { activities, operators, queues } = ctx.tx.t
  if (toId === operatorId) throw unknown('operatorId', 'he has it already')
  const [who] = await ctx.tx
    .select({ role: operators.role, isActive: operators.isActive })
    .from(operators)
    .where(eq(operators.id, toId))
  if (!who?.isActive || !mayHandleTasks(who.role)) throw unknown('operatorId', 'no such operator')
  const there = await lockPresence(ctx, toId)
  if (!there?.isConnected || there.chosen === 'offline')
    throw new AppError('NOT_ALLOWED_NOW', 'he is not there', { problem: 'NOT_THERE' })
  if (activity.medium === 'call' && (await isOnCall(ctx, toId)))
    throw new AppError('NOT_ALLOWED_NOW', 'he is on a call', { problem: 'ON_CALL' })
  await refuseWithoutLine(ctx, activity, toId)
  const [queue] = await ctx.tx
    .select({ offerSeconds: queues.offerSeconds })
    .from(queues)
    .where(eq(queues.id, activity.queueId ?? ''))
  const expiresAt = ctx.now + Math.max(queue?.offerSeconds ?? 0, standardSeconds) * 1000
  const [row] = await ctx.tx
    .update(activities)
    .set({
      transferToId: toId,
      transferAt: ctx.now,
      transferExpiresAt: expiresAt,
      transferReason: reason,
      transferIsWarm: isWarm,
      version: plus(activities.version, 1),
    })
    .where(
      and(
        eq(activities.id, activity.id),
        eq(activities.state, 'active'),
        eq(activities.operatorId, operatorId),
        isNull(activities.transferToId),
      ),
    )
    .returning({ version: activities.version })
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'somebody is asked already')
  ctx.emit('transfer.offered', { ...aboutTask(activity), operatorId, toId, expiresAt, version: row.version })
}

const unknown = (path: string, message: string): AppError =>
  new AppError('INVALID_INPUT', message, { issues: [{ path, message }] })
