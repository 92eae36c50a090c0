import type { ViewPatch } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { forbidden } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'
import type {} from '../events.ts'
import { aboutView, loadForChange, mayChange, personOf, requirePlace } from '../store.ts'

interface EditInput {
  viewId: string
  version: number
  patch: ViewPatch
}

/** Changes a view; sharing it or taking it back needs `views.share`. Refuses CONFLICT when somebody was faster (rule 4). */
export const editView = command({
  name: 'edit-view',
  action: 'requests.view',
  load: (ctx, { viewId }: EditInput) => loadForChange(ctx, viewId),
  allow: ({ actor }, view) => mayChange(actor, view),
  async run(ctx, view, { version, patch }) {
    const actor = personOf(ctx)
    await refuseStale(ctx, { type: 'view.edited', id: { viewId: view.id } }, view, version, patch)
    const { isShared = view.isShared } = patch
    if (isShared !== view.isShared) {
      if (!actor.permissions.has('views.share')) throw forbidden('sharing needs views.share')
      await requirePlace(ctx, actor.id, isShared)
    }
    // Who makes a shared view an own one keeps it.
    const makerId = isShared === view.isShared ? view.makerId : actor.id
    const clean = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const { savedViews } = ctx.tx.t
    const [row] = await ctx.tx
      .update(savedViews)
      .set({ ...clean, makerId, updatedAt: ctx.now })
      .where(eq(savedViews.id, view.id))
      .returning()
    if (!row) throw new Error('a view vanished while it was locked')
    ctx.emit('view.edited', { ...aboutView(row), fields: Object.keys(clean), wasShared: view.isShared })
    return row
  },
})
