import { canChangeRequest, canMove, stageOf } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { moveTo } from '../ownership.ts'
import { loadRequest } from '../store.ts'

/** Moves to another open stage that the workflow allows. Closing and reopening have commands of their own. */
export const moveStage = command({
  name: 'move-stage',
  action: 'requests.edit',
  load: (ctx, input: { requestId: string; stage: string }) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, input) {
    const { request, type } = loaded
    const stage = stageOf(type.workflow, input.stage)
    if (!stage)
      throw new AppError('INVALID_INPUT', 'no such stage', { issues: [{ path: 'stage', message: 'unknown' }] })
    if (request.stage === stage.key) return { requestId: request.id }
    if (
      request.category === 'closed' ||
      stage.category === 'closed' ||
      !canMove(type.workflow, request.stage, stage.key)
    )
      throw new AppError('NOT_ALLOWED_NOW', 'the workflow has no such move', { from: request.stage, to: stage.key })
    await moveTo(ctx, loaded, stage)
    return { requestId: request.id }
  },
})
