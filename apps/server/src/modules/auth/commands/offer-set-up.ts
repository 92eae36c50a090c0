import { dayMs } from '@care/domain'
import { lte } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { newToken } from '../../../kernel/ids.ts'
import { hashToken } from '../../../kernel/token.ts'

/** Makes the token of the link with which the first administrator is made; it holds for 24 hours. Only the start may. */
export const offerSetUp = command({
  name: 'offer-set-up',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx) {
    const { setupTokens } = ctx.tx.t
    const token = newToken()
    await ctx.tx.delete(setupTokens).where(lte(setupTokens.expiresAt, ctx.now))
    await ctx.tx
      .insert(setupTokens)
      .values({ tokenHash: hashToken(token), createdAt: ctx.now, expiresAt: ctx.now + dayMs, usedAt: null })
    return { token }
  },
})
