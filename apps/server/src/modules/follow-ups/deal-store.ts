import { type DealStage, defaultDealStages } from '@care/domain/follow-ups'
import { and, eq, isNull, sql } from '../../db/drizzle.ts'
import { locked, plus } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { maySee } from './rights.ts'

export type DealRecord = Reader['t']['deals']['$inferSelect']

/** Where deals without a date stand: behind every date that there is. */
const endOfTime = '9999-12-31'
export const expectedColumns = (expectedOn: string | null) => ({ expectedOn, expectedKey: expectedOn ?? endOfTime })

export const stagesKey = 'deals.stages'
/** The workspace's own stages, or the ones it is born with. */
export async function dealStages(db: Reader): Promise<readonly DealStage[]> {
  const { settings } = db.t
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, stagesKey))
  return Array.isArray(row?.value) ? (row.value as DealStage[]) : defaultDealStages
}

/** The columns of a stage. Refuses one that the workspace does not have. */
export async function stageColumns(
  ctx: Ctx,
  key: string | undefined,
): Promise<Pick<DealRecord, 'stage' | 'state' | 'closedAt'>> {
  const stages = await dealStages(ctx.tx)
  const stage = key === undefined ? stages[0] : stages.find((one) => one.key === key)
  if (!stage) throw new AppError('INVALID_INPUT', 'no such stage', { issues: [{ path: 'stage', message: 'unknown' }] })
  return { stage: stage.key, state: stage.state, closedAt: stage.state === 'open' ? null : ctx.now }
}

/** Locks it for a change; what the actor may not see does not exist for him. */
export async function loadDeal(ctx: Ctx, dealId: string): Promise<DealRecord> {
  const { deals } = ctx.tx.t
  const query = ctx.tx
    .select()
    .from(deals)
    .where(and(eq(deals.id, dealId), isNull(deals.deletedAt)))
  const [row] = await locked(ctx.tx, query, deals)
  if (!row || !(await maySee(ctx.tx, ctx.actor, row))) throw notFound('deal')
  return row
}

/** Writes fields of a locked deal, counts its version, and keeps the totals true. */
export async function writeDeal(ctx: Ctx, before: DealRecord, fields: Partial<DealRecord>): Promise<DealRecord> {
  const { deals } = ctx.tx.t
  const [row] = await ctx.tx
    .update(deals)
    .set({ ...fields, updatedAt: ctx.now, version: plus(deals.version, 1) })
    .where(eq(deals.id, before.id))
    .returning()
  if (!row) throw notFound('deal')
  await countDeals(ctx, before, row)
  return row
}

/** Takes what a deal counted for from the totals and adds what it counts for now; a deleted one counts for nothing. */
export async function countDeals(ctx: Ctx, before: DealRecord | null, after: DealRecord): Promise<void> {
  const parts = [...shares(before, -1), ...shares(after, 1)]
  const [one, other] = parts
  if (one && other && keyOf(one) === keyOf(other)) {
    if (one.amount + other.amount !== 0) await add(ctx, { ...other, count: 0, amount: one.amount + other.amount })
    return
  }
  // In one order, so that two who move deals to and fro never wait for each other.
  for (const part of parts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) await add(ctx, part)
}

type Share = Pick<DealRecord, 'ownerId' | 'stage' | 'currency' | 'amount'> & { count: number }
const keyOf = ({ ownerId, stage, currency }: Share): string => JSON.stringify([ownerId, stage, currency])
const shares = (deal: DealRecord | null, sign: 1 | -1): Share[] => {
  if (deal === null || deal.deletedAt !== null) return []
  const { ownerId, stage, currency, amount } = deal
  return [{ ownerId, stage, currency, amount: sign * amount, count: sign }]
}

async function add(ctx: Ctx, share: Share): Promise<void> {
  const { dealTotals } = ctx.tx.t
  await ctx.tx
    .insert(dealTotals)
    .values(share)
    .onConflictDoUpdate({
      target: [dealTotals.ownerId, dealTotals.stage, dealTotals.currency],
      set: {
        count: sql`${dealTotals.count} + ${share.count}`,
        amount: sql`${dealTotals.amount} + ${share.amount}`,
      },
    })
}

/** What every event of a deal says. */
export const ofDeal = ({ id, customerId, requestId, ownerId }: DealRecord) => ({
  dealId: id,
  customerId,
  requestId,
  ownerId,
})
