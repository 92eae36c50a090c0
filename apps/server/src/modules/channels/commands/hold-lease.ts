import { and, eq, sql } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

interface Holder {
  channelId: string
  processId: string
}

/** A process that does not renew its hold for so long has lost it. */
export const leaseMs = 15_000

/** Gives the connection of a channel to a process, or renews its hold. Refuses ALREADY_TAKEN while another one holds it. */
export const holdLease = command({
  name: 'hold-lease',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { channelId, processId }: Holder) {
    const { channelLeases } = ctx.tx.t
    const held = { processId, until: ctx.now + leaseMs }
    const [row] = await ctx.tx
      .insert(channelLeases)
      .values({ channelId, ...held })
      .onConflictDoUpdate({
        target: channelLeases.channelId,
        set: held,
        setWhere: sql`${channelLeases.processId} = ${processId} or ${channelLeases.until} <= ${ctx.now}`,
      })
      .returning({ until: channelLeases.until })
    if (!row) throw new AppError('ALREADY_TAKEN', 'another process holds the connection')
    return { until: row.until }
  },
})

/** Gives it back, so that another process need not wait. */
export const dropLease = command({
  name: 'drop-lease',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { channelId, processId }: Holder) {
    const { channelLeases } = ctx.tx.t
    await ctx.tx
      .delete(channelLeases)
      .where(and(eq(channelLeases.channelId, channelId), eq(channelLeases.processId, processId)))
    return null
  },
})
