import type { BulkAction, BulkRun, BulkSelection } from '@care/contract'
import { limits } from '@care/domain'
import { and, count, eq, inArray } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { step } from '../jobs-names.ts'
import { noCounts, presentRun, type RunRecord } from '../store.ts'

export interface StartInput {
  selection: BulkSelection
  actions: BulkAction[]
  macroId?: string
}

/**
 * Begins to do the same to many requests: writes down what is to be done to what, and owes the first batch. Refuses
 * NOT_ALLOWED_NOW who has too many runs at work. Whether an action may be done is decided at each request.
 */
export const startBulk = command({
  name: 'start-bulk',
  action: 'requests.edit',
  load: async (ctx, _input: StartInput) => {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    return { operatorId: ctx.actor.id }
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { operatorId }, { selection, actions, macroId }): Promise<BulkRun> {
    const { bulkRuns } = ctx.tx.t
    await inTurn(ctx.tx, `bulk runs of ${operatorId}`)
    const [atWork] = await ctx.tx
      .select({ n: count() })
      .from(bulkRuns)
      .where(and(eq(bulkRuns.operatorId, operatorId), inArray(bulkRuns.state, ['gathering', 'running', 'undoing'])))
    if (Number(atWork?.n ?? 0) >= limits.bulkRuns)
      throw new AppError('NOT_ALLOWED_NOW', 'wait until one of your bulk actions is done', { problem: 'TOO_MANY_RUNS' })
    const run: RunRecord = {
      id: ctx.newId(),
      operatorId,
      actions,
      macroId: macroId ?? null,
      // Twice the same request is once.
      selection: 'ids' in selection ? { ids: [...new Set(selection.ids)] } : selection,
      state: 'gathering',
      step: 1,
      cursor: null,
      total: 0,
      counts: noCounts,
      toldAt: ctx.now,
      createdAt: ctx.now,
      finishedAt: null,
    }
    await ctx.tx.insert(bulkRuns).values(run)
    ctx.owe(step, { runId: run.id, step: run.step })
    const shown = presentRun(run, ctx.now)
    ctx.emit('bulk.started', { runId: run.id, operatorId, actions: actions.map(({ kind }) => kind) }, shown)
    return shown
  },
})
