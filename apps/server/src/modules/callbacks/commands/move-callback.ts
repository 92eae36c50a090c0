import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { byLink, mayChange, withHolders } from '../rights.ts'
import { loadCallback, type LoadedCallback, ofCallback, planAgain, requireTime, takeSlot } from '../store.ts'
import type { Ctx } from '../../../kernel/command.ts'

/** Another time for a call back that nobody has in progress. INVALID_INPUT for one that is over or too far away. */
export const moveCallback = command({
  name: 'move-callback',
  action: 'requests.edit',
  load: (ctx, { activityId }: { activityId: string; at: number }) => ofLoaded(ctx, activityId),
  allow: ({ actor }, subject) => mayChange(actor, subject),
  async run(ctx, { loaded }, { at }) {
    requireTime(at, ctx.now)
    return move(ctx, loaded, at)
  },
})

/** The same by the customer, through his link, into a free slot. NOT_FOUND for a link that is none (any more). */
export const moveCallbackByLink = command({
  name: 'move-callback-by-link',
  action: 'nobody',
  load: (ctx, { linkHash }: { linkHash: string; from: number }) => byLink(ctx, linkHash),
  allow: () => true,
  async run(ctx, loaded, { from }) {
    const { queueId, id } = loaded.activity
    if (queueId === null) throw notNow()
    await takeSlot(ctx, queueId, from, id)
    return move(ctx, loaded, from)
  },
})

const ofLoaded = async (ctx: Ctx, activityId: string) => withHolders(ctx, await loadCallback(ctx, activityId))

async function move(ctx: Ctx, { activity, callback }: LoadedCallback, at: number): Promise<{ activityId: string }> {
  if (activity.state !== 'planned' && activity.state !== 'waiting') throw notNow()
  if (callback.dueAt === at) return { activityId: activity.id }
  const row = await planAgain(ctx, activity, at)
  if (!row) throw notNow()
  ctx.emit('callback.planned', { ...ofCallback(row), dueAt: at, why: 'moved', operatorId: null, version: row.version })
  return { activityId: row.id }
}

const notNow = (): AppError => new AppError('NOT_ALLOWED_NOW', 'it is rung, called or over', { problem: 'calling' })
