import { canChangeRequest, canCloseWith, firstStageOf, isAutoCloseDue } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadRequest, writeRequest } from '../store.ts'

export interface CloseInput {
  requestId: string
  outcome: string
  note?: string
  askForRating?: boolean
  /** Only when auto-close is due at this time; set by the sweep, epoch ms (rule 9). */
  onlyIfDueBy?: number
}

/**
 * Closes a request with an outcome of its type (rule 11). Its open activities end in the same transaction (projection
 * of activities). Refuses a closed request, and an auto-close whose clock was restarted meanwhile, with NOT_ALLOWED_NOW.
 */
export const closeRequest = command({
  name: 'close-request',
  action: 'requests.close',
  load: (ctx, input: CloseInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, { request, type }, input) {
    const isAutomatic = input.onlyIfDueBy !== undefined
    if (request.category === 'closed') throw new AppError('NOT_ALLOWED_NOW', 'the request is closed already')
    if (isAutomatic && !isAutoCloseDue(request, input.onlyIfDueBy ?? 0))
      throw new AppError('NOT_ALLOWED_NOW', 'not due')
    const byPerson = ctx.actor.kind === 'operator'
    if (!canCloseWith(type.outcomes, input.outcome, byPerson))
      throw new AppError('INVALID_INPUT', 'no such outcome', { issues: [{ path: 'outcome', message: 'unknown' }] })
    const stage = firstStageOf(type.workflow, 'closed')
    if (!stage) throw new Error(`type ${type.id} has no closed stage`)
    // Rule 44: never after spam or an automatic closing.
    const asksRating = byPerson && (input.askForRating ?? false) && input.outcome !== 'spam'
    const row = await writeRequest(ctx, request, {
      stage: stage.key,
      category: stage.category,
      stageSince: ctx.now,
      outcome: input.outcome,
      outcomeNote: input.note ?? '',
      closedAt: ctx.now,
      closedById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      asksRating,
      snoozedUntil: null,
      autoCloseAt: null,
      autoCloseCheckAt: null,
    })
    ctx.emit('request.closed', {
      ...about(request),
      outcome: input.outcome,
      isAutomatic,
      lastUpdateAt: request.lastUpdateAt,
      asksRating,
      from: request.stage,
      stageMs: ctx.now - request.stageSince,
      version: row.version,
    })
    return { requestId: request.id }
  },
})
