import type { BulkItemState, BulkRun, BulkState } from '@care/contract'
import { dayMs } from '@care/domain'
import { count, eq } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/app-error.ts'

export type RunRecord = Reader['t']['bulkRuns']['$inferSelect']
export type Counts = Record<BulkItemState, number>

/** So long after its end a run can be undone: what has changed since is left alone anyhow. */
export const undoWithinMs = dayMs

export const isAtWork = (state: BulkState): boolean => ['gathering', 'running', 'undoing'].includes(state)

export const noCounts: Counts = { waiting: 0, done: 0, skipped: 0, failed: 0, undone: 0, kept: 0 }

/** The items of a run by state, as they are now; one range of an index. */
export async function countItems(db: Reader, runId: string): Promise<Counts> {
  const { bulkItems } = db.t
  const rows = await db
    .select({ state: bulkItems.state, n: count() })
    .from(bulkItems)
    .where(eq(bulkItems.runId, runId))
    .groupBy(bulkItems.state)
  return { ...noCounts, ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) }
}

export function presentRun(run: RunRecord, now: number): BulkRun {
  const until = (run.finishedAt ?? now) + undoWithinMs
  const counts = { ...noCounts, ...run.counts }
  const canUndo = counts.done > 0 && ['running', 'finished', 'stopped'].includes(run.state) && until > now
  return {
    id: run.id,
    actions: run.actions,
    macroId: run.macroId,
    state: run.state,
    total: run.total,
    counts,
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
    undoUntil: canUndo ? until : null,
  }
}

/** One's own run; another's does not exist. */
export async function ownRun(db: Reader, actor: Actor, runId: string): Promise<RunRecord> {
  const { bulkRuns } = db.t
  const [run] = await db.select().from(bulkRuns).where(eq(bulkRuns.id, runId))
  if (!run || actor.kind !== 'operator' || run.operatorId !== actor.id) throw notFound('bulk run')
  return run
}
