import { canChangeRequest, snoozeProblem } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadRequest, writeRequest } from '../store.ts'

export interface SnoozeInput {
  requestId: string
  /** Epoch ms. */
  until: number
  /** False keeps it asleep whatever the customer writes. */
  wakesOnAnswer: boolean
}

/**
 * Puts a request out of the active lists until a time or the customer's answer (row A4); it does not close itself
 * meanwhile (rule 8). Again while it sleeps changes the time. Refuses a closed one, and a time that is past or too far.
 */
export const snoozeRequest = command({
  name: 'snooze-request',
  action: 'requests.edit',
  load: (ctx, input: SnoozeInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, { request }, { until, wakesOnAnswer }) {
    if (request.category === 'closed')
      throw new AppError('NOT_ALLOWED_NOW', 'the request is closed', { problem: 'CLOSED' })
    const problem = snoozeProblem(until, ctx.now)
    if (problem) throw new AppError('INVALID_INPUT', problem, { issues: [{ path: 'until', message: problem }] })
    const row = await writeRequest(ctx, request, {
      snoozedUntil: until,
      snoozedById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      wakesOnAnswer,
      wokeAt: null,
      autoCloseAt: null,
      autoCloseCheckAt: null,
    })
    ctx.emit('request.snoozed', { ...about(request), until, wakesOnAnswer, version: row.version })
    return { requestId: request.id }
  },
})
