import { and, eq, lte } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about, loadActivity } from '../../activities/index.ts'

/**
 * The time of a call back has come: it goes into its queue and is routed as any work, since when it was due (rules 13, 23).
 * Once, whoever sweeps: NOT_ALLOWED_NOW when it is not due or planned no more. Only the sweep runs it.
 */
export const queueCallback = command({
  name: 'queue-callback',
  action: [],
  load: (ctx, { activityId }: { activityId: string }) => loadActivity(ctx, activityId),
  allow: () => false,
  async run(ctx, { activity }) {
    const { activities, callbacks } = ctx.tx.t
    const [callback] = await ctx.tx
      .update(callbacks)
      .set({ dueAt: null })
      .where(and(eq(callbacks.activityId, activity.id), lte(callbacks.dueAt, ctx.now)))
      .returning({ attempts: callbacks.attempts })
    if (!callback) throw notDue()
    const [row] = await ctx.tx
      .update(activities)
      // Who was asked before its time may be asked again.
      .set({ state: 'waiting', offerRound: ctx.now, version: plus(activities.version, 1) })
      .where(and(eq(activities.id, activity.id), eq(activities.state, 'planned')))
      .returning()
    if (!row || row.queueId === null) throw notDue()
    const reason = callback.attempts === 0 ? 'new' : 'returned'
    ctx.emit('activity.queued', { ...about(row), queueId: row.queueId, reason, version: row.version })
    return { activityId: row.id }
  },
})

const notDue = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it is not due')
