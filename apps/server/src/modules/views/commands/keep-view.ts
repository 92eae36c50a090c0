import { eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { aboutView, loadForChange, mayChange, personOf, requirePlace } from '../store.ts'

interface OfView {
  viewId: string
}

/** Takes a view away; it can be restored for a day. */
export const deleteView = command({
  name: 'delete-view',
  action: 'requests.view',
  load: (ctx, { viewId }: OfView) => loadForChange(ctx, viewId),
  allow: ({ actor }, view) => mayChange(actor, view),
  async run(ctx, view) {
    const { savedViews } = ctx.tx.t
    await ctx.tx.update(savedViews).set({ deletedAt: ctx.now }).where(eq(savedViews.id, view.id))
    ctx.emit('view.deleted', aboutView(view))
    return { ok: true as const }
  },
})

/** Undoes a deletion. Refuses when there are as many by now as there may be. */
export const restoreView = command({
  name: 'restore-view',
  action: 'requests.view',
  load: (ctx, { viewId }: OfView) => loadForChange(ctx, viewId, { isDeleted: true }),
  allow: ({ actor }, view) => mayChange(actor, view),
  async run(ctx, view) {
    await requirePlace(ctx, view.makerId, view.isShared)
    const { savedViews } = ctx.tx.t
    const [row] = await ctx.tx.update(savedViews).set({ deletedAt: null }).where(eq(savedViews.id, view.id)).returning()
    if (!row) throw new Error('a view vanished while it was locked')
    ctx.emit('view.restored', aboutView(row))
    return row
  },
})

/** Becomes the one in charge of a shared view, as when its maker has left. */
export const takeOverView = command({
  name: 'take-over-view',
  action: 'views.share',
  load: (ctx, { viewId }: OfView) => loadForChange(ctx, viewId),
  allow: ({ actor }, view) => mayChange(actor, view),
  async run(ctx, view) {
    const { id: makerId } = personOf(ctx)
    if (!view.isShared) throw new AppError('NOT_ALLOWED_NOW', 'it is not shared')
    const { savedViews } = ctx.tx.t
    const [row] = await ctx.tx.update(savedViews).set({ makerId }).where(eq(savedViews.id, view.id)).returning()
    if (!row) throw new Error('a view vanished while it was locked')
    ctx.emit('view.takenOver', { ...aboutView(row), from: view.makerId })
    return row
  },
})
