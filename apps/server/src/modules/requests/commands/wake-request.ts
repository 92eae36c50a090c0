import { canChangeRequest } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { wake } from '../snoozing.ts'
import { loadRequest } from '../store.ts'

export interface WakeInput {
  requestId: string
  /** Only when its time has come by then, epoch ms; set by the sweep. */
  onlyIfDueBy?: number
}

/** Ends the snooze, by hand or because its time has come. Refuses with NOT_ALLOWED_NOW what does not sleep or is not due. */
export const wakeRequest = command({
  name: 'wake-request',
  action: 'requests.edit',
  load: (ctx, input: WakeInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, { onlyIfDueBy }) {
    const { snoozedUntil } = loaded.request
    if (snoozedUntil === null) throw new AppError('NOT_ALLOWED_NOW', 'it is not snoozed')
    if (onlyIfDueBy !== undefined && snoozedUntil > onlyIfDueBy) throw new AppError('NOT_ALLOWED_NOW', 'not due')
    await wake(ctx, loaded, onlyIfDueBy === undefined ? 'byHand' : 'time')
    return { requestId: loaded.request.id }
  },
})
