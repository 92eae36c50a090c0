import type { RequestPatch } from '@care/contract'
import { canChangeRequest, foldText, stageOf } from '@care/domain'
import { eq } from 'drizzle-orm'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { changedSince } from '../conflict.ts'
import { typeById } from '../open-request.ts'
import { about, loadRequest, restarted, type RequestRecord, writeRequest } from '../store.ts'

interface EditInput {
  requestId: string
  version: number
  patch: RequestPatch
}
const privateFields = new Set(['title', 'description'])

/** Changes fields of an open or closed request. Refuses with what changed and by whom when `version` is old (rule 4). */
export const editRequest = command({
  name: 'edit-request',
  action: 'requests.edit',
  load: (ctx, input: EditInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, { patch, version }) {
    const { request } = loaded
    if (request.version !== version) throw await changedSince(ctx, request, version, Object.keys(patch))
    const type =
      patch.typeId === undefined || patch.typeId === request.typeId ? loaded.type : await typeById(ctx, patch.typeId)
    if (!stageOf(type.workflow, request.stage))
      throw new AppError('NOT_ALLOWED_NOW', 'the other type has no such stage', { stage: request.stage })
    if (patch.queueId !== undefined) await requireQueue(ctx, patch.queueId)
    const fields = changedFields(request, normalised(patch))
    if (Object.keys(fields).length === 0) return { requestId: request.id }
    const after = Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, change.to]))
    const row = await writeRequest(ctx, request, {
      ...after,
      ...restarted(type, request, 'fieldByPerson', ctx.now),
    })
    const facts = Object.fromEntries(
      Object.entries(fields).map(([name, change]) => [
        name,
        privateFields.has(name) ? { from: null, to: null } : change,
      ]),
    )
    ctx.emit('request.edited', { ...about(request), fields: facts, version: row.version })
    return { requestId: request.id }
  },
})

/** Tags are unique however they are written. */
function normalised(patch: RequestPatch): Partial<RequestRecord> {
  const { tags, ...rest } = patch
  const clean = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return tags === undefined ? clean : { ...clean, tags: [...new Map(tags.map((tag) => [foldText(tag), tag])).values()] }
}

function changedFields(
  request: RequestRecord,
  patch: Partial<RequestRecord>,
): Record<string, { from: unknown; to: unknown }> {
  const before = request as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(patch)
      .filter(([name, to]) => JSON.stringify(before[name]) !== JSON.stringify(to))
      .map(([name, to]) => [name, { from: before[name] ?? null, to }]),
  )
}

async function requireQueue(ctx: Ctx, queueId: string): Promise<void> {
  const { queues } = ctx.tx.t
  const [queue] = await ctx.tx.select({ id: queues.id }).from(queues).where(eq(queues.id, queueId))
  if (!queue)
    throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueId', message: 'unknown' }] })
}
