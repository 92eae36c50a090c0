import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

/** The host page signed its visitor out, or its token proves nothing any more: this browser is nobody's. Once is enough. */
export const endVisitorSession = command({
  name: 'end-visitor-session',
  action: 'nobody',
  load: async (_ctx, input: { tokenHash: string }) => input,
  allow: () => true,
  async run(ctx, { tokenHash }) {
    const { visitorSessions, visitors } = ctx.tx.t
    const [ended] = await ctx.tx.delete(visitorSessions).where(eq(visitorSessions.tokenHash, tokenHash)).returning()
    if (!ended) return null
    const [visitor] = await ctx.tx.select().from(visitors).where(eq(visitors.id, ended.visitorId))
    if (visitor) {
      const { id: visitorId, customerId, siteId } = visitor
      ctx.emit('visitor.signedOut', { customerId, visitorId, siteId })
    }
    return null
  },
})
