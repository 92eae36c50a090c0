import type { NotificationSettings } from '@care/contract'
import type { ChosenWays, NotificationEvent } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { inTurn } from '../../../db/sql.ts'
import type {} from '../events.ts'
import { settingsOf } from '../settings.ts'

/** Changes how one is told. Of the ways only the switches named change, so that two tabs do not undo each other. */
export const changeNotificationSettings = command({
  name: 'change-notification-settings',
  action: 'signedIn',
  load: async (ctx) => {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    await inTurn(ctx.tx, `notification-settings:${ctx.actor.id}`)
    return { operatorId: ctx.actor.id, before: await settingsOf(ctx.tx, ctx.actor.id) }
  },
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, { operatorId, before }, patch: { ways?: ChosenWays | undefined; volume?: number | undefined }) {
    const after: NotificationSettings = {
      ways: merged(before.ways, patch.ways ?? {}),
      volume: patch.volume ?? before.volume,
    }
    const { notificationSettings } = ctx.tx.t
    await ctx.tx
      .insert(notificationSettings)
      .values({ operatorId, ...after })
      .onConflictDoUpdate({ target: notificationSettings.operatorId, set: after })
    ctx.emit('notificationSettings.changed', { operatorId, fields: Object.keys(patch) })
    return after
  },
})

const merged = (before: ChosenWays, patch: ChosenWays): ChosenWays => {
  const after = { ...before }
  for (const [event, switches] of Object.entries(patch) as Array<[NotificationEvent, ChosenWays[NotificationEvent]]>)
    after[event] = { ...after[event], ...switches }
  return after
}
