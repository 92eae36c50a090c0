import { and, eq } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import { endWrapUp } from '../activities/index.ts'
import { returnAllTasks } from './give-back.ts'
import { withdrawOffersOf } from './offers.ts'
import { lockPresence, writePresence } from './presence-row.ts'

/**
 * The operator signs out of his last session: offline at once, without grace; what rings at him moves on. `return`
 * gives back everything, `keep` keeps slow work; live talks never stay with somebody who is gone (rule 22). `clear` gives back
 * also what a colleague is asked to take over: there is nobody to whom it could come back.
 */
export async function leaveDesk(ctx: Ctx, operatorId: string, tasks: 'return' | 'keep' | 'clear'): Promise<void> {
  const before = await lockPresence(ctx, operatorId)
  const { connections } = ctx.tx.t
  await ctx.tx.delete(connections).where(eq(connections.operatorId, operatorId))
  if (before) await writePresence(ctx, before, { isConnected: false, graceUntil: null, since: ctx.now }, 'signedOut')
  await withdrawOffersOf(ctx, operatorId, 'notAvailable')
  await endWrapUpsOf(ctx, operatorId)
  const also = { return: 'slowWork', keep: 'nothing', clear: 'everything' } as const
  await returnAllTasks(ctx, operatorId, 'signedOut', also[tasks])
}

/** What he wraps up is done with what he has chosen and typed so far. */
async function endWrapUpsOf(ctx: Ctx, operatorId: string): Promise<void> {
  const { activities } = ctx.tx.t
  const open = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.operatorId, operatorId), eq(activities.state, 'wrapUp')))
  for (const { id } of open) await endWrapUp(ctx, id, 'signedOut')
}
