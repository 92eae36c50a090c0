import { noticeMailGivenUpMs, noticeMailRetryMs } from '@care/domain'
import { and, eq, gt, inArray } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import type {} from '../events.ts'
import type { ClaimedNotices } from './claim-notice-mail.ts'

/** `dropped`: it is not sent, now or later. `later`: it could not be handed over now. */
export type NoticeMailEnd = 'sent' | 'dropped' | 'later'

/**
 * Notes how it went with a mail that was claimed. What could not be sent is tried again for an hour after it happened.
 * Nothing when it was settled before, or another has taken it since.
 */
export const settleNoticeMail = command({
  name: 'settle-notice-mail',
  action: [],
  load: async (_ctx, input: { claimed: ClaimedNotices; end: NoticeMailEnd }) => input,
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, { claimed: { operatorId, ids, leaseUntil }, end }) {
    const { notifications } = ctx.tx.t
    const isInHand = and(
      eq(notifications.operatorId, operatorId),
      eq(notifications.mailAt, leaseUntil),
      inArray(notifications.id, ids),
    )
    if (end === 'later')
      await ctx.tx
        .update(notifications)
        .set({ mailAt: ctx.now + noticeMailRetryMs })
        .where(and(isInHand, gt(notifications.at, ctx.now - noticeMailGivenUpMs)))
    const settled = await ctx.tx
      .update(notifications)
      .set({ mailAt: null })
      .where(isInHand)
      .returning({ id: notifications.id })
    if (end === 'sent' && settled.length > 0)
      ctx.emit('notifications.mailed', { operatorId, notificationIds: settled.map(({ id }) => id) })
  },
})
