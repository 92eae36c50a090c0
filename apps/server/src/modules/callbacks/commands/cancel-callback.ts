import { eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { endActivityRow } from '../../activities/index.ts'
import type {} from '../events.ts'
import { byLink, mayChange, withHolders } from '../rights.ts'
import { loadCallback, type LoadedCallback, ofCallback } from '../store.ts'

/** Nobody is to call any more; also while it is in the own progress. Again it changes nothing. */
export const cancelCallback = command({
  name: 'cancel-callback',
  action: 'requests.edit',
  load: async (ctx, { activityId }: { activityId: string }) => withHolders(ctx, await loadCallback(ctx, activityId)),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  run: (ctx, { loaded }) => cancel(ctx, loaded, 'operator'),
})

/** The same by the customer, through his link, unless he is being called just now. NOT_FOUND for a link that is none. */
export const cancelCallbackByLink = command({
  name: 'cancel-callback-by-link',
  action: 'nobody',
  load: (ctx, { linkHash }: { linkHash: string }) => byLink(ctx, linkHash),
  allow: () => true,
  async run(ctx, loaded) {
    if (loaded.activity.state === 'active')
      throw new AppError('NOT_ALLOWED_NOW', 'he is being called just now', { problem: 'calling' })
    return cancel(ctx, loaded, 'customer')
  },
})

/** Ends it as cancelled; again it changes nothing. NOT_ALLOWED_NOW when it is over. A step of the commands here and of undo. */
export async function cancel(ctx: Ctx, { activity, callback }: LoadedCallback, by: 'customer' | 'operator') {
  if (callback.cancelledAt !== null) return { activityId: activity.id }
  const row = await endActivityRow(ctx, activity, by === 'customer' ? 'customerLeft' : 'operatorEnded')
  if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is over', { problem: 'over' })
  const { callbacks } = ctx.tx.t
  await ctx.tx
    .update(callbacks)
    .set({ cancelledAt: ctx.now, cancelledBy: by, dueAt: null })
    .where(eq(callbacks.activityId, activity.id))
  ctx.emit('callback.cancelled', { ...ofCallback(row), by, version: row.version })
  return { activityId: row.id }
}
