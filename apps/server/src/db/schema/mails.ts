import { deliveryStates, mailStates } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export interface MailedPerson {
  address: string
  name: string
}

/**
 * What comes and goes by mail, one row a mail. Its words are those of its message, its request and customer those of its
 * activity; here stands what only mail has.
 */
export const defineMails = (k: Kit) => ({
  mails: k.table(
    'mails',
    {
      id: k.id('id').primaryKey(),
      direction: k.oneOf('direction', ['in', 'out']).notNull().default('out'),
      messageId: k.id('message_id').notNull().unique(),
      activityId: k.id('activity_id').notNull(),
      /** The mailbox that it came to or goes out from; null until one is chosen. */
      channelId: k.id('channel_id'),
      /** Who wrote it; null for what came in and for what the product writes by itself. */
      operatorId: k.id('operator_id'),
      /** Its Message-ID with its brackets (RFC 5322 3.6.4). */
      internetId: k.text('internet_id'),
      /** Ids of the mail that it answers and of those before, as they stand in its headers. */
      inReplyTo: k.json<string[]>('in_reply_to').notNull().default([]),
      references: k.json<string[]>('references').notNull().default([]),
      fromAddress: k.text('from_address').notNull().default(''),
      fromName: k.text('from_name').notNull().default(''),
      /** The address that it was sent to first; of one that came in that of our mailbox. */
      toAddress: k.text('to_address').notNull(),
      /** Whom else To names of a mail that goes out; those of one that came in are among `cc`. */
      alsoTo: k.json<MailedPerson[]>('also_to').notNull().default([]),
      /** To whom else, as they stand in To and Cc. */
      cc: k.json<MailedPerson[]>('cc').notNull().default([]),
      bcc: k.json<MailedPerson[]>('bcc').notNull().default([]),
      subject: k.text('subject').notNull(),
      /** Safe to be shown in a sandboxed frame; null for a mail that is only text. */
      html: k.text('html'),
      /** Files that the HTML shows in its place, by their Content-ID (RFC 2392): no others, whatever it names. */
      inlineFiles: k.json<Record<string, string>>('inline_files').notNull().default({}),
      /** What it quotes of earlier mails, shown folded; of one that goes out only what it forwards. */
      quotedText: k.text('quoted_text').notNull().default(''),
      quotedHtml: k.text('quoted_html'),
      /** Tells a customer who has left what stands unread in his chat (rule 38); its message is the last of those. */
      isUnreadChat: k.bool('is_unread_chat').notNull().default(false),
      /** Its words where they are not those of its message alone. */
      ownText: k.text('own_text'),
      /** Why it counts as written by a machine (rule 36), or for what we sent it by ourselves (rule 37). */
      automatic: k.text('automatic'),
      /** What of it could not be taken: too large, broken, a program. */
      problems: k.json<string[]>('problems').notNull().default([]),
      /** The whole mail as it came. */
      rawFileId: k.id('raw_file_id'),
      state: k.oneOf('state', ['received', ...mailStates]).notNull(),
      createdAt: k.instant('created_at').notNull(),
      /** Not before then, and after a failed try not before then; null when it is no longer to be sent. */
      sendAfter: k.instant('send_after'),
      sentAt: k.instant('sent_at'),
      tries: k.int('tries').notNull(),
      error: k.text('error'),
      /** What the mail server of the receiver reported later (RFC 3464); null when nothing was heard. */
      delivery: k.oneOf('delivery', deliveryStates),
      deliveryNote: k.text('delivery_note').notNull().default(''),
    },
    (t) => [
      k.index('mails_activity').on(t.activityId, t.createdAt, t.id),
      k
        .index('mails_due')
        .on(t.sendAfter, t.id)
        .where(sql`state in ('waiting', 'sending')`),
      /** A mail comes once (rule 33), and what answers it is found by it (rule 34). */
      k
        .uniqueIndex('mails_came')
        .on(t.internetId)
        .where(sql`direction = 'in'`),
      k.index('mails_internet_id').on(t.internetId),
      /** How many of these an address had of late. */
      k
        .index('mails_unread_chat')
        .on(t.toAddress, t.createdAt)
        .where(sql`is_unread_chat`),
    ],
  ),
})
