import { panelKinds, type ChosenWays, type NotificationKind } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export const defineNotifications = (k: Kit) => ({
  /** What an operator is to be told, by ids: names, titles and texts are read when it is shown (row X4). */
  notifications: k.table(
    'notifications',
    {
      id: k.id('id').primaryKey(),
      operatorId: k.id('operator_id').notNull(),
      kind: k.oneOf('kind', panelKinds as [NotificationKind, ...NotificationKind[]]).notNull(),
      requestId: k.id('request_id'),
      activityId: k.id('activity_id'),
      commentId: k.id('comment_id'),
      /** Of kinds about something else: a to-do, a queue. */
      subjectId: k.id('subject_id'),
      /** Who did it, never the operator himself (rule 43); null = Care Desktop. */
      actorKind: k.oneOf('actor_kind', ['operator', 'customer', 'system']).notNull(),
      actorId: k.id('actor_id'),
      /** The same again while it was open adds here and makes no second row. */
      times: k.int('times').notNull(),
      at: k.instant('at').notNull(),
      seenAt: k.instant('seen_at'),
      handledAt: k.instant('handled_at'),
      dedupeKey: k.id('dedupe_key').notNull(),
      /** When it is to be looked at whether a mail is due; while it is sent, when another may take it. Null: no more mail. */
      mailAt: k.instant('mail_at'),
    },
    (t) => [
      // All but the first and the last hold only what is open: few rows, however many there ever were.
      k.index('notifications_operator').on(t.operatorId, t.at, t.id),
      k
        .uniqueIndex('notifications_open')
        .on(t.operatorId, t.dedupeKey)
        .where(sql`handled_at is null`),
      k
        .index('notifications_open_at')
        .on(t.operatorId, t.at, t.id)
        .where(sql`handled_at is null`),
      k
        .index('notifications_request')
        .on(t.requestId)
        .where(sql`handled_at is null`),
      k
        .index('notifications_activity')
        .on(t.activityId)
        .where(sql`handled_at is null`),
      k
        .index('notifications_subject')
        .on(t.subjectId)
        .where(sql`handled_at is null and subject_id is not null`),
      k.index('notifications_at').on(t.at),
      k
        .index('notifications_mail')
        .on(t.mailAt)
        .where(sql`mail_at is not null`),
    ],
  ),
  /** How an operator wants to be told; no row = the defaults. */
  notificationSettings: k.table('notification_settings', {
    operatorId: k.id('operator_id').primaryKey(),
    ways: k.json<ChosenWays>('ways').notNull(),
    /** 0 to 100. */
    volume: k.int('volume').notNull(),
  }),
})
