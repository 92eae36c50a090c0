import { and, eq, isNotNull } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { aboutView } from '../store.ts'

/** Removes a deleted view for good; only the sweep does. */
export const purgeView = command({
  name: 'purge-view',
  action: [],
  load: async (_ctx, input: { viewId: string }) => input,
  allow: () => false,
  async run(ctx, { viewId }) {
    const { savedViews } = ctx.tx.t
    const [gone] = await ctx.tx
      .delete(savedViews)
      .where(and(eq(savedViews.id, viewId), isNotNull(savedViews.deletedAt)))
      .returning()
    if (gone) ctx.emit('view.purged', aboutView(gone))
    return null
  },
})
