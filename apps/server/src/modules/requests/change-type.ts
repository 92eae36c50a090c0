import { stageFor } from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { about, enteredAt, type LoadedRequest, restarted, type TypeRecord, writeRequest } from './store.ts'

/** Gives the request another type: it stands in the first stage of its category there. Values of its fields stay. */
export async function changeType(ctx: Ctx, loaded: LoadedRequest, type: TypeRecord): Promise<LoadedRequest> {
  const { request } = loaded
  if (request.typeId === type.id) return loaded
  const stage = stageFor(type.workflow, request.category)
  if (!stage)
    throw new AppError('NOT_ALLOWED_NOW', 'the other type has no stage for it', { category: request.category })
  const since = enteredAt(ctx, request)
  const row = await writeRequest(ctx, request, {
    typeId: type.id,
    stage: stage.key,
    category: stage.category,
    stageSince: since,
    ...restarted(type, { ...request, category: stage.category }, 'fieldByPerson', ctx.now),
  })
  ctx.emit('request.typeChanged', {
    ...about(request),
    fromType: request.typeId,
    toType: type.id,
    from: request.stage,
    to: stage.key,
    fromCategory: request.category,
    toCategory: stage.category,
    stageMs: since - request.stageSince,
    version: row.version,
  })
  return { ...loaded, request: row, type }
}
