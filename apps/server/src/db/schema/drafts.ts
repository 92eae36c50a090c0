import type { Kit } from '../dialect/column-kit.ts'

export const defineDrafts = (k: Kit) => ({
  /** What an operator has begun to write and not sent; one of each kind for each activity. Not in the event log. */
  drafts: k.table(
    'drafts',
    {
      operatorId: k.id('operator_id').notNull(),
      activityId: k.id('activity_id').notNull(),
      kind: k.oneOf('kind', ['reply', 'comment']).notNull(),
      text: k.text('text').notNull(),
      attachmentIds: k.json<string[]>('attachment_ids').notNull(),
      /** Written at the same time in another window and older: kept until he has looked at it. */
      otherText: k.text('other_text'),
      /** How far he had read the thread when he began to write. */
      seenSeq: k.int('seen_seq'),
      /** When he wrote it, by his desk's idea of the server's clock: of two versions the later one stands. */
      editedAt: k.instant('edited_at').notNull(),
      rev: k.int('rev').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.operatorId, t.activityId, t.kind] }),
      k.index('drafts_activity').on(t.activityId),
      k.index('drafts_updated').on(t.updatedAt),
    ],
  ),
})
