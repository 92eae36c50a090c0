import type { RequestPatch } from '@care/contract'
import { canChangeRequest, foldText } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { changeType } from '../change-type.ts'
import { changesOf, emitEdited } from '../changes.ts'
import { changedSince } from '../conflict.ts'
import { requireLocation, typeById } from '../open-request.ts'
import { attributesAfter } from '../own-fields.ts'
import { loadRequest, restarted, type RequestRecord, writeRequest } from '../store.ts'

interface EditInput {
  requestId: string
  version: number
  patch: RequestPatch
}

/** Changes fields of an open or closed request. Refuses with what changed and by whom when `version` is old (rule 4). */
export const editRequest = command({
  name: 'edit-request',
  action: 'requests.edit',
  load: (ctx, input: EditInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, before, { patch, version }) {
    const { request: known } = before
    if (known.version !== version) throw await changedSince(ctx, known, version, Object.keys(patch))
    const { typeId, attributes, ...rest } = patch
    if (rest.queueId !== undefined) await requireQueue(ctx, rest.queueId)
    if (rest.locationId) await requireLocation(ctx, rest.locationId)
    const loaded = typeId === undefined ? before : await changeType(ctx, before, await typeById(ctx, typeId))
    const { request, type } = loaded
    const wanted = {
      ...normalised(rest),
      ...(attributes === undefined ? {} : { attributes: await attributesAfter(ctx, loaded, attributes) }),
    }
    const changes = changesOf(request, type, wanted)
    if (changes.length === 0) return { requestId: request.id }
    const row = await writeRequest(ctx, request, {
      ...wanted,
      ...restarted(type, request, 'fieldByPerson', ctx.now),
    })
    emitEdited(ctx, row, changes)
    return { requestId: request.id }
  },
})

/** Tags are unique however they are written. */
function normalised({ tags, ...rest }: Omit<RequestPatch, 'typeId' | 'attributes'>): Partial<RequestRecord> {
  const clean = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return tags === undefined ? clean : { ...clean, tags: [...new Map(tags.map((tag) => [foldText(tag), tag])).values()] }
}

async function requireQueue(ctx: Ctx, queueId: string): Promise<void> {
  const { queues } = ctx.tx.t
  const [queue] = await ctx.tx
    .select({ id: queues.id })
    .from(queues)
    .where(and(eq(queues.id, queueId), eq(queues.isActive, true)))
  if (!queue)
    throw new AppError('INVALID_INPUT', 'no such queue', { issues: [{ path: 'queueId', message: 'unknown' }] })
}
