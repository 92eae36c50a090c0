import { callOutcomes } from '@care/domain/callbacks'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** Call backs beside their activities, and the tries of each (row K4). */
export const defineCallbacks = (k: Kit) => ({
  callbacks: k.table(
    'callbacks',
    {
      activityId: k.id('activity_id').primaryKey(),
      /** As it is dialled and compared: E.164 where the country is known. */
      phone: k.id('phone').notNull(),
      origin: k.oneOf('origin', ['customer', 'operator', 'missedCall']).notNull(),
      createdById: k.id('created_by_id'),
      createdAt: k.instant('created_at').notNull(),
      /** What was promised to the customer; the zone in which he was shown it. */
      slotFrom: k.instant('slot_from').notNull(),
      slotTo: k.instant('slot_to').notNull(),
      timeZone: k.text('time_zone'),
      note: k.text('note').notNull(),
      /** When it goes into its queue; null while it waits there, is in progress, or is over. */
      dueAt: k.instant('due_at'),
      attempts: k.int('attempts').notNull(),
      lastOutcome: k.oneOf('last_outcome', callOutcomes),
      cancelledAt: k.instant('cancelled_at'),
      cancelledBy: k.oneOf('cancelled_by', ['customer', 'operator']),
      /** SHA-256 of the token in the customer's link; a new link takes the place of the one before. */
      linkHash: k.id('link_hash'),
    },
    (t) => [
      k
        .index('callbacks_due')
        .on(t.dueAt, t.activityId)
        .where(sql`due_at is not null`),
      k.index('callbacks_slot').on(t.slotFrom),
      k.index('callbacks_phone').on(t.phone, t.createdAt),
      k
        .uniqueIndex('callbacks_link')
        .on(t.linkHash)
        .where(sql`link_hash is not null`),
    ],
  ),
  callbackAttempts: k.table(
    'callback_attempts',
    {
      activityId: k.id('activity_id').notNull(),
      number: k.int('number').notNull(),
      operatorId: k.id('operator_id').notNull(),
      outcome: k.oneOf('outcome', callOutcomes).notNull(),
      note: k.text('note').notNull(),
      at: k.instant('at').notNull(),
      nextTryAt: k.instant('next_try_at'),
    },
    // Two who note the same try: one of them is too late.
    (t) => [k.primaryKey({ columns: [t.activityId, t.number] })],
  ),
})
