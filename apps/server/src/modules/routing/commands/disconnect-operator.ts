import { reconnectGraceMs } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { withdrawOffersOf } from '../offers.ts'
import { lockPresence, writePresence } from '../presence-row.ts'

export interface DisconnectInput {
  operatorId: string
  connectionId: string
  /** Only if this process is still dead: it may have come back and connected its sockets again. */
  onlyIfDead?: string
}

/**
 * A socket of the operator is gone. With the last one his offers move on at once, and 60 s of grace begin before he is
 * offline (rule 21).
 */
export const disconnectOperator = command({
  name: 'disconnect-operator',
  action: 'signedIn',
  load: (ctx, input: DisconnectInput) => lockPresence(ctx, input.operatorId),
  allow: ({ actor }, _, input) => actor.kind === 'operator' && actor.id === input.operatorId,
  async run(ctx, before, { operatorId, connectionId, onlyIfDead }) {
    const { connections, processes } = ctx.tx.t
    if (onlyIfDead !== undefined) {
      const [alive] = await ctx.tx.select({ id: processes.id }).from(processes).where(eq(processes.id, onlyIfDead))
      if (alive) return { isLast: false }
    }
    await ctx.tx.delete(connections).where(eq(connections.id, connectionId))
    const [another] = await ctx.tx
      .select({ id: connections.id })
      .from(connections)
      .where(eq(connections.operatorId, operatorId))
      .limit(1)
    if (another || !before?.isConnected) return { isLast: false }
    await writePresence(ctx, before, { isConnected: false, graceUntil: ctx.now + reconnectGraceMs }, 'connected')
    await withdrawOffersOf(ctx, operatorId, 'disconnected')
    return { isLast: true }
  },
})
