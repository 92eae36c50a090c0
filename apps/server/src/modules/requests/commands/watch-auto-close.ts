import { and, eq, gt, isNull, lte, or } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { plannedFor } from '../planned.ts'

/**
 * The sweep has looked too early, because messages have restarted the clock since, or something is planned: it looks
 * again when the request closes now. Tells nobody, because nothing happened to the request (rule 9).
 */
export const watchAutoClose = command({
  name: 'watch-auto-close',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { requestId }: { requestId: string }) {
    const { requests } = ctx.tx.t
    await waitForPlanned(ctx, requestId)
    await ctx.tx
      .update(requests)
      .set({ autoCloseCheckAt: requests.autoCloseAt })
      .where(and(eq(requests.id, requestId), or(isNull(requests.autoCloseAt), gt(requests.autoCloseAt, ctx.now))))
    return null
  },
})

/** What is planned for later, a call back, is waited for; the days of the type begin after it. */
async function waitForPlanned(ctx: Ctx, requestId: string): Promise<void> {
  const { requests, requestTypes } = ctx.tx.t
  const planned = await plannedFor(ctx, requestId)
  if (planned === null) return
  const [type] = await ctx.tx
    .select({ autoCloseMs: requestTypes.autoCloseMs })
    .from(requests)
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .where(eq(requests.id, requestId))
  if (!type) return
  await ctx.tx
    .update(requests)
    .set({ autoCloseAt: planned + (type.autoCloseMs ?? 0) })
    .where(and(eq(requests.id, requestId), lte(requests.autoCloseAt, ctx.now)))
}
