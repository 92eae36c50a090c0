import { and, eq, gt, isNull } from '../../../db/drizzle.ts'
import { forbidden } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { hashToken } from '../../../kernel/token.ts'
import { insertOperator } from '../../operators/index.ts'

export interface SetUp {
  token: string
  name: string
  email: string
  passwordHash: string
}

/** Makes the first administrator, once. Refuses a token that is unknown, used or over, and when somebody was faster. */
export const setUp = command({
  name: 'set-up',
  action: 'nobody',
  async load({ tx }) {
    const { operators, queues } = tx.t
    const [someone] = await tx.select({ id: operators.id }).from(operators).limit(1)
    const all = await tx.select({ id: queues.id }).from(queues)
    return { hasOperators: someone !== undefined, queueIds: all.map((queue) => queue.id) }
  },
  allow: (_, { hasOperators }) => !hasOperators,
  async run(ctx, { queueIds }, { token, name, email, passwordHash }: SetUp) {
    const { setupTokens, settings } = ctx.tx.t
    const used = await ctx.tx
      .update(setupTokens)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(setupTokens.tokenHash, hashToken(token)),
          isNull(setupTokens.usedAt),
          gt(setupTokens.expiresAt, ctx.now),
        ),
      )
      .returning({ tokenHash: setupTokens.tokenHash })
    if (used.length === 0) throw forbidden('the set-up link is used, over or not of this workspace')
    // Two processes may have printed two links; the row lets one of them win.
    const won = await ctx.tx
      .insert(settings)
      .values({ key: 'workspace.setUpAt', value: ctx.now })
      .onConflictDoNothing()
      .returning({ key: settings.key })
    if (won.length === 0) throw forbidden('the workspace is set up')
    return { operatorId: await insertOperator(ctx, { name, email, passwordHash, role: 'admin', queueIds }) }
  },
})
