import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export const blockedKinds = ['visitor', 'email', 'network'] as const

/** Who is refused at the door, by whom, since when and until when (rule 26). */
export const defineBlockedSenders = (k: Kit) => ({
  blockedSenders: k.table(
    'blocked_senders',
    {
      id: k.id('id').primaryKey(),
      kind: k.oneOf('kind', blockedKinds).notNull(),
      /** A visitor's id, a folded mail address, or an IP address or range in its one spelling. */
      value: k.id('value').notNull(),
      /** The spam that blocked him; null when somebody typed it in. */
      requestId: k.id('request_id'),
      customerId: k.id('customer_id'),
      blockedAt: k.instant('blocked_at').notNull(),
      blockedById: k.id('blocked_by_id'),
      liftedAt: k.instant('lifted_at'),
      liftedById: k.id('lifted_by_id'),
    },
    (t) => [
      k
        .uniqueIndex('blocked_senders_now')
        .on(t.kind, t.value)
        .where(sql`lifted_at is null`),
      k
        .index('blocked_senders_blocked')
        .on(t.blockedAt, t.id)
        .where(sql`lifted_at is null`),
      k
        .index('blocked_senders_lifted')
        .on(t.liftedAt, t.id)
        .where(sql`lifted_at is not null`),
    ],
  ),
})
