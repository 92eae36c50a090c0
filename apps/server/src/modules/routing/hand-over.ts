import { and, eq, isNull } from 'drizzle-orm'
import { plus } from '../../db/sql.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { changeQueue } from '../requests/index.ts'
import type {} from './events.ts'
import { giveBack } from './give-back.ts'
import { mayHandleTasks } from './members.ts'
import { lockPresence } from './presence-row.ts'
import { noteReason } from './return-reason.ts'
import { type ActivityRecord, aboutTask } from './store.ts'

export type TransferTarget = { operatorId: string } | { queueId: string }

/** So long a colleague has to answer where the task's queue says nothing (rule 16). */
const standardSeconds = 30

/** Hands a task in progress over (rule 24): a queue gets it at once, a colleague is asked. The reason stands as a comment. */
export async function handOver(ctx: Ctx, activity: ActivityRecord, to: TransferTarget, reason: string): Promise<void> {
  if (activity.operatorId === null || activity.state !== 'active')
    throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  if ('queueId' in to) await toQueue(ctx, activity, activity.operatorId, to.queueId)
  else await askOperator(ctx, activity, activity.operatorId, to.operatorId, reason)
  await noteReason(ctx, activity, reason)
}

async function toQueue(ctx: Ctx, activity: ActivityRecord, operatorId: string, queueId: string): Promise<void> {
  const { activities, queues } = ctx.tx.t
  const [queue] = await ctx.tx.select({ id: queues.id }).from(queues).where(eq(queues.id, queueId))
  if (!queue) throw unknown('queueId', 'no such queue')
  await lockPresence(ctx, operatorId)
  const [row] = await ctx.tx
    .update(activities)
    .set({ queueId })
    .where(and(eq(activities.id, activity.id), eq(activities.operatorId, operatorId)))
    .returning()
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
  await giveBack(ctx, row, operatorId, 'transferred')
  await changeQueue(ctx, activity.requestId, queueId)
  ctx.emit('task.transferred', {
    ...aboutTask(row),
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
  reason: string,
): Promise<void> {
  const { activities, operators, queues } = ctx.tx.t
  if (toId === operatorId) throw unknown('operatorId', 'he has it already')
  const [who] = await ctx.tx
    .select({ role: operators.role, isActive: operators.isActive })
    .from(operators)
    .where(eq(operators.id, toId))
  if (!who?.isActive || !mayHandleTasks(who.role)) throw unknown('operatorId', 'no such operator')
  const there = await lockPresence(ctx, toId)
  if (!there?.isConnected || there.chosen === 'offline') throw new AppError('NOT_ALLOWED_NOW', 'he is not there', { problem: 'NOT_THERE' })
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
