import { command } from '../../../kernel/command.ts'
import { loadDeal, ofDeal, writeDeal } from '../deal-store.ts'
import type {} from '../events.ts'
import { mayChange } from '../rights.ts'

/** Takes a deal from all lists and totals. Its undo brings it back. */
export const deleteDeal = command({
  name: 'delete-deal',
  action: 'customers.edit',
  load: (ctx, { dealId }: { dealId: string }) => loadDeal(ctx, dealId),
  allow: ({ actor }, deal) => mayChange(actor, deal),
  async run(ctx, deal) {
    const row = await writeDeal(ctx, deal, { deletedAt: ctx.now })
    ctx.emit('deal.deleted', { ...ofDeal(row), version: row.version })
    return { ok: true as const }
  },
})
