import { and, eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { lockAccount, refuseLosing, refuseStaleAccount } from '../accounts.ts'
import type {} from '../events.ts'

export interface CloseOperator {
  operatorId: string
  version: number
  /** Who gets his open to-dos and deals; null: they stay his. */
  heirId: string | null
}

/**
 * Closes an account for good or until it is opened again. In the same transaction its sessions end, its desk is left with all
 * that was in progress, its notices go and its to-dos and deals go to the heir: projections of auth, routing, notifications,
 * follow-ups. Refuses oneself and the last administrator (NOT_ALLOWED_NOW), an old version (CONFLICT), an heir who is not there
 * (INVALID_INPUT). Of a closed account only the heir gets what is left.
 */
export const closeOperator = command({
  name: 'close-operator',
  action: 'settings.operators',
  load: (ctx, { operatorId }: CloseOperator) => lockAccount(ctx, operatorId),
  allow: () => true,
  async run(ctx, account, { operatorId, version, heirId }) {
    await refuseHeir(ctx, operatorId, heirId)
    if (account.isActive) {
      await refuseLosing(ctx, account, 'closed')
      await refuseStaleAccount(ctx, account, version)
      const { operators } = ctx.tx.t
      await ctx.tx
        .update(operators)
        .set({ isActive: false, version: plus(operators.version, 1) })
        .where(eq(operators.id, operatorId))
      // First what is his goes over: as his, a to-do that rings would only fall silent.
      if (heirId !== null) ctx.emit('operator.succeeded', { operatorId, heirId })
      ctx.emit('operator.closed', { operatorId })
    } else if (heirId !== null) ctx.emit('operator.succeeded', { operatorId, heirId })
    return { operatorId }
  },
})

async function refuseHeir({ tx }: Ctx, operatorId: string, heirId: string | null): Promise<void> {
  if (heirId === null) return
  const { operators } = tx.t
  const [heir] = await tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.id, heirId), eq(operators.isActive, true)))
  if (!heir || heirId === operatorId)
    throw new AppError('INVALID_INPUT', 'no such operator', { issues: [{ path: 'heirId', message: 'unknown' }] })
}
