import { canChangeRequest } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { changeQueue } from '../ownership.ts'
import { loadRequest } from '../store.ts'

/**
 * Moves a request into another queue, chosen from a list; what of it waits goes along in its old place, what rings stops
 * ringing and goes along too. Refuses a closed one and an unknown queue. Undoable.
 */
export const moveToQueue = command({
  name: 'move-to-queue',
  action: 'requests.edit',
  load: (ctx, input: { requestId: string; queueId: string }) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, { request }, { queueId }) {
    if (request.category === 'closed')
      throw new AppError('NOT_ALLOWED_NOW', 'the request is closed', { problem: 'CLOSED' })
    const { queues } = ctx.tx.t
    const [queue] = await ctx.tx
      .select({ id: queues.id })
      .from(queues)
      .where(and(eq(queues.id, queueId), eq(queues.isActive, true)))
    if (!queue)
      throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueId', message: 'unknown' }] })
    await changeQueue(ctx, request.id, queueId)
    return { requestId: request.id }
  },
})
