import { eq } from '../db/drizzle.ts'
import { AppError } from './app-error.ts'
import type { Ctx } from './command.ts'

/** Takes the key for this transaction; an earlier holder's answer is given back, one still at work is waited for. */
export async function remembered<O>(ctx: Ctx, key: string): Promise<{ result: O } | null> {
  const { idempotency } = ctx.tx.t
  const taken = await ctx.tx
    .insert(idempotency)
    .values({ key, result: null, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (taken.length > 0) return null
  const [row] = await ctx.tx.select().from(idempotency).where(eq(idempotency.key, key))
  if (!row) throw new AppError('UNAVAILABLE')
  return { result: (row.result as { value: O }).value }
}

export async function remember(ctx: Ctx, key: string, value: unknown): Promise<void> {
  const { idempotency } = ctx.tx.t
  await ctx.tx.update(idempotency).set({ result: { value } }).where(eq(idempotency.key, key))
}
