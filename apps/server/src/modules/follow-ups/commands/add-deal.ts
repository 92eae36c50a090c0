import { command } from '../../../kernel/command.ts'
import { countDeals, expectedColumns, ofDeal, stageColumns } from '../deal-store.ts'
import type {} from '../events.ts'
import { actorId, loadOwner, loadSubject } from '../subject.ts'

export interface NewDealInput {
  customerId: string
  requestId?: string | null | undefined
  title: string
  note?: string | undefined
  /** In minor units. */
  amount: number
  currency: string
  /** Without, the first. */
  stage?: string | undefined
  expectedOn?: string | null | undefined
  ownerId?: string | undefined
}

/** Makes a deal of a customer and perhaps one of his requests. Refuses an unknown stage. */
export const addDeal = command({
  name: 'add-deal',
  action: 'customers.edit',
  load: (ctx, input: NewDealInput) => loadSubject(ctx, input),
  allow: () => true,
  async run(ctx, subject, { title, note = '', amount, currency, stage, expectedOn = null, ownerId }) {
    const { deals } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(deals)
      .values({
        id: ctx.newId(),
        ...subject,
        title,
        note,
        amount,
        currency,
        ...(await stageColumns(ctx, stage)),
        ...expectedColumns(expectedOn),
        ownerId: await loadOwner(ctx, ownerId),
        createdById: actorId(ctx),
        createdAt: ctx.now,
        updatedAt: ctx.now,
        version: 1,
      })
      .returning()
    if (!row) throw new Error('a deal was not stored')
    await countDeals(ctx, null, row)
    ctx.emit('deal.added', { ...ofDeal(row), stage: row.stage, amount, currency, version: row.version })
    return { dealId: row.id }
  },
})
