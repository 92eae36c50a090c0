import type { AwayReason, ChosenPresence } from '@care/domain'
import { takesOffers } from '@care/domain'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { mayHandleTasks } from '../members.ts'
import { withdrawOffersOf } from '../offers.ts'
import { lockPresence, writePresence } from '../presence-row.ts'
import { operatorOf } from '../store.ts'

export interface SetOperatorPresence {
  operatorId: string
  chosen: Exclude<ChosenPresence, 'offline'>
  awayReason: AwayReason | null
}

/**
 * Changes what a colleague is, who is told by whom. Refuses with NOT_ALLOWED_NOW who is not at his desk: nobody would
 * answer what rings there. What he has in progress stays, what rings at him moves on when he steps away.
 */
export const setOperatorPresence = command({
  name: 'set-operator-presence',
  action: 'operators.managePresence',
  async load(ctx, { operatorId }: SetOperatorPresence) {
    const { operators } = ctx.tx.t
    const [who] = await ctx.tx
      .select({ role: operators.role })
      .from(operators)
      .where(and(eq(operators.id, operatorId), eq(operators.isActive, true)))
    if (!who || !mayHandleTasks(who.role)) throw notFound('operator')
    return lockPresence(ctx, operatorId)
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, before, { operatorId, chosen, awayReason: reason }) {
    if (!before?.isConnected || before.chosen === 'offline')
      throw new AppError('NOT_ALLOWED_NOW', 'he is not at his desk')
    const awayReason = chosen === 'away' ? reason : null
    const isSame = before.chosen === chosen && before.awayReason === awayReason
    if (isSame) return { operatorId }
    const { id, name } = operatorOf(ctx)
    const row = await writePresence(ctx, before, { chosen, awayReason, missedInRow: 0, since: ctx.now }, 'byColleague')
    ctx.tell('presence.setByOther', { operatorId, by: { id, name }, shown: chosen })
    if (!takesOffers(row)) await withdrawOffersOf(ctx, operatorId, 'notAvailable')
    return { operatorId }
  },
})
