import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** Templates for messages, own and shared (row M3). */
export const defineQuickReplies = (k: Kit) => ({
  quickReplies: k.table(
    'quick_replies',
    {
      id: k.id('id').primaryKey(),
      /** The operator whose own it is; '' = shared. Not null, so that one index serves both. */
      owner: k.id('owner').notNull(),
      shortcut: k.text('shortcut').notNull(),
      shortcutFolded: k.id('shortcut_folded').notNull(),
      title: k.text('title').notNull(),
      group: k.text('group_name').notNull(),
      texts: k.json<Record<string, string>>('texts').notNull(),
      attachmentIds: k.json<string[]>('attachment_ids').notNull(),
      uses: k.int('uses').notNull(),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** Deleted, and for a day to be restored. */
      deletedAt: k.instant('deleted_at'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k
        .uniqueIndex('quick_replies_shortcut')
        .on(t.owner, t.shortcutFolded)
        .where(sql`deleted_at is null`),
      k
        .index('quick_replies_deleted')
        .on(t.deletedAt)
        .where(sql`deleted_at is not null`),
    ],
  ),
  /** The folded words by which a reply is found, with the best place in which each stands. */
  quickReplyWords: k.table(
    'quick_reply_words',
    {
      owner: k.id('owner').notNull(),
      word: k.id('word').notNull(),
      quickReplyId: k.id('quick_reply_id').notNull(),
      rank: k.int('rank').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.owner, t.word, t.quickReplyId] }),
      k.index('quick_reply_words_reply').on(t.quickReplyId),
    ],
  ),
})
