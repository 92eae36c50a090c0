import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { command } from '../../../kernel/command.ts'
import { lockAccount, refuseStaleAccount } from '../accounts.ts'
import type {} from '../events.ts'

/**
 * Opens a closed account again, with the role, queues, groups and password that it had; he signs in anew. Refuses an old version
 * (CONFLICT). An open one stays as it is.
 */
export const reopenOperator = command({
  name: 'reopen-operator',
  action: 'settings.operators',
  load: (ctx, { operatorId }: { operatorId: string; version: number }) => lockAccount(ctx, operatorId),
  allow: () => true,
  async run(ctx, account, { operatorId, version }) {
    if (account.isActive) return { operatorId }
    await refuseStaleAccount(ctx, account, version)
    const { operators } = ctx.tx.t
    await ctx.tx
      .update(operators)
      .set({ isActive: true, version: plus(operators.version, 1) })
      .where(eq(operators.id, operatorId))
    ctx.emit('operator.reopened', { operatorId })
    return { operatorId }
  },
})
