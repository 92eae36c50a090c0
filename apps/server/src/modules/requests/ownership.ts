import { missingFields, nextStages, type Priority } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import {
  about,
  enteredAt,
  findRequest,
  type LoadedRequest,
  restarted,
  type RequestRecord,
  writeRequest,
} from './store.ts'

/** An operator has taken up work on it: he becomes the assignee when there is none, and a new request is active. */
export async function takeUpRequest(ctx: Ctx, requestId: string, operatorId: string): Promise<void> {
  const loaded = await findRequest(ctx.tx, requestId, true)
  if (!loaded || loaded.request.category === 'closed') return
  let { request } = loaded
  await remember(ctx, request, operatorId)
  if (request.assigneeId === null) request = await assign(ctx, loaded, operatorId)
  if (request.category === 'new') await enterStage(ctx, { ...loaded, request }, 'active')
}

/** Who worked on it knows it: reopened work goes to him first (rule 12). No edit, so no version. */
async function remember(ctx: Ctx, request: RequestRecord, operatorId: string): Promise<void> {
  if (request.lastOperatorId === operatorId) return
  const { requests } = ctx.tx.t
  await ctx.tx.update(requests).set({ lastOperatorId: operatorId }).where(eq(requests.id, request.id))
}

/** The operator gave his task back: the request is its queue's again when it was his and has a queue (rule 7). */
export async function releaseRequest(ctx: Ctx, requestId: string, operatorId: string): Promise<void> {
  const loaded = await findRequest(ctx.tx, requestId, true)
  if (!loaded || loaded.request.assigneeId !== operatorId || loaded.request.queueId === null) return
  if (loaded.holderIds.some((holder) => holder === operatorId)) return
  await assign(ctx, loaded, null)
}

/** A task of it was handed over: whoever has it now is in charge, where the one before was and has nothing more of it. */
export async function passOn(ctx: Ctx, loaded: LoadedRequest, from: string, to: string): Promise<void> {
  await remember(ctx, loaded.request, to)
  if (loaded.request.assigneeId !== from || loaded.holderIds.includes(from)) return
  await assign(ctx, loaded, to)
}

/** Its work goes to another queue, and with it the request; nobody is in charge until somebody takes it there. */
export async function changeQueue(ctx: Ctx, requestId: string, queueId: string): Promise<void> {
  const loaded = await findRequest(ctx.tx, requestId, true)
  if (!loaded || loaded.request.queueId === queueId) return
  const { request, type } = loaded
  const row = await writeRequest(ctx, request, {
    queueId,
    ...(ctx.actor.kind === 'operator' ? restarted(type, request, 'fieldByPerson', ctx.now) : {}),
  })
  const fields = { queueId: { from: request.queueId, to: queueId } }
  ctx.emit('request.edited', { ...about(request), fields, version: row.version })
}

/** Its priority, and with it the place of its waiting work. */
export async function changePriority(ctx: Ctx, { request, type }: LoadedRequest, priority: Priority): Promise<void> {
  const row = await writeRequest(ctx, request, { priority, ...restarted(type, request, 'fieldByPerson', ctx.now) })
  const fields = { priority: { from: request.priority, to: priority } }
  ctx.emit('request.edited', { ...about(request), fields, version: row.version })
}

export async function assign(
  ctx: Ctx,
  { request, type }: Pick<LoadedRequest, 'request' | 'type'>,
  operatorId: string | null,
): Promise<RequestRecord> {
  const byPerson = ctx.actor.kind === 'operator'
  const row = await writeRequest(ctx, request, {
    assigneeId: operatorId,
    ...(operatorId === null ? {} : { lastOperatorId: operatorId }),
    ...(byPerson ? restarted(type, request, 'assigneeByPerson', ctx.now) : {}),
  })
  ctx.emit('request.assigned', { ...about(request), from: request.assigneeId, to: operatorId, version: row.version })
  return row
}

/** Moves to the next stage of a category because of what happened, not because somebody chose it. */
export async function enterStage(
  ctx: Ctx,
  { request, type }: LoadedRequest,
  category: 'active' | 'waiting',
): Promise<RequestRecord> {
  if (request.category === category) return request
  // Where the type has no such way, or asks for something first, it stays until a person moves it.
  const stage = nextStages(type.workflow, request.stage).find((next) => next.category === category)
  if (!stage || missingFields(type.fields, request.attributes, stage).length > 0) return request
  return moveTo(ctx, { request, type }, stage)
}

export async function moveTo(
  ctx: Ctx,
  { request, type }: Pick<LoadedRequest, 'request' | 'type'>,
  stage: { key: string; category: RequestRecord['category'] },
  since = enteredAt(ctx, request),
): Promise<RequestRecord> {
  const byPerson = ctx.actor.kind === 'operator'
  const row = await writeRequest(ctx, request, {
    stage: stage.key,
    category: stage.category,
    stageSince: since,
    ...(byPerson ? restarted(type, { ...request, category: stage.category }, 'stageByPerson', ctx.now) : {}),
  })
  ctx.emit('request.stageMoved', {
    ...about(request),
    from: request.stage,
    to: stage.key,
    fromCategory: request.category,
    toCategory: stage.category,
    // An undo puts it back to a time before: it was in the stage that it leaves until now.
    stageMs: Math.max(since, ctx.now) - request.stageSince,
    version: row.version,
  })
  return row
}
