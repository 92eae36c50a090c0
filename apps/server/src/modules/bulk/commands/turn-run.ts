import type { BulkRun } from '@care/contract'
import { and, eq, inArray } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { step } from '../jobs-names.ts'
import { countItems, ownRun, presentRun, undoWithinMs } from '../store.ts'

interface OfRun {
  runId: string
}

/** Leaves what a run has not yet done as it is. Refuses NOT_ALLOWED_NOW one that has ended, or is being undone. */
export const stopBulk = command({
  name: 'stop-bulk',
  action: 'requests.edit',
  load: (ctx, { runId }: OfRun) => ownRun(ctx.tx, ctx.actor, runId),
  allow: ({ actor }, run) => actor.kind === 'operator' && run.operatorId === actor.id,
  async run(ctx, { id, operatorId }): Promise<BulkRun> {
    const { bulkRuns } = ctx.tx.t
    const [row] = await ctx.tx
      .update(bulkRuns)
      .set({ state: 'stopped', step: plus(bulkRuns.step, 1), finishedAt: ctx.now, toldAt: ctx.now })
      .where(and(eq(bulkRuns.id, id), inArray(bulkRuns.state, ['gathering', 'running'])))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is over')
    const counts = await countItems(ctx.tx, id)
    // What was in hand is counted after it is done.
    ctx.owe(step, { runId: id, step: row.step })
    const shown = presentRun({ ...row, counts }, ctx.now)
    ctx.emit('bulk.ended', { runId: id, operatorId, state: 'stopped', counts }, shown)
    return shown
  },
})

/**
 * Begins to put back what a run has done, also one that is still at work, which goes no further. Refuses NOT_ALLOWED_NOW
 * what was a day ago, is being undone or has done nothing.
 */
export const undoBulk = command({
  name: 'undo-bulk',
  action: 'requests.edit',
  load: (ctx, { runId }: OfRun) => ownRun(ctx.tx, ctx.actor, runId),
  allow: ({ actor }, run) => actor.kind === 'operator' && run.operatorId === actor.id,
  async run(ctx, { id, operatorId, finishedAt }): Promise<BulkRun> {
    if (finishedAt !== null && finishedAt + undoWithinMs < ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'it was too long ago', { problem: 'TOO_LATE' })
    const { bulkRuns } = ctx.tx.t
    const [row] = await ctx.tx
      .update(bulkRuns)
      .set({ state: 'undoing', step: plus(bulkRuns.step, 1), finishedAt: finishedAt ?? ctx.now, toldAt: ctx.now })
      .where(and(eq(bulkRuns.id, id), inArray(bulkRuns.state, ['gathering', 'running', 'finished', 'stopped'])))
      .returning()
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is being undone, or was never begun')
    const counts = await countItems(ctx.tx, id)
    ctx.owe(step, { runId: id, step: row.step })
    const shown = presentRun({ ...row, counts }, ctx.now)
    ctx.emit('bulk.undoStarted', { runId: id, operatorId }, shown)
    return shown
  },
})
