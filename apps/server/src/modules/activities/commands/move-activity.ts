import { canMoveActivity, whyNotMove } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { resolveCustomerId } from '../../customers/index.ts'
import { findRequest, openRequest, type RequestRecord, restarted, sees, type TypeRecord } from '../../requests/index.ts'
import { moveActivities } from '../move-activities.ts'
import { about, loadVisibleActivity, type VisibleActivity } from '../store.ts'

interface MoveInput {
  activityId: string
  /** null makes a new request. */
  requestId: string | null
}
type Target = { request: RequestRecord; type: TypeRecord }

const mayMove = (actor: Actor, { activity, request, holderIds }: VisibleActivity): boolean =>
  actor.kind === 'operator' && canMoveActivity(actor, activity, { ...request, taskOperatorIds: holderIds })

/** Moves an activity to another open request of the same customer or to a new one (rule 3); both histories say so. */
export const moveActivity = command({
  name: 'move-activity',
  action: 'requests.edit',
  load: (ctx, input: MoveInput) => loadVisibleActivity(ctx, input.activityId),
  allow: ({ actor }, loaded) => mayMove(actor, loaded),
  run: (ctx, loaded, input) => move(ctx, loaded, input.requestId, loaded.activity.customerId),
})

/**
 * Moves an activity to another customer: to an open request of his or to a new one. An action of its own with a right of
 * its own (rule 3). A visitor stays who he is and goes on seeing only what he said and was told himself.
 */
export const moveToCustomer = command({
  name: 'move-to-customer',
  action: 'requests.edit',
  load: (ctx, input: MoveInput & { customerId: string }) => loadVisibleActivity(ctx, input.activityId),
  allow: ({ actor }, loaded) =>
    mayMove(actor, loaded) && actor.kind === 'operator' && actor.permissions.has('customers.edit'),
  async run(ctx, loaded, input) {
    const customerId = await resolveCustomerId(ctx.tx, input.customerId, true)
    if (customerId === null) throw notFound('customer')
    if (customerId === loaded.activity.customerId) throw refusedMove('SAME_CUSTOMER')
    return move(ctx, loaded, input.requestId, customerId)
  },
})

const refusedMove = (problem: string): AppError =>
  new AppError('NOT_ALLOWED_NOW', 'the activity cannot be moved there', { problem })

async function move(ctx: Ctx, loaded: VisibleActivity, requestId: string | null, customerId: string) {
  const { activity, request: from } = loaded
  const known = requestId === null ? null : await targetOf(ctx, requestId)
  const problem = whyNotMove({ activity: { ...activity, customerId }, from, target: known?.request ?? 'new' })
  if (problem) throw refusedMove(problem)
  const target = known ?? (await newTarget(ctx, loaded, customerId))
  const moved = await moveActivities(ctx, [activity.id], from, target.request)
  if (moved.length === 0) throw new AppError('UNAVAILABLE')
  await restart(ctx, from, loaded.type)
  await restart(ctx, target.request, target.type)
  const facts = {
    fromRequestId: from.id,
    fromNumber: from.number,
    fromCustomerId: from.customerId,
    toNumber: target.request.number,
    toCustomerId: customerId,
    isNew: known === null,
    operatorId: activity.operatorId,
    version: activity.version + 1,
  }
  ctx.emit('activity.moved', { ...about({ ...activity, requestId: target.request.id, customerId }), ...facts })
  ctx.emit('activity.moved', { ...about(activity), ...facts })
  return { activityId: activity.id }
}

async function targetOf(ctx: Ctx, requestId: string): Promise<Target> {
  const target = await findRequest(ctx.tx, requestId, true)
  if (!target || !sees(ctx.actor, target)) throw notFound('request')
  return target
}

async function newTarget(ctx: Ctx, { activity, request, type }: VisibleActivity, customerId: string): Promise<Target> {
  const assigneeId = activity.operatorId ?? request.assigneeId
  return {
    type,
    request: await openRequest(ctx, {
      customerId,
      title: activity.title,
      type,
      priority: request.priority,
      queueId: request.queueId,
      assigneeId,
    }),
  }
}

async function restart(ctx: Ctx, request: RequestRecord, type: TypeRecord): Promise<void> {
  const { requests } = ctx.tx.t
  await ctx.tx
    .update(requests)
    .set(restarted(type, request, 'activityMoved', ctx.now))
    .where(eq(requests.id, request.id))
}
