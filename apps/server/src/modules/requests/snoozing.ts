import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'
import { about, autoClosing, type LoadedRequest, type RequestRecord, writeRequest } from './store.ts'

export type WakeReason = 'time' | 'answer' | 'byHand'

/** Back from snooze, on top of the lists; its auto-close clock starts again (rule 8). */
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
  return row
}
