import { shownPresence, type ShownPresence, takesOffers } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import type {} from './events.ts'

export type PresenceRecord = Reader['t']['presence']['$inferSelect']
type Why = 'chosen' | 'connected' | 'offline' | 'signedOut' | 'missedOffers' | 'doNotDisturb' | 'byColleague'

/** Somebody who was never at his desk. */
export const neverHere = (operatorId: string, now: number): PresenceRecord => ({
  operatorId,
  chosen: 'offline',
  awayReason: null,
  since: now,
  isConnected: false,
  graceUntil: null,
  missedInRow: 0,
  idleSince: now,
  lastOfferedAt: null,
  dndSince: null,
  dndUntil: null,
  dndBy: null,
  dndLookAt: null,
  quietHours: null,
  version: 0,
})

/**
 * Locks the operator's presence until the end of the transaction. Everything that gives him work or takes it away
 * does so first, so that two processes never count his capacity at the same time (rule 15).
 */
export async function lockPresence(ctx: Ctx, operatorId: string): Promise<PresenceRecord | null> {
  const { presence } = ctx.tx.t
  const [row] = await locked(
    ctx.tx,
    ctx.tx.select().from(presence).where(eq(presence.operatorId, operatorId)),
    presence,
  )
  return row ?? null
}

/** The same, and makes the row of somebody who was never here. */
export async function lockOrMakePresence(ctx: Ctx, operatorId: string): Promise<PresenceRecord> {
  const found = await lockPresence(ctx, operatorId)
  if (found) return found
  await ctx.tx.insert(ctx.tx.t.presence).values(neverHere(operatorId, ctx.now)).onConflictDoNothing()
  return (await lockPresence(ctx, operatorId)) ?? neverHere(operatorId, ctx.now)
}

export const shownNow = (row: PresenceRecord, now: number): ShownPresence => shownPresence({ ...row, now })

/**
 * Writes a locked presence. Colleagues are told only when what they see changes; whoever takes offers again is
 * routed to also when it looks the same to them (a reload within the grace).
 */
export async function writePresence(
  ctx: Ctx,
  before: PresenceRecord,
  fields: Partial<PresenceRecord>,
  why: Why,
): Promise<PresenceRecord> {
  const { presence } = ctx.tx.t
  const { operatorId } = before
  const after = { ...before, ...fields }
  // Who comes back stands at the end of the line of those who are idle.
  const isBack = before.chosen !== after.chosen || before.dndSince !== after.dndSince
  const idle = takesOffers(after) && isBack ? { idleSince: ctx.now } : {}
  const row = { ...after, ...idle, version: before.version + 1 }
  await ctx.tx.update(presence).set(row).where(eq(presence.operatorId, operatorId))
  const shown = shownNow(row, ctx.now)
  const looksOther =
    shown !== shownNow(before, ctx.now) ||
    row.awayReason !== before.awayReason ||
    row.dndSince !== before.dndSince ||
    row.dndUntil !== before.dndUntil
  if (looksOther || why === 'offline')
    ctx.emit('presence.changed', { operatorId, chosen: row.chosen, awayReason: row.awayReason, shown, why })
  else if (takesOffers(row) && !takesOffers(before)) ctx.owe('routeOperator', { operatorId })
  return row
}
