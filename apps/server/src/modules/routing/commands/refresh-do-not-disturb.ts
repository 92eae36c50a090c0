import { type DoNotDisturb, doNotDisturbAt } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { lockPresence, type PresenceRecord } from '../presence-row.ts'
import { writeDoNotDisturb } from './set-do-not-disturb.ts'

/** His quiet hours begin or end, or the time for which he was not to be disturbed is over; for the sweep. */
export const refreshDoNotDisturb = command({
  name: 'refresh-do-not-disturb',
  action: [],
  load: (ctx, input: { operatorId: string }) => lockPresence(ctx, input.operatorId),
  allow: () => false,
  async run(ctx, before) {
    if (!before || before.dndLookAt === null || before.dndLookAt > ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'not due')
    await writeDoNotDisturb(ctx, before, doNotDisturbAt(dndOf(before), before.quietHours, ctx.now))
    return null
  },
})

export const dndOf = ({ dndSince, dndUntil, dndBy }: PresenceRecord): DoNotDisturb => ({
  since: dndSince,
  until: dndUntil,
  by: dndBy,
})
