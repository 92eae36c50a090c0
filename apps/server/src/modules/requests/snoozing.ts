import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'
import { assign } from './ownership.ts'
import { about, autoClosing, type LoadedRequest, type RequestRecord, writeRequest } from './store.ts'

export type WakeReason = 'time' | 'answer' | 'byHand'

/**
 * Back from snooze, on top of the lists; its auto-close clock starts again (rule 8). Of somebody whose account was closed in the
 * meantime it is its queue's: nobody else would be told.
 */
export async function wake(
  ctx: Ctx,
  { request, type }: Pick<LoadedRequest, 'request' | 'type'>,
  why: WakeReason,
): Promise<RequestRecord> {
  const { snoozedById } = request
  const row = await writeRequest(ctx, request, {
    snoozedUntil: null,
    snoozedById: null,
    // Who wakes it himself needs no reminder.
    wokeAt: why === 'byHand' ? null : ctx.now,
    lastUpdateAt: ctx.now,
    listedAt: ctx.now,
    ...autoClosing(type, { category: request.category, snoozedUntil: null }, ctx.now),
  })
  ctx.emit('request.woke', {
    ...about(request),
    why,
    snoozedById,
    assigneeId: request.assigneeId,
    version: row.version,
  })
  const isNobodys = row.assigneeId !== null && row.queueId !== null && (await isClosed(ctx, row.assigneeId))
  return isNobodys ? assign(ctx, { request: row, type }, null) : row
}

async function isClosed({ tx }: Ctx, operatorId: string): Promise<boolean> {
  const { operators } = tx.t
  const [operator] = await tx
    .select({ isActive: operators.isActive })
    .from(operators)
    .where(eq(operators.id, operatorId))
  return operator?.isActive === false
}
