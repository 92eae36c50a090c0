import { and, eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

interface RefusalInput {
  runId: string
  position: number
  /** An item that was refused, or an undo of one that was. */
  from: 'waiting' | 'done'
  error: { code: string; details: Record<string, unknown> }
}

/** Writes down why a run could not do, or put back, one of its requests; the others go on. */
export const noteRefusal = command({
  name: 'note-bulk-refusal',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _none, { runId, position, from, error }: RefusalInput) {
    const { bulkItems } = ctx.tx.t
    await ctx.tx
      .update(bulkItems)
      .set({ state: from === 'waiting' ? 'failed' : 'kept', error })
      .where(and(eq(bulkItems.runId, runId), eq(bulkItems.position, position), eq(bulkItems.state, from)))
    return null
  },
})
