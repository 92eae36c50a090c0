import { canChangeRequest, type Priority } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { changePriority } from '../ownership.ts'
import { loadRequest } from '../store.ts'

/** Chooses a priority from a list, where nobody has the version before his eyes: the last one counts. Undoable. */
export const setPriority = command({
  name: 'set-priority',
  action: 'requests.edit',
  load: (ctx, input: { requestId: string; priority: Priority }) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, { priority }) {
    if (loaded.request.category === 'closed')
      throw new AppError('NOT_ALLOWED_NOW', 'the request is closed', { problem: 'CLOSED' })
    if (loaded.request.priority !== priority) await changePriority(ctx, loaded, priority)
    return { requestId: loaded.request.id }
  },
})
