import { stageFor } from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, autoClosing, enteredAt, type LoadedRequest, type RequestRecord, writeRequest } from './store.ts'

/** Opens a closed request again, in the first active stage or what comes next to one; auto-close starts anew (rule 10). */
export async function reopen(
  ctx: Ctx,
  { request, type }: Pick<LoadedRequest, 'request' | 'type'>,
): Promise<RequestRecord> {
  if (request.mergedIntoId !== null)
    throw new AppError('NOT_ALLOWED_NOW', 'the request was merged into another one', { problem: 'MERGED' })
  if (request.category !== 'closed') throw new AppError('NOT_ALLOWED_NOW', 'the request is not closed')
  const stage = stageFor(type.workflow, 'active')
  if (!stage) throw new Error(`type ${type.id} has no active stage`)
  const row = await writeRequest(ctx, request, {
    stage: stage.key,
    category: stage.category,
    stageSince: enteredAt(ctx, request),
    outcome: null,
    outcomeNote: '',
    closedAt: null,
    closedById: null,
    reopenedAt: ctx.now,
    asksRating: false,
    lastUpdateAt: ctx.now,
    listedAt: ctx.now,
    ...autoClosing(type, { category: stage.category, snoozedUntil: null }, ctx.now),
  })
  ctx.emit('request.reopened', { ...about(request), from: request.stage, to: stage.key, version: row.version })
  return row
}
