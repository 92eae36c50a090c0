import { disturb, type DoNotDisturb, doNotDisturbAt, takesOffers } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { withdrawOffersOf } from '../offers.ts'
import { lockOrMakePresence, type PresenceRecord, writePresence } from '../presence-row.ts'
import { operatorOf } from '../store.ts'

/**
 * Nothing is offered from now on, until then or until he says so; or it is over. Ended within quiet hours it stays ended
 * until the next ones. What rings at him goes on at once, tasks in progress stay. Refuses a time that is over.
 */
export const setDoNotDisturb = command({
  name: 'set-do-not-disturb',
  action: 'signedIn',
  load: (ctx) => lockOrMakePresence(ctx, operatorOf(ctx).id),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, before, { isOn, until }: { isOn: boolean; until: number | null }) {
    if (isOn && until !== null && until <= ctx.now)
      throw new AppError('INVALID_INPUT', 'it is over already', {
        issues: [{ path: 'until', message: 'is over already' }],
      })
    const chosen: DoNotDisturb = isOn ? { since: before.dndSince ?? ctx.now, until, by: 'hand' } : disturb
    await writeDoNotDisturb(ctx, before, doNotDisturbAt(chosen, before.quietHours, ctx.now, !isOn))
    return { operatorId: before.operatorId }
  },
})

/** Writes what holds from now on, and lets go on what rang at him. */
export async function writeDoNotDisturb(
  ctx: Ctx,
  before: PresenceRecord,
  { since, until, by, lookAt }: ReturnType<typeof doNotDisturbAt>,
  fields: Partial<PresenceRecord> = {},
): Promise<void> {
  const dnd = { dndSince: since, dndUntil: until, dndBy: by, dndLookAt: lookAt }
  const row = await writePresence(ctx, before, { ...dnd, ...fields }, 'doNotDisturb')
  if (takesOffers(before) && !takesOffers(row)) await withdrawOffersOf(ctx, row.operatorId, 'notAvailable')
}
