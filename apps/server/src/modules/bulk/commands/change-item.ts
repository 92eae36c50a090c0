import type { BulkAction } from '@care/contract'
import { and, eq, exists, sql } from '../../../db/drizzle.ts'
import { preparedWrite } from '../../../db/prepared.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { part, runParts } from '../../../kernel/part.ts'
import { undoChange } from '../../undo/index.ts'
import { partsOf } from '../parts.ts'
import { undoWithinMs } from '../store.ts'

interface ItemInput {
  runId: string
  position: number
  requestId: string
  actions: readonly BulkAction[]
}
type ItemState = 'waiting' | 'done' | 'skipped' | 'undone'

/**
 * Does a run's actions to one of its requests: all of them and the note that it is done, or nothing. Its person is who
 * acts, and each action is its ordinary command. Refuses ALREADY_TAKEN what another process has done or a stop has left.
 */
export const changeItem = command({
  name: 'change-in-bulk',
  action: 'requests.edit',
  load: (ctx, input: ItemInput) => claim(ctx, input, 'running', 'waiting', 'done'),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _none, input) {
    const hasChanged = await runParts(ctx, partsOf(input.actions, input.requestId))
    if (!hasChanged) await leave(ctx, input)
    return null
  },
})

/** Puts back what the run has done to one of its requests, as `undoChange` does. */
export const undoItem = command({
  name: 'undo-in-bulk',
  action: 'requests.view',
  load: (ctx, input: Omit<ItemInput, 'actions'>) => claim(ctx, input, 'undoing', 'done', 'undone'),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _none, { runId, requestId }) {
    await part(undoChange, { requestId, change: runId, withinMs: undoWithinMs * 2 })(ctx)
    return null
  },
})

/** Takes the item for this transaction: two processes never do it twice. */
async function claim(
  ctx: Ctx,
  { runId, position }: Pick<ItemInput, 'runId' | 'position'>,
  runState: 'running' | 'undoing',
  from: ItemState,
  to: ItemState,
): Promise<null> {
  const taken = await take(ctx.tx, { runId, position, runState, from, to })
  if (taken.length === 0) throw new AppError('ALREADY_TAKEN')
  return null
}

const p = (name: string) => sql.placeholder(name)
const take = preparedWrite('bulk_item_take', (tx) => {
  const { bulkItems, bulkRuns } = tx.t
  const atWork = tx
    .select({ id: bulkRuns.id })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.id, p('runId')), eq(bulkRuns.state, p('runState'))))
  return tx
    .update(bulkItems)
    .set({ state: sql`${p('to')}` })
    .where(
      and(
        eq(bulkItems.runId, p('runId')),
        eq(bulkItems.position, p('position')),
        eq(bulkItems.state, p('from')),
        exists(atWork),
      ),
    )
    .returning({ position: bulkItems.position })
})

async function leave(ctx: Ctx, { runId, position }: Pick<ItemInput, 'runId' | 'position'>): Promise<void> {
  const { bulkItems } = ctx.tx.t
  await ctx.tx
    .update(bulkItems)
    .set({ state: 'skipped' })
    .where(and(eq(bulkItems.runId, runId), eq(bulkItems.position, position)))
}
