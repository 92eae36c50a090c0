import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

const atOnce = 200

/** Removes some items of an old run, and with the last of them the run; only the sweep does. */
export const purgeRun = command({
  name: 'purge-bulk-run',
  action: [],
  load: async (_ctx, input: { runId: string }) => input,
  allow: () => false,
  async run(ctx, { runId }): Promise<{ isMore: boolean }> {
    const { bulkItems, bulkRuns } = ctx.tx.t
    const rows = await ctx.tx
      .select({ position: bulkItems.position })
      .from(bulkItems)
      .where(eq(bulkItems.runId, runId))
      .orderBy(asc(bulkItems.position))
      .limit(atOnce)
    const positions = rows.map(({ position }) => position)
    if (positions.length > 0)
      await ctx.tx.delete(bulkItems).where(and(eq(bulkItems.runId, runId), inArray(bulkItems.position, positions)))
    if (positions.length === atOnce) return { isMore: true }
    await ctx.tx.delete(bulkRuns).where(eq(bulkRuns.id, runId))
    return { isMore: false }
  },
})
