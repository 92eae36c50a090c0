import { canChangeRequest } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadRequest, restarted, writeRequest } from '../store.ts'

/** Restarts the auto-close clock by hand. Refuses a closed request. */
export const keepOpen = command({
  name: 'keep-open',
  action: 'requests.edit',
  load: (ctx, input: { requestId: string }) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, { request, type }) {
    if (request.category === 'closed') throw new AppError('NOT_ALLOWED_NOW', 'the request is closed')
    const row = await writeRequest(ctx, request, restarted(type, request, 'fieldByPerson', ctx.now))
    ctx.emit('request.keptOpen', { ...about(request), version: row.version })
    return { requestId: request.id }
  },
})
