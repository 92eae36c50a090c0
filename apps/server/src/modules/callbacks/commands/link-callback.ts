import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { mayChange, withHolders } from '../rights.ts'
import { loadCallback } from '../store.ts'

/** A new link for the customer, given to him by an operator; the one before opens nothing any more. */
export const linkCallback = command({
  name: 'link-callback',
  action: 'requests.edit',
  load: async (ctx, { activityId }: { activityId: string; linkHash: string }) =>
    withHolders(ctx, await loadCallback(ctx, activityId)),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  async run(ctx, { loaded }, { linkHash }) {
    const { callbacks } = ctx.tx.t
    const { activityId } = loaded.callback
    await ctx.tx.update(callbacks).set({ linkHash }).where(eq(callbacks.activityId, activityId))
    return { activityId }
  },
})
