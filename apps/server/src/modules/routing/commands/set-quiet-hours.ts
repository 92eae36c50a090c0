import { doNotDisturbAt, type QuietHours } from '@care/domain'
import { command } from '../../../kernel/command.ts'
import { lockOrMakePresence } from '../presence-row.ts'
import { operatorOf } from '../store.ts'
import { dndOf } from './refresh-do-not-disturb.ts'
import { writeDoNotDisturb } from './set-do-not-disturb.ts'

/** Chooses the own quiet hours, or none; they hold at once when it is their time. */
export const setQuietHours = command({
  name: 'set-quiet-hours',
  action: 'signedIn',
  load: (ctx) => lockOrMakePresence(ctx, operatorOf(ctx).id),
  allow: (ctx) => ctx.actor.kind === 'operator',
  async run(ctx, before, { quietHours }: { quietHours: QuietHours | null }) {
    await writeDoNotDisturb(ctx, before, doNotDisturbAt(dndOf(before), quietHours, ctx.now), { quietHours })
    return { operatorId: before.operatorId }
  },
})
