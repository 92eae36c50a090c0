import type { Api, BodyOf } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { personOf } from '../store.ts'

/** Keeps one's own order of the views and which opens first. What is gone by now does no harm. Nobody else is told. */
export const arrangeViews = command({
  name: 'arrange-views',
  action: 'requests.view',
  load: async (ctx, _input: BodyOf<Api['arrangeViews']>) => personOf(ctx),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { id: operatorId }, { order, defaultViewId }) {
    const { viewChoices } = ctx.tx.t
    const kept = { order: [...new Set(order)], defaultViewId }
    await ctx.tx
      .insert(viewChoices)
      .values({ operatorId, ...kept })
      .onConflictDoUpdate({ target: viewChoices.operatorId, set: kept })
    return kept
  },
})
