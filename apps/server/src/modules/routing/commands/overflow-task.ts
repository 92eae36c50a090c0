import { overflowOf } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { locked, plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { changeQueue } from '../../requests/index.ts'
import type {} from '../events.ts'
import { overflowSettings } from '../overflow.ts'
import { aboutTask } from '../store.ts'

/** A queue that is closed now may open: what could not go there is looked at again after so long. */
const againMs = 60_000

/**
 * Work has waited longer than its queue's limit: it goes on waiting in another queue at its old place and age, its
 * customer is offered something else, or both (rule 18). NOT_ALLOWED_NOW when it is not due or waits no more. Only the
 * sweep runs it.
 */
export const overflowTask = command({
  name: 'overflow-task',
  action: [],
  async load({ tx }, { activityId }: { activityId: string }) {
    const { activities } = tx.t
    const [row] = await locked(tx, tx.select().from(activities).where(eq(activities.id, activityId)), activities)
    if (!row) throw notFound('activity')
    return row
  },
  allow: () => false,
  async run(ctx, activity) {
    const { queueId: fromQueueId, overflowAt, overflowPath: path, state } = activity
    if (state !== 'waiting' || fromQueueId === null || overflowAt === null || overflowAt > ctx.now) throw notDue()
    const queue = await overflowSettings(ctx.tx, fromQueueId, ctx.now)
    const target = await overflowSettings(ctx.tx, queue?.overflowQueueId ?? null, ctx.now)
    if (!queue) throw notDue()
    const { toQueueId, offer } = overflowOf(queue, target, path)
    const isNewOffer = offer !== null && offer !== activity.overflowOffer
    const isLater = toQueueId === null && target !== null && target.isActive && !target.isOpen
    const seconds = target?.overflowSeconds ?? null
    const nextAt = seconds === null ? null : ctx.now + seconds * 1000
    const { activities } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({
        overflowAt: toQueueId === null ? (isLater ? ctx.now + againMs : null) : nextAt,
        overflowOffer: offer ?? activity.overflowOffer,
        // Nobody of the other queue has been asked yet.
        ...(toQueueId === null
          ? {}
          : { queueId: toQueueId, overflowPath: [...path, fromQueueId], offerRound: ctx.now }),
        ...(toQueueId === null && !isNewOffer ? {} : { version: plus(activities.version, 1) }),
      })
      .where(
        and(eq(activities.id, activity.id), eq(activities.state, 'waiting'), eq(activities.overflowAt, overflowAt)),
      )
      .returning()
    if (!row) throw notDue()
    if (toQueueId !== null) await changeQueue(ctx, activity.requestId, toQueueId)
    if (toQueueId !== null || isNewOffer)
      ctx.emit('task.overflowed', {
        ...aboutTask(row),
        queueId: toQueueId ?? fromQueueId,
        fromQueueId,
        offer: isNewOffer ? offer : null,
        version: row.version,
      })
    return { toQueueId }
  },
})

const notDue = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it is not due')
