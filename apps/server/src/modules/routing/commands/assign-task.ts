import { media } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { findRequest, sees } from '../../requests/index.ts'
import type {} from '../events.ts'
import { mayHandleTasks } from '../members.ts'
import { stopRinging } from '../offers.ts'
import { lockPresence } from '../presence-row.ts'
import { alreadyTaken, refuseSecondCall, refuseWithoutLine, startTask } from '../start-task.ts'
import { type ActivityRecord, aboutTask, loadActivity } from '../store.ts'
import { passTask } from '../transfers.ts'

interface AssignTask {
  activityId: string
  operatorId: string
  /** The caller saw it waiting: what somebody has taken meanwhile stays his. */
  onlyWaiting?: boolean
}

/**
 * Gives a task that waits, rings or is in progress with somebody to an operator, without asking him (requests.assign).
 * May exceed his capacity and skills (rule 17). Refuses with NOT_ALLOWED_NOW what has ended, a live talk for somebody who is
 * not there, a second call and a call for which his phone would not ring (row K2); with ALREADY_TAKEN when somebody was faster.
 */
export const assignTask = command({
  name: 'assign-task',
  action: 'requests.assign',
  async load(ctx, input: AssignTask) {
    const activity = await loadActivity(ctx, input.activityId)
    const request = await findRequest(ctx.tx, activity.requestId)
    if (!request || !sees(ctx.actor, request)) throw notFound('activity')
    return activity
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, activity, { operatorId: to, onlyWaiting = false }) {
    const answer = { activityId: activity.id, requestId: activity.requestId }
    const from = activity.state === 'active' ? activity.operatorId : null
    if (from === to) return answer
    if (activity.state === 'wrapUp' || activity.state === 'ended')
      throw new AppError('NOT_ALLOWED_NOW', 'it has ended', { problem: 'ENDED' })
    if (from !== null && onlyWaiting) throw await alreadyTaken(ctx, activity.id)
    await refuseUnable(ctx, activity, to)
    await refuseSecondCall(ctx, activity, to)
    await refuseWithoutLine(ctx, activity, to)
    if (from === null) await stopRingingAtOthers(ctx, activity, to)
    const isHis =
      from === null
        ? await startTask(ctx, activity, to, 'assigned')
        : await passTask(ctx, activity, from, to, { how: 'assigned' })
    if (!isHis) throw await alreadyTaken(ctx, activity.id)
    return answer
  },
})

/** An account that handles tasks; for a customer who waits, also somebody who is there. */
async function refuseUnable(ctx: Ctx, activity: ActivityRecord, operatorId: string): Promise<void> {
  const { operators } = ctx.tx.t
  const [who] = await ctx.tx
    .select({ role: operators.role, isActive: operators.isActive })
    .from(operators)
    .where(eq(operators.id, operatorId))
  if (!who?.isActive || !mayHandleTasks(who.role))
    throw new AppError('INVALID_INPUT', 'no such operator', { issues: [{ path: 'operatorId', message: 'unknown' }] })
  if (!media[activity.medium].isLive) return
  const there = await lockPresence(ctx, operatorId)
  if (!there?.isConnected) throw new AppError('NOT_ALLOWED_NOW', 'he is not there', { problem: 'NOT_THERE' })
}

async function stopRingingAtOthers(ctx: Ctx, activity: ActivityRecord, to: string): Promise<void> {
  const { offeredToId } = activity
  if (offeredToId === null || offeredToId === to) return
  for (const id of [offeredToId, to].toSorted()) await lockPresence(ctx, id)
  await stopRinging(ctx, activity, offeredToId, 'withdrawn')
  ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId: offeredToId, reason: 'byHand' })
}
