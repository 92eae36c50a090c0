import { type Attributes, canChangeRequest, canMove, stageOf } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { moveTo } from '../ownership.ts'
import { fillIn, requireFields } from '../own-fields.ts'
import { loadRequest } from '../store.ts'

export interface MoveInput {
  requestId: string
  stage: string
  /** What the stage asks for; written with the move or not at all. */
  attributes?: Attributes
}

/**
 * Moves to another open stage that the workflow allows. Refuses FIELDS_REQUIRED with what must be filled in first. Closing
 * and reopening have commands of their own.
 */
export const moveStage = command({
  name: 'move-stage',
  action: 'requests.edit',
  load: (ctx, input: MoveInput) => loadRequest(ctx, input.requestId),
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
    const filled = await fillIn(ctx, loaded, input.attributes)
    requireFields(type, filled.request.attributes, stage)
    await moveTo(ctx, filled, stage)
    return { requestId: request.id }
  },
})
