import { canChangeRequest, canSeeRequest, limits, permissionsOf } from '@care/domain'
import { and, count, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, type LoadedRequest, loadRequest } from '../store.ts'

export interface FollowInput {
  requestId: string
  operatorId: string
}

const mayFollow = ({ actor }: Ctx, { request, holderIds }: LoadedRequest, { operatorId }: FollowInput): boolean =>
  actor.kind === 'operator' &&
  (operatorId === actor.id || canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }))

/**
 * Makes somebody who sees the request its follower: oneself, or by who may change it a colleague. Refuses NOT_ALLOWED_NOW
 * for a colleague who does not see it, because he could not read what he would be told of.
 */
export const followRequest = command({
  name: 'follow-request',
  action: 'requests.view',
  load: (ctx, input: FollowInput) => loadRequest(ctx, input.requestId),
  allow: mayFollow,
  async run(ctx, loaded, { requestId, operatorId }) {
    if (!(await seesIt(ctx, loaded, operatorId)))
      throw new AppError('NOT_ALLOWED_NOW', 'the operator does not see this request', { operatorId })
    const { requestFollowers } = ctx.tx.t
    const [known] = await ctx.tx
      .select({ total: count() })
      .from(requestFollowers)
      .where(eq(requestFollowers.requestId, requestId))
    if (Number(known?.total ?? 0) >= limits.followers)
      throw new AppError('NOT_ALLOWED_NOW', 'it has too many followers')
    const [added] = await ctx.tx
      .insert(requestFollowers)
      .values({ requestId, operatorId, since: ctx.now })
      .onConflictDoNothing()
      .returning()
    if (added) ctx.emit('request.followed', { ...about(loaded.request), operatorId })
    return { requestId }
  },
})

/** Takes a follower off: oneself, or by who may change the request anybody. */
export const unfollowRequest = command({
  name: 'unfollow-request',
  action: 'requests.view',
  load: (ctx, input: FollowInput) => loadRequest(ctx, input.requestId),
  allow: mayFollow,
  async run(ctx, { request }, { requestId, operatorId }) {
    const { requestFollowers } = ctx.tx.t
    const [gone] = await ctx.tx
      .delete(requestFollowers)
      .where(and(eq(requestFollowers.requestId, requestId), eq(requestFollowers.operatorId, operatorId)))
      .returning()
    if (gone) ctx.emit('request.unfollowed', { ...about(request), operatorId })
    return { requestId }
  },
})

async function seesIt(ctx: Ctx, { request, taskOperatorIds }: LoadedRequest, operatorId: string): Promise<boolean> {
  const { operators, queueMembers } = ctx.tx.t
  const [operator] = await ctx.tx
    .select({ role: operators.role })
    .from(operators)
    .where(and(eq(operators.id, operatorId), eq(operators.isActive, true)))
  if (!operator) return false
  const queues = await ctx.tx
    .select({ id: queueMembers.queueId })
    .from(queueMembers)
    .where(eq(queueMembers.operatorId, operatorId))
  const viewer = {
    id: operatorId,
    operatorId,
    permissions: permissionsOf(operator.role),
    queueIds: new Set(queues.map(({ id }) => id)),
  }
  return canSeeRequest(viewer, { ...request, taskOperatorIds })
}
