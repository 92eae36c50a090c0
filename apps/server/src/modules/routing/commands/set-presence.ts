import { type AwayReason, type ChosenPresence, takesOffers } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { withdrawOffersOf } from '../offers.ts'
import { lockOrMakePresence, writePresence } from '../presence-row.ts'
import { operatorOf } from '../store.ts'

/**
 * Chooses the own presence (rule 20); away needs a reason. What rings at somebody who steps away goes on at once,
 * tasks in progress stay.
 */
export const setPresence = command({
  name: 'set-presence',
  action: 'tasks.handle',
  load: (ctx) => lockOrMakePresence(ctx, operatorOf(ctx).id),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, before, input: { chosen: Exclude<ChosenPresence, 'offline'>; awayReason: AwayReason | null }) {
    const awayReason = input.chosen === 'away' ? input.awayReason : null
    if (input.chosen === 'away' && awayReason === null)
      throw new AppError('INVALID_INPUT', 'away needs a reason', {
        issues: [{ path: 'awayReason', message: 'needed' }],
      })
    const isSame = before.chosen === input.chosen && before.awayReason === awayReason
    const fields = { chosen: input.chosen, awayReason, missedInRow: 0, since: isSame ? before.since : ctx.now }
    const row = await writePresence(ctx, before, fields, 'chosen')
    if (!takesOffers(row)) await withdrawOffersOf(ctx, row.operatorId, 'notAvailable')
    return { operatorId: row.operatorId }
  },
})
