import { eq, max, sql } from '../db/drizzle.ts'
import type { Ctx } from './command.ts'

/** A number of the log that is missing so long will not come: its transaction was rolled back. */
const lostAfterMs = 30_000

/**
 * Where a reader of the event log stands, locked until the end of the transaction: another process waits and then goes
 * on from where this one got to. It begins at the end of the log; what is older has to be found another way.
 */
export async function lockLogReader(ctx: Ctx, name: string): Promise<number> {
  const { events } = ctx.tx.t
  const [last] = await ctx.tx.select({ seq: max(events.seq) }).from(events)
  return lockReader(ctx, name, last?.seq ?? 0)
}

/** The same for one who reads something else by number; it begins where it is told. */
export async function lockReader(ctx: Ctx, name: string, start: number): Promise<number> {
  const { logReaders } = ctx.tx.t
  await ctx.tx.insert(logReaders).values({ name, seq: start }).onConflictDoNothing()
  const [row] = await ctx.tx
    .update(logReaders)
    .set({ seq: sql`${logReaders.seq}` })
    .where(eq(logReaders.name, name))
    .returning()
  return row?.seq ?? 0
}

/** Sets where a reader stands from now on. */
export async function moveReader(ctx: Ctx, name: string, seq: number): Promise<void> {
  const { logReaders } = ctx.tx.t
  await ctx.tx.update(logReaders).set({ seq }).where(eq(logReaders.name, name))
}

/** How far `rows`, read from behind `seq`, are whole. PostgreSQL gives numbers before the commit: behind a gap something may still appear. */
export function wholeUpTo(seq: number, rows: ReadonlyArray<{ seq: number; at: number }>, now: number): number {
  let end = seq
  for (const row of rows) {
    if (row.seq !== end + 1 && row.at > now - lostAfterMs) break
    end = row.seq
  }
  return end
}
