import type { Api, BodyOf } from '@care/contract'
import { forbidden } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { aboutView, personOf, requirePlace } from '../store.ts'

/** Saves a filter, a sort and columns under a name. Sharing needs `views.share`. */
export const addView = command({
  name: 'add-view',
  action: 'requests.view',
  load: async (ctx, _input: BodyOf<Api['addView']>) => personOf(ctx),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { id: makerId, permissions }, { isShared, ...shape }) {
    if (isShared && !permissions.has('views.share')) throw forbidden('sharing needs views.share')
    await requirePlace(ctx, makerId, isShared)
    const { savedViews } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(savedViews)
      .values({
        id: ctx.newId(),
        makerId,
        isShared,
        ...shape,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        deletedAt: null,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('view was not inserted')
    ctx.emit('view.added', aboutView(row))
    return row
  },
})
