import { canChangeRequest } from '@care/domain'
import { command } from '../../../kernel/command.ts'
import { assign } from '../ownership.ts'
import { reopen } from '../reopening.ts'
import { loadRequest } from '../store.ts'

/** Opens a closed request again by hand; who does it becomes its assignee when nobody is. */
export const reopenRequest = command({
  name: 'reopen-request',
  action: 'requests.close',
  load: (ctx, input: { requestId: string }) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded) {
    const request = await reopen(ctx, loaded)
    if (request.assigneeId === null && ctx.actor.kind === 'operator')
      await assign(ctx, { ...loaded, request }, ctx.actor.id)
    return { requestId: request.id }
  },
})
