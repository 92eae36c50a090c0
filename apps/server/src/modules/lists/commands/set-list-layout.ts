import type { ListLayout } from '@care/contract'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

/** Keeps the columns that an operator has chosen. Nobody else is told: it is his own screen. */
export const setListLayout = command({
  name: 'set-list-layout',
  action: 'requests.view',
  load: async () => null,
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _, { columns }: { columns: ListLayout }) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const { listLayouts } = ctx.tx.t
    await ctx.tx
      .insert(listLayouts)
      .values({ operatorId: ctx.actor.id, columns })
      .onConflictDoUpdate({ target: listLayouts.operatorId, set: { columns } })
    return { columns }
  },
})
