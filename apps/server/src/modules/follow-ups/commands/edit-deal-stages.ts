import { type DealStage, dealStagesProblem } from '@care/domain/follow-ups'
import { gt } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { dealStages, stagesKey } from '../deal-store.ts'
import type {} from '../events.ts'

/** Sets the stages of deals, in order. Refuses to take away, or to give another meaning to, one that deals are in. */
export const editDealStages = command({
  name: 'edit-deal-stages',
  action: 'settings.requestTypes',
  load: (ctx) => inTurn(ctx.tx, 'stages of deals'),
  allow: () => true,
  async run(ctx, _none, { stages }: { stages: readonly DealStage[] }) {
    const problem = dealStagesProblem(stages)
    if (problem !== null)
      throw new AppError('INVALID_INPUT', problem, { issues: [{ path: 'items', message: problem }] })
    const { settings, dealTotals } = ctx.tx.t
    const used = await ctx.tx
      .selectDistinct({ stage: dealTotals.stage })
      .from(dealTotals)
      .where(gt(dealTotals.count, 0))
    const before = await dealStages(ctx.tx)
    for (const { stage } of used) {
      const state = before.find(({ key }) => key === stage)?.state
      if (!stages.some((next) => next.key === stage && next.state === state))
        throw new AppError('NOT_ALLOWED_NOW', 'deals are in a stage that is taken away', { stage })
    }
    await ctx.tx
      .insert(settings)
      .values({ key: stagesKey, value: stages })
      .onConflictDoUpdate({ target: settings.key, set: { value: stages } })
    ctx.emit('dealStages.edited', { keys: stages.map(({ key }) => key) })
    return { ok: true as const }
  },
})
