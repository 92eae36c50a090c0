import type { DealPatch } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../conflict.ts'
import { type DealRecord, expectedColumns, loadDeal, ofDeal, stageColumns, writeDeal } from '../deal-store.ts'
import type {} from '../events.ts'
import { changesOf } from '../fields.ts'
import { mayChange } from '../rights.ts'
import { loadOwner } from '../subject.ts'

interface EditInput {
  dealId: string
  version: number
  patch: DealPatch
}

/**
 * Changes the fields given; a stage that means won or lost closes it, any other opens it again. Refuses an old version with
 * what changed and by whom (rule 4), and an unknown stage.
 */
export const editDeal = command({
  name: 'edit-deal',
  action: 'customers.edit',
  load: (ctx, { dealId }: EditInput) => loadDeal(ctx, dealId),
  allow: ({ actor }, deal) => mayChange(actor, deal),
  async run(ctx, deal, { version, patch }) {
    const before = valuesOf(deal)
    const current = Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as keyof typeof before]]))
    await refuseStale(ctx, { ...deal, kind: 'deal' }, version, current)
    const { stage, ...fields } = changesOf(before, patch)
    if (!stage && Object.keys(fields).length === 0) return { dealId: deal.id }
    if ('ownerId' in fields) await loadOwner(ctx, patch.ownerId)
    const { stage: to, expectedOn, ...given } = patch
    const row = await writeDeal(ctx, deal, {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(expectedOn === undefined ? {} : expectedColumns(expectedOn)),
      ...(stage ? await stageColumns(ctx, to) : {}),
    })
    const { version: next, state } = row
    if (Object.keys(fields).length > 0)
      ctx.emit('deal.edited', { ...ofDeal(row), previousOwnerId: deal.ownerId, fields, version: next })
    if (stage) ctx.emit('deal.stageMoved', { ...ofDeal(row), from: deal.stage, to: row.stage, state, version: next })
    return { dealId: deal.id }
  },
})

const valuesOf = ({ title, note, amount, currency, stage, expectedOn, ownerId }: DealRecord) => ({
  title,
  note,
  amount,
  currency,
  stage,
  expectedOn,
  ownerId,
})
