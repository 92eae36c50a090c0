import { isTalkOver } from '@care/domain'
import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import { plus } from '../../db/sql.ts'
import { AppError, changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Reversals } from '../../kernel/module.ts'
import { keepWrapUpDraft } from '../activities/index.ts'
import type {} from './events.ts'
import { giveBack } from './give-back.ts'
import { closeOfferRow } from './offers.ts'
import { lockPresence } from './presence-row.ts'
import { type ActivityRecord, aboutTask, loadActivity, notHanded, notOffered, waitIsOver } from './store.ts'
import { endTransfer, passTask } from './transfers.ts'

/** So long at least a wrap-up goes on whose end was undone. */
const backInWrapUpMs = 30_000

/** How what happened to a task is put back. */
export const routingReversals: Reversals = {
  'transfer.offered': async (ctx, { facts, at }) => {
    const activity = await loadActivity(ctx, facts.activityId)
    if (activity.transferToId !== facts.toId || activity.transferAt !== at) throw changedSince()
    await endTransfer(ctx, activity, 'withdrawn')
  },
  // Back into the queue it came from; its return, which came before, is put back after this.
  'task.transferred': async (ctx, { facts }) => {
    const { activities } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ queueId: facts.fromQueueId, ...notHanded })
      .where(
        and(
          eq(activities.id, facts.activityId),
          eq(activities.queueId, facts.queueId ?? ''),
          facts.groupId === undefined ? isNull(activities.groupId) : eq(activities.groupId, facts.groupId),
          inArray(activities.state, ['waiting', 'offered']),
        ),
      )
      .returning({ id: activities.id })
    if (!row) throw changedSince()
  },
  // To whoever had it in progress, also above his capacity (rule 17); what had waited waits on in its old place.
  'activity.ended': async (ctx, { facts }) => {
    const activity = await loadActivity(ctx, facts.activityId)
    if (!isTalkOver(activity.state) || activity.version !== facts.version) throw changedSince()
    // Who has hung up is gone.
    if (activity.medium === 'call') throw new AppError('NOT_ALLOWED_NOW', 'a call that has ended cannot go on')
    const { operatorId, queueId } = facts
    if (operatorId !== null) return resume(ctx, activity, operatorId, ['ended', 'wrapUp'])
    if (facts.plannedFor !== undefined) return planAgain(ctx, activity, facts.plannedFor)
    if (queueId === null) throw changedSince()
    const { activities } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ ...goesOn(activity), state: 'waiting', version: plus(activities.version, 1) })
      .where(and(eq(activities.id, activity.id), eq(activities.version, activity.version)))
      .returning({ version: activities.version })
    if (!row) throw changedSince()
    const { requestId, activityId, customerId } = aboutTask(activity)
    ctx.emit('activity.queued', { requestId, activityId, customerId, queueId, reason: 'undone', version: row.version })
  },
  // Into wrap-up again, with some time at least; a comment stays where it was said.
  'wrapUp.ended': async (ctx, { facts }) => {
    await lockPresence(ctx, facts.operatorId)
    const { activities } = ctx.tx.t
    const until = Math.max(facts.until, ctx.now + backInWrapUpMs)
    const [row] = await ctx.tx
      .update(activities)
      .set({ state: 'wrapUp', outcome: null, wrapUpUntil: until, version: facts.version + 1 })
      .where(
        and(eq(activities.id, facts.activityId), eq(activities.state, 'ended'), eq(activities.version, facts.version)),
      )
      .returning({ version: activities.version })
    if (!row) throw changedSince()
    const chosen = facts.isDefault || facts.why === 'closed' ? null : facts.outcome
    await keepWrapUpDraft(ctx, facts.activityId, { outcome: chosen, comment: '' })
    const { activityId, requestId, customerId, operatorId } = facts
    const about = { activityId, requestId, customerId, operatorId }
    ctx.emit('wrapUp.extended', { ...about, from: facts.until, to: until, version: row.version })
  },
  // What was given to somebody goes back to who had it, or to its old place in the queue. Taking and accepting are undone
  // by giving back.
  'task.accepted': async (ctx, { facts }) => {
    const { from, operatorId } = facts
    if (facts.how !== 'assigned' || from === undefined) throw new AppError('NOT_ALLOWED_NOW', 'it cannot be undone')
    const activity = await loadActivity(ctx, facts.activityId)
    if (activity.state !== 'active' || activity.operatorId !== operatorId || activity.version !== facts.version)
      throw changedSince()
    if (from !== null) {
      if (!(await passTask(ctx, activity, operatorId, from, { how: 'undo' }))) throw changedSince()
      return
    }
    await lockPresence(ctx, operatorId)
    await giveBack(ctx, activity, operatorId, 'undone')
  },
  // Until a colleague has accepted it; at whom it rings, it rings no more.
  'task.returned': async (ctx, { facts, at }) => {
    await lockPresence(ctx, facts.operatorId)
    const activity = await loadActivity(ctx, facts.activityId)
    if (activity.offerRound !== at) throw changedSince()
    if (activity.offeredToId !== null) {
      await closeOfferRow(ctx, activity.id, 'withdrawn')
      ctx.emit('offer.withdrawn', { ...aboutTask(activity), operatorId: activity.offeredToId, reason: 'byHand' })
    }
    await resume(ctx, activity, facts.operatorId, ['waiting', 'offered'])
  },
}

/** Columns of an activity that is not at its end after all. */
const goesOn = ({ lastLineAuthor, lastCustomerMessageAt }: ActivityRecord) => ({
  endedAt: null,
  endReason: null,
  outcome: null,
  wrapUpUntil: null,
  waitingSince: lastLineAuthor === 'customer' ? lastCustomerMessageAt : null,
})

/** What had waited for its time waits for it again, however little is left of that: it is due at once when it is over. */
async function planAgain(ctx: Ctx, activity: ActivityRecord, dueAt: number): Promise<void> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({ ...goesOn(activity), state: 'planned', version: plus(activities.version, 1) })
    .where(and(eq(activities.id, activity.id), eq(activities.version, activity.version)))
    .returning({ version: activities.version })
  if (!row) throw changedSince()
  const { requestId, activityId, customerId } = aboutTask(activity)
  const { queueId } = activity
  ctx.emit('activity.plannedAgain', { requestId, activityId, customerId, queueId, dueAt, version: row.version })
}

async function resume(
  ctx: Ctx,
  activity: ActivityRecord,
  operatorId: string,
  from: Array<ActivityRecord['state']>,
): Promise<void> {
  const { activities } = ctx.tx.t
  const [row] = await ctx.tx
    .update(activities)
    .set({
      ...goesOn(activity),
      ...notOffered,
      ...waitIsOver,
      state: 'active',
      operatorId,
      acceptedAt: activity.acceptedAt ?? ctx.now,
      version: plus(activities.version, 1),
    })
    .where(and(eq(activities.id, activity.id), inArray(activities.state, from)))
    .returning({ version: activities.version })
  if (!row) throw changedSince()
  ctx.emit('task.accepted', { ...aboutTask(activity), operatorId, how: 'undo', waitedMs: 0, version: row.version })
}
