import { command } from '../../../kernel/command.ts'
import { about, lockRequest } from '../../requests/index.ts'
import type {} from '../events.ts'
import { putBack } from '../put-back.ts'

export interface UndoInput {
  requestId: string
  /** The `x-request-id` of the call that made the change. */
  change: string
  /** How long after it that is possible; a minute unless the caller on the server says more. */
  withinMs?: number
}

/**
 * Puts back what one call of the same operator has changed in a request and its activities, all of it or nothing. Refuses
 * with NOT_FOUND what is no own change of this request, NOT_ALLOWED_NOW what is longer ago than a minute, cannot be put
 * back, or has changed since.
 */
export const undoChange = command({
  name: 'undo-change',
  action: 'requests.view',
  // Not only what he sees now: what he gave away a moment ago may be out of his sight.
  load: (ctx, input: UndoInput) => lockRequest(ctx, input.requestId),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { request }, { change, withinMs }) {
    const of = await putBack(ctx, { requestId: request.id }, change, 'requests', withinMs)
    ctx.emit('change.undone', { ...about(request), change, of })
    return { requestId: request.id }
  },
})
