import { canChangeRequest } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { assign } from '../ownership.ts'
import { loadRequest } from '../store.ts'

interface AssignInput {
  requestId: string
  operatorId: string | null
}

/** Gives the request to an operator or back to its queue. Others than oneself need requests.assign. */
export const assignRequest = command({
  name: 'assign-request',
  action: ['requests.edit', 'requests.assign'],
  load: (ctx, input: AssignInput) => loadRequest(ctx, input.requestId),
  allow({ actor }, { request, holderIds }, input) {
    if (actor.kind !== 'operator') return false
    if (actor.permissions.has('requests.assign')) return true
    const isOwnMove = input.operatorId === actor.id || (input.operatorId === null && request.assigneeId === actor.id)
    return isOwnMove && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds })
  },
  async run(ctx, loaded, input) {
    const { request } = loaded
    if (request.category === 'closed')
      throw new AppError('NOT_ALLOWED_NOW', 'the request is closed', { problem: 'CLOSED' })
    if (request.assigneeId === input.operatorId) return { requestId: request.id }
    if (input.operatorId === null && request.queueId === null)
      throw new AppError('NOT_ALLOWED_NOW', 'without a queue the request needs an assignee', { problem: 'NO_QUEUE' })
    if (input.operatorId !== null) {
      const { operators } = ctx.tx.t
      const [operator] = await ctx.tx
        .select({ id: operators.id })
        .from(operators)
        .where(and(eq(operators.id, input.operatorId), eq(operators.isActive, true)))
      if (!operator)
        throw new AppError('INVALID_INPUT', 'no such operator', {
          issues: [{ path: 'operatorId', message: 'unknown' }],
        })
    }
    await assign(ctx, loaded, input.operatorId)
    return { requestId: request.id }
  },
})
