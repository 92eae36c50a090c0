import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { putBack } from '../put-back.ts'

interface UndoInput {
  customerId: string
  /** Of the to-do or deal, when it has one: the change stands in its history. */
  requestId: string | null
  /** The `x-request-id` of the call that made the change. */
  change: string
}

/** Puts back what one call of the same operator has changed in to-dos and deals; refuses as `undoChange` does. */
export const undoFollowUp = command({
  name: 'undo-follow-up',
  action: 'customers.view',
  // The rows are locked by their reversals; only who made the change finds it.
  load: () => Promise.resolve(null),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _none, { customerId, requestId, change }: UndoInput) {
    await putBack(ctx, requestId === null ? { customerId } : { requestId }, change, 'followUps')
    return { ok: true as const }
  },
})
