import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { dialOf } from '../store.ts'

/**
 * Marks that the phone system is being asked to dial, before it is: after a crash in between nobody is called twice.
 * NOT_ALLOWED_NOW when it was asked already, or the operator has hung up meanwhile.
 */
export const beginDial = command({
  name: 'begin-dial',
  action: [],
  async load({ tx }, { activityId }: { activityId: string }) {
    const dial = await dialOf(tx, activityId)
    if (!dial) throw notFound('call')
    return dial
  },
  allow: () => false,
  async run(ctx, { activityId }) {
    const { phoneDials, activities } = ctx.tx.t
    const [activity] = await ctx.tx
      .select({ state: activities.state })
      .from(activities)
      .where(eq(activities.id, activityId))
    if (activity?.state !== 'active') throw new AppError('NOT_ALLOWED_NOW', 'the call is over')
    const [row] = await ctx.tx
      .update(phoneDials)
      .set({ state: 'asked' })
      .where(and(eq(phoneDials.activityId, activityId), eq(phoneDials.state, 'owed')))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it was asked already')
    return row
  },
})
