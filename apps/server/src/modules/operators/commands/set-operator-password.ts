import { eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'

export interface SetOperatorPassword {
  operatorId: string
  /** Hashing takes longer than a transaction may. */
  passwordHash: string
}

/** Gives an account another password. Its sessions end (a projection of auth), but for the one of whoever does it for himself. */
export const setOperatorPassword = command({
  name: 'set-operator-password',
  action: 'settings.operators',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { operatorId, passwordHash }: SetOperatorPassword) {
    const { operators } = ctx.tx.t
    const changed = await ctx.tx
      .update(operators)
      .set({ passwordHash })
      .where(eq(operators.id, operatorId))
      .returning({ id: operators.id })
    if (changed.length === 0) throw notFound('operator')
    const isOwn = ctx.actor.kind === 'operator' && ctx.actor.id === operatorId
    ctx.emit('operator.passwordSet', {
      operatorId,
      keepSessionId: isOwn && ctx.actor.kind === 'operator' ? ctx.actor.sessionId : null,
    })
    return { operatorId }
  },
})
