import { isTalkOver } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { AppError, changedSince } from '../../kernel/app-error.ts'
import type { Reversals } from '../../kernel/module.ts'
import { cancel } from './commands/cancel-callback.ts'
import type {} from './events.ts'
import { loadCallback } from './store.ts'

/** How what an operator did with a call back is put back. */
export const callbackReversals: Reversals = {
  // Its activity goes on by the reversal of its end, which came before.
  'callback.cancelled': async (ctx, { facts, at }) => {
    const { callbacks } = ctx.tx.t
    const [row] = await ctx.tx
      .update(callbacks)
      .set({ cancelledAt: null, cancelledBy: null })
      .where(and(eq(callbacks.activityId, facts.activityId), eq(callbacks.cancelledAt, at)))
      .returning({ activityId: callbacks.activityId })
    if (!row) throw changedSince()
  },
  // What was planned a moment ago is cancelled: the log only grows. Moving has another move.
  'callback.planned': async (ctx, { facts }) => {
    if (facts.why !== 'byOperator') throw new AppError('NOT_ALLOWED_NOW', 'it cannot be undone')
    const loaded = await loadCallback(ctx, facts.activityId)
    const { activity, callback } = loaded
    const isAsItWas = activity.version === facts.version && callback.slotFrom === facts.dueAt
    if (isTalkOver(activity.state) || !isAsItWas) throw changedSince()
    await cancel(ctx, loaded, 'operator')
  },
}
