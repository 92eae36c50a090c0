import { dealStates, type Reminder } from '@care/domain/follow-ups'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

const open = sql`done_at is null and deleted_at is null`
const done = sql`done_at is not null and deleted_at is null`
const kept = sql`deleted_at is null`

/** To-dos and deals of customers (row J7). */
export const defineFollowUps = (k: Kit) => ({
  todos: k.table(
    'todos',
    {
      id: k.id('id').primaryKey(),
      customerId: k.id('customer_id').notNull(),
      requestId: k.id('request_id'),
      title: k.text('title').notNull(),
      note: k.text('note').notNull(),
      /** As it was said: day, time or null, and the zone whose clocks show it. */
      dueDate: k.id('due_date'),
      dueTime: k.id('due_time'),
      dueZone: k.text('due_zone'),
      /** The instant of that; without a date the end of time, so that one index has the order of the lists. */
      dueKey: k.instant('due_key').notNull(),
      reminder: k.json<Reminder>('reminder'),
      /** The timer (rule 23): null when it rang, or will not. */
      remindAt: k.instant('remind_at'),
      /** It rang then, and its owner has not looked at it since. */
      ringsSince: k.instant('rings_since'),
      ownerId: k.id('owner_id').notNull(),
      createdById: k.id('created_by_id'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      doneAt: k.instant('done_at'),
      doneById: k.id('done_by_id'),
      /** Deleted, and for a day to be brought back. */
      deletedAt: k.instant('deleted_at'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('todos_customer').on(t.customerId, t.dueKey, t.id),
      // The customer's line of time.
      k.index('todos_customer_created').on(t.customerId, t.createdAt, t.id).where(kept),
      k.index('todos_customer_done').on(t.customerId, t.doneAt, t.id).where(done),
      k
        .index('todos_request')
        .on(t.requestId, t.dueKey, t.id)
        .where(sql`request_id is not null`),
      k.index('todos_owner').on(t.ownerId, t.dueKey, t.id).where(open),
      k.index('todos_owner_done').on(t.ownerId, t.doneAt, t.id).where(done),
      k.index('todos_open').on(t.dueKey, t.id).where(open),
      k.index('todos_done').on(t.doneAt, t.id).where(done),
      k
        .index('todos_remind')
        .on(t.remindAt, t.id)
        .where(sql`remind_at is not null`),
      k
        .index('todos_ring')
        .on(t.ownerId, t.dueKey, t.id)
        .where(sql`rings_since is not null`),
      k
        .index('todos_deleted')
        .on(t.deletedAt)
        .where(sql`deleted_at is not null`),
    ],
  ),
  deals: k.table(
    'deals',
    {
      id: k.id('id').primaryKey(),
      customerId: k.id('customer_id').notNull(),
      requestId: k.id('request_id'),
      title: k.text('title').notNull(),
      note: k.text('note').notNull(),
      /** In minor units of the currency (ISO 4217). */
      amount: k.instant('amount').notNull(),
      currency: k.id('currency').notNull(),
      stage: k.id('stage').notNull(),
      /** What the stage means. */
      state: k.oneOf('state', dealStates).notNull(),
      expectedOn: k.id('expected_on'),
      /** The same, or the end of time: the order of the lists. */
      expectedKey: k.id('expected_key').notNull(),
      ownerId: k.id('owner_id').notNull(),
      createdById: k.id('created_by_id'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      closedAt: k.instant('closed_at'),
      deletedAt: k.instant('deleted_at'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('deals_customer').on(t.customerId, t.expectedKey, t.id),
      k.index('deals_customer_created').on(t.customerId, t.createdAt, t.id).where(kept),
      k
        .index('deals_request')
        .on(t.requestId, t.expectedKey, t.id)
        .where(sql`request_id is not null`),
      k.index('deals_owner').on(t.ownerId, t.expectedKey, t.id).where(kept),
      k.index('deals_owner_state').on(t.ownerId, t.state, t.expectedKey, t.id).where(kept),
      k.index('deals_owner_stage').on(t.ownerId, t.stage, t.expectedKey, t.id).where(kept),
      k.index('deals_all').on(t.expectedKey, t.id).where(kept),
      k.index('deals_state').on(t.state, t.expectedKey, t.id).where(kept),
      k.index('deals_stage').on(t.stage, t.expectedKey, t.id).where(kept),
      k
        .index('deals_deleted')
        .on(t.deletedAt)
        .where(sql`deleted_at is not null`),
    ],
  ),
  /** Number and sum of each owner's deals, kept by every command that changes one: a total costs no scan. */
  dealTotals: k.table(
    'deal_totals',
    {
      ownerId: k.id('owner_id').notNull(),
      stage: k.id('stage').notNull(),
      currency: k.id('currency').notNull(),
      count: k.int('count').notNull(),
      amount: k.instant('amount').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.ownerId, t.stage, t.currency] })],
  ),
})
