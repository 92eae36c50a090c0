import { and, eq, ne } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { about } from '../store.ts'
import { oweUnread } from '../unread-left.ts'

/** The visitor's first widget connected or his last one went; told to whoever talks with him. */
export const setCustomerHere = command({
  name: 'set-customer-here',
  action: 'visitor',
  load: async (_ctx, input: { visitorId: string; isHere: boolean }) => input,
  allow: ({ actor }, input) => actor.kind === 'visitor' && actor.id === input.visitorId,
  async run(ctx, { visitorId, isHere }) {
    const { activities } = ctx.tx.t
    const rows = await ctx.tx
      .update(activities)
      .set({ customerIsHere: isHere })
      .where(
        and(eq(activities.visitorId, visitorId), ne(activities.state, 'ended'), eq(activities.customerIsHere, !isHere)),
      )
      .returning()
    for (const row of rows)
      if (!isHere && row.medium === 'chat' && row.messageSeq > row.customerRead) oweUnread(ctx, row.id)
    for (const row of rows) ctx.tell('customer.here', { ...about(row), isHere, operatorId: row.operatorId })
    return { changed: rows.length }
  },
})
