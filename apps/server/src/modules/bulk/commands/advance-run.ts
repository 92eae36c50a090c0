import type { BulkState } from '@care/contract'
import { and, eq } from '../../../db/drizzle.ts'
import { insertMany } from '../../../db/bulk.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import { step } from '../jobs-names.ts'
import { countItems, isAtWork, presentRun, type RunRecord } from '../store.ts'

/** Its person is told at most so often, in ms. */
const tellEveryMs = 250

interface AdvanceInput {
  run: RunRecord
  state: BulkState
  /** Requests that the gathering has found. */
  found?: readonly string[]
  cursor?: string | null
}

/**
 * The end of a batch: writes how far the run is, tells its person, and owes the next batch. Only where the batch began:
 * another process that was faster, or a stop meanwhile, leaves nothing to do.
 */
export const advanceRun = command({
  name: 'advance-bulk-run',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _none, { run, state, found = [], cursor = run.cursor }: AdvanceInput) {
    const { bulkRuns, bulkItems } = ctx.tx.t
    const isEnd = !isAtWork(state) && state !== run.state
    const isTold = isEnd || run.state !== state || ctx.now - run.toldAt >= tellEveryMs || !isAtWork(state)
    const [row] = await ctx.tx
      .update(bulkRuns)
      .set({
        state,
        cursor,
        step: run.step + 1,
        total: run.total + found.length,
        ...(isTold ? { toldAt: ctx.now } : {}),
        ...(isEnd && run.finishedAt === null ? { finishedAt: ctx.now } : {}),
      })
      .where(and(eq(bulkRuns.id, run.id), eq(bulkRuns.step, run.step)))
      .returning()
    if (!row) return null
    await insertMany(
      ctx.tx,
      bulkItems,
      found.map((requestId, i) => ({
        runId: run.id,
        position: run.total + i + 1,
        requestId,
        state: 'waiting' as const,
        error: null,
      })),
    )
    if (isAtWork(state)) ctx.owe(step, { runId: run.id, step: row.step })
    if (!isTold) return null
    const counts = await countItems(ctx.tx, run.id)
    await ctx.tx.update(bulkRuns).set({ counts }).where(eq(bulkRuns.id, run.id))
    const facts = { runId: run.id, operatorId: run.operatorId }
    const shown = presentRun({ ...row, counts }, ctx.now)
    if (isEnd) ctx.emit('bulk.ended', { ...facts, state, counts }, shown)
    else ctx.tell('bulk.moved', facts, shown)
    return null
  },
})
