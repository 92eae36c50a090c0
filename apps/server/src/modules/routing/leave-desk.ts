import { eq } from 'drizzle-orm'
import type { Ctx } from '../../kernel/command.ts'
import { returnAllTasks } from './give-back.ts'
import { withdrawOffersOf } from './offers.ts'
import { lockPresence, writePresence } from './presence-row.ts'

/**
 * The operator signs out of his last session: offline at once, without grace; what rings at him moves on. `return`
 * gives back everything, `keep` keeps slow work; live talks never stay with somebody who is gone (rule 22).
 */
export async function leaveDesk(ctx: Ctx, operatorId: string, tasks: 'return' | 'keep'): Promise<void> {
  const before = await lockPresence(ctx, operatorId)
  const { connections } = ctx.tx.t
  await ctx.tx.delete(connections).where(eq(connections.operatorId, operatorId))
  if (before) await writePresence(ctx, before, { isConnected: false, graceUntil: null, since: ctx.now }, 'signedOut')
  await withdrawOffersOf(ctx, operatorId, 'notAvailable')
  await returnAllTasks(ctx, operatorId, 'signedOut', tasks === 'return' ? 'slowWork' : 'nothing')
}
