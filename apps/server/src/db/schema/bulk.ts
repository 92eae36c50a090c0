import type { BulkAction, BulkSelection } from '@care/contract'
import type { Kit } from '../dialect/column-kit.ts'

export const bulkStates = ['gathering', 'running', 'finished', 'stopped', 'refused', 'undoing', 'undone'] as const
export const bulkItemStates = ['waiting', 'done', 'skipped', 'failed', 'undone', 'kept'] as const

/** The same done to many requests (row R2), with what came of it at each. */
export const defineBulk = (k: Kit) => ({
  bulkRuns: k.table(
    'bulk_runs',
    {
      id: k.id('id').primaryKey(),
      operatorId: k.id('operator_id').notNull(),
      actions: k.json<BulkAction[]>('actions').notNull(),
      /** Whose actions these are, when a macro's. */
      macroId: k.id('macro_id'),
      selection: k.json<BulkSelection>('selection').notNull(),
      state: k.oneOf('state', bulkStates).notNull(),
      /** Counts the batches: a job goes on only where the one before has left off. */
      step: k.int('step').notNull(),
      /** How far the selection has been read into items. */
      cursor: k.text('cursor'),
      total: k.int('total').notNull(),
      /** By state of the items; as last counted. */
      counts: k.json<Record<string, number>>('counts').notNull(),
      /** When its person was last told. */
      toldAt: k.instant('told_at').notNull(),
      createdAt: k.instant('created_at').notNull(),
      /** When the last item was done, before any undo. */
      finishedAt: k.instant('finished_at'),
    },
    (t) => [k.index('bulk_runs_operator').on(t.operatorId, t.id), k.index('bulk_runs_created').on(t.createdAt)],
  ),
  bulkItems: k.table(
    'bulk_items',
    {
      runId: k.id('run_id').notNull(),
      position: k.int('position').notNull(),
      requestId: k.id('request_id').notNull(),
      /** `skipped`: it was so already. `kept`: an undo left it alone, because it has changed since. */
      state: k.oneOf('state', bulkItemStates).notNull(),
      error: k.json<{ code: string; details: Record<string, unknown> } | null>('error'),
    },
    (t) => [
      k.primaryKey({ columns: [t.runId, t.position] }),
      k.index('bulk_items_state').on(t.runId, t.state, t.position),
    ],
  ),
})
