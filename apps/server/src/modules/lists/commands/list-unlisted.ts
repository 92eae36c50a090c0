import { asc, eq, gt, sql } from 'drizzle-orm'
import { command, type Ctx } from '../../../kernel/command.ts'
import { listNew } from '../relist.ts'

const atOnce = 100
const reader = 'unlisted'

/**
 * Puts requests into the lists that came into the database by another way than a command (an import, an update of the
 * product): all by number, once. False when there are no more.
 */
export const listUnlisted = command({
  name: 'list-unlisted',
  action: [],
  load: (ctx, _input: null) => readTo(ctx),
  allow: () => false,
  async run(ctx, number): Promise<{ isMore: boolean }> {
    const { requests, logReaders } = ctx.tx.t
    const rows = await ctx.tx
      .select({ id: requests.id, number: requests.number })
      .from(requests)
      .where(gt(requests.number, number))
      .orderBy(asc(requests.number))
      .limit(atOnce)
    const last = rows.at(-1)
    if (!last) return { isMore: false }
    await listNew(
      ctx.tx,
      rows.map(({ id }) => id),
    )
    await ctx.tx.update(logReaders).set({ seq: last.number }).where(eq(logReaders.name, reader))
    return { isMore: rows.length === atOnce }
  },
})

async function readTo(ctx: Ctx): Promise<number> {
  const { logReaders } = ctx.tx.t
  await ctx.tx.insert(logReaders).values({ name: reader, seq: 0 }).onConflictDoNothing()
  const [row] = await ctx.tx
    .update(logReaders)
    .set({ seq: sql`${logReaders.seq}` })
    .where(eq(logReaders.name, reader))
    .returning()
  return row?.seq ?? 0
}
