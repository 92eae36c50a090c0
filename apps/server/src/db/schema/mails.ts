import { mailStates } from '@care/domain'
import { sql } from 'drizzle-orm'
import type { Kit } from '../dialect/column-kit.ts'

/** What goes out by mail. Its words are those of its message, its request and customer those of its activity. */
export const defineMails = (k: Kit) => ({
  mails: k.table(
    'mails',
    {
      id: k.id('id').primaryKey(),
      messageId: k.id('message_id').notNull().unique(),
      activityId: k.id('activity_id').notNull(),
      /** Who wrote it. */
      operatorId: k.id('operator_id').notNull(),
      toAddress: k.text('to_address').notNull(),
      subject: k.text('subject').notNull(),
      state: k.oneOf('state', mailStates).notNull(),
      createdAt: k.instant('created_at').notNull(),
      /** Not before then, and after a failed try not before then; null when it is no longer to be sent. */
      sendAfter: k.instant('send_after'),
      tries: k.int('tries').notNull(),
      error: k.text('error'),
    },
    (t) => [
      k.index('mails_activity').on(t.activityId, t.createdAt, t.id),
      k
        .index('mails_due')
        .on(t.sendAfter, t.id)
        .where(sql`state = 'waiting'`),
    ],
  ),
})
