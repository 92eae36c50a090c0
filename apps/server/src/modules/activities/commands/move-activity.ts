import { canChangeActivity, whyNotMove } from '@care/domain'
import { eq } from 'drizzle-orm'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { findRequest, openRequest, type RequestRecord, restarted, sees, type TypeRecord } from '../../requests/index.ts'
import { about, type LoadedActivity, loadVisibleActivity } from '../store.ts'

interface MoveInput {
  activityId: string
  /** null makes a new request. */
  requestId: string | null
}

/** Moves an activity to another open request of the same customer or to a new one (rule 3); both histories say so. */
export const moveActivity = command({
  name: 'move-activity',
  action: 'requests.edit',
  load: (ctx, input: MoveInput) => loadVisibleActivity(ctx, input.activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, loaded, input) {
    const { activity, request: from } = loaded
    const known = input.requestId === null ? null : await targetOf(ctx, input.requestId)
    const problem = whyNotMove({ activity, from, target: known?.request ?? 'new' })
    if (problem) throw new AppError('NOT_ALLOWED_NOW', 'the activity cannot be moved there', { problem })
    const target = known ?? (await newTarget(ctx, loaded))
    const { activities, comments } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ requestId: target.request.id, version: activity.version + 1 })
      .where(eq(activities.id, activity.id))
      .returning()
    if (!row) throw new AppError('UNAVAILABLE')
    await ctx.tx.update(comments).set({ requestId: target.request.id }).where(eq(comments.activityId, activity.id))
    await restart(ctx, from, loaded.type)
    await restart(ctx, target.request, target.type)
    const facts = {
      fromRequestId: from.id,
      fromNumber: from.number,
      toNumber: target.request.number,
      isNew: known === null,
      operatorId: activity.operatorId,
      version: row.version,
    }
    ctx.emit('activity.moved', { ...about(row), ...facts })
    ctx.emit('activity.moved', { ...about(row), ...facts, requestId: from.id })
    return { activityId: activity.id }
  },
})

async function targetOf(ctx: Ctx, requestId: string): Promise<{ request: RequestRecord; type: TypeRecord }> {
  const target = await findRequest(ctx.tx, requestId, true)
  if (!target || !sees(ctx.actor, target)) throw notFound('request')
  return target
}

async function newTarget(
  ctx: Ctx,
  { activity, request, type }: LoadedActivity,
): Promise<{ request: RequestRecord; type: TypeRecord }> {
  const assigneeId = activity.operatorId ?? request.assigneeId
  return {
    type,
    request: await openRequest(ctx, {
      customerId: activity.customerId,
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
