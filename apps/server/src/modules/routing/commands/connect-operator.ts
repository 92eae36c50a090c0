import { command } from '../../../kernel/command.ts'
import { isOpenAccount } from '../members.ts'
import { lockOrMakePresence, writePresence } from '../presence-row.ts'

export interface ConnectInput {
  operatorId: string
  /** Of the socket; connecting the same one again changes nothing. */
  connectionId: string
  processId: string
}

/**
 * A desktop of the operator is open. Several tabs are one presence (rule 20); within the grace nothing was lost. Nobody comes to
 * the desk of an account that was closed meanwhile (`isOpen`).
 */
export const connectOperator = command({
  name: 'connect-operator',
  action: 'signedIn',
  load: (ctx, input: ConnectInput) => lockOrMakePresence(ctx, input.operatorId),
  allow: ({ actor }, _, input) => actor.kind === 'operator' && actor.id === input.operatorId,
  async run(ctx, before, { operatorId, connectionId, processId }) {
    if (!(await isOpenAccount(ctx, operatorId))) return { wasConnected: false, isOpen: false }
    const { connections, processes } = ctx.tx.t
    // Without its row the process would be taken for dead before its first beat.
    await ctx.tx
      .insert(processes)
      .values({ id: processId, startedAt: ctx.now, lastSeenAt: ctx.now })
      .onConflictDoNothing()
    await ctx.tx
      .insert(connections)
      .values({ id: connectionId, operatorId, processId, connectedAt: ctx.now })
      .onConflictDoNothing()
    if (!before.isConnected) await writePresence(ctx, before, { isConnected: true, graceUntil: null }, 'connected')
    return { wasConnected: before.isConnected, isOpen: true }
  },
})
