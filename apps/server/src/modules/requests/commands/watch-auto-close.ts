import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { command } from '../../../kernel/command.ts'

/**
 * The sweep has looked too early, because messages have restarted the clock since: it looks again when the request
 * closes now. Tells nobody, because nothing happened to the request (rule 9).
 */
export const watchAutoClose = command({
  name: 'watch-auto-close',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { requestId }: { requestId: string }) {
    const { requests } = ctx.tx.t
    await ctx.tx
      .update(requests)
      .set({ autoCloseCheckAt: requests.autoCloseAt })
      .where(and(eq(requests.id, requestId), or(isNull(requests.autoCloseAt), gt(requests.autoCloseAt, ctx.now))))
    return null
  },
})
