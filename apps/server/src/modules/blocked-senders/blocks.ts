import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'

export type BlockRecord = Reader['t']['blockedSenders']['$inferSelect']
type NewBlock = Pick<BlockRecord, 'kind' | 'value' | 'requestId' | 'customerId'>

const byActor = (ctx: Ctx): string | null => (ctx.actor.kind === 'operator' ? ctx.actor.id : null)

/** Blocks those who are not blocked yet and answers the new rows; their visitors' rows say so too. */
export async function block(ctx: Ctx, wanted: readonly NewBlock[]): Promise<BlockRecord[]> {
  const { blockedSenders } = ctx.tx.t
  if (wanted.length === 0) return []
  const made = await ctx.tx
    .insert(blockedSenders)
    .values(wanted.map((one) => ({ ...one, id: ctx.newId(), blockedAt: ctx.now, blockedById: byActor(ctx) })))
    .onConflictDoNothing()
    .returning()
  await markVisitors(ctx, made, ctx.now)
  say(ctx, 'sender.blocked', made)
  return made
}

/** Lifts those that still stand. */
export async function lift(ctx: Ctx, ids: readonly string[]): Promise<BlockRecord[]> {
  const { blockedSenders } = ctx.tx.t
  const lifted = await ctx.tx
    .update(blockedSenders)
    .set({ liftedAt: ctx.now, liftedById: byActor(ctx) })
    .where(and(inArray(blockedSenders.id, [...ids]), isNull(blockedSenders.liftedAt)))
    .returning()
  await markVisitors(ctx, lifted, null)
  say(ctx, 'sender.lifted', lifted)
  return lifted
}

async function markVisitors(ctx: Ctx, blocks: readonly BlockRecord[], blockedAt: number | null): Promise<void> {
  const ids = blocks.filter(({ kind }) => kind === 'visitor').map(({ value }) => value)
  const { visitors } = ctx.tx.t
  if (ids.length > 0) await ctx.tx.update(visitors).set({ blockedAt }).where(inArray(visitors.id, ids))
}

function say(ctx: Ctx, type: 'sender.blocked' | 'sender.lifted', blocks: readonly BlockRecord[]): void {
  const [first] = blocks
  if (!first) return
  const { requestId, customerId } = first
  ctx.emit(type, { requestId, customerId, blockIds: blocks.map(({ id }) => id) })
}

/** One of them. */
export async function findBlock(db: Reader, blockId: string): Promise<BlockRecord | undefined> {
  const { blockedSenders } = db.t
  const [row] = await db.select().from(blockedSenders).where(eq(blockedSenders.id, blockId))
  return row
}
