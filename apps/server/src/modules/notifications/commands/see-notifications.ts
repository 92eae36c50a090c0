import { and, eq, inArray, isNull } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { tellSettled } from '../notify.ts'

/** Marks one's own as read: some, or all that are open. What is read already stays as it is. */
export const seeNotifications = command({
  name: 'see-notifications',
  action: 'signedIn',
  load: async () => null,
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _, { ids }: { ids?: readonly string[] | undefined }) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const { notifications } = ctx.tx.t
    const rows = await ctx.tx
      .update(notifications)
      .set({ seenAt: ctx.now })
      .where(
        and(
          eq(notifications.operatorId, ctx.actor.id),
          isNull(notifications.seenAt),
          isNull(notifications.handledAt),
          ids === undefined ? undefined : inArray(notifications.id, [...ids]),
        ),
      )
      .returning({ operatorId: notifications.operatorId })
    tellSettled(ctx, rows)
    return { marked: rows.length }
  },
})
