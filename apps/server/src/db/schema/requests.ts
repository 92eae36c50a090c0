import { type Attributes, priorities, type RequestField, stageCategories, type Workflow } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export interface OutcomeSetting {
  key: string
  name: Record<'en' | 'ru' | 'pl' | 'bg', string>
  isSystem: boolean
  /** Not to be chosen any more; what was closed with it keeps its name. */
  isRetired?: boolean
}

export const defineRequests = (k: Kit) => ({
  requestTypes: k.table('request_types', {
    id: k.id('id').primaryKey(),
    name: k.text('name').notNull(),
    isDefault: k.bool('is_default').notNull(),
    /** Milliseconds without an update until a request closes itself; null = never. */
    autoCloseMs: k.instant('auto_close_ms'),
    /** Milliseconds after closing in which a customer's message reopens. */
    reopenMs: k.instant('reopen_ms').notNull(),
    onReply: k.oneOf('on_reply', ['reopen', 'new']).notNull(),
    workflow: k.json<Workflow>('workflow').notNull(),
    outcomes: k.json<OutcomeSetting[]>('outcomes').notNull(),
    /** Its own fields in their order, removed ones too (row J4). */
    fields: k.json<RequestField[]>('fields').notNull().default([]),
    /** Recorded when a wrap-up ends without a choice; null = the first of them that a person may give. */
    defaultOutcome: k.text('default_outcome'),
    version: k.int('version').notNull(),
  }),
  requests: k.table(
    'requests',
    {
      id: k.id('id').primaryKey(),
      number: k.int('number').notNull().unique(),
      customerId: k.id('customer_id').notNull(),
      typeId: k.id('type_id').notNull(),
      title: k.text('title').notNull(),
      description: k.text('description').notNull(),
      stage: k.text('stage').notNull(),
      category: k.oneOf('category', stageCategories).notNull(),
      stageSince: k.instant('stage_since').notNull(),
      priority: k.oneOf('priority', priorities).notNull(),
      queueId: k.id('queue_id'),
      assigneeId: k.id('assignee_id'),
      lastOperatorId: k.id('last_operator_id'),
      tags: k.json<string[]>('tags').notNull(),
      dueAt: k.instant('due_at'),
      /** Values of the type's own fields, by the field's id; those of another type's stay and are not shown. */
      attributes: k.json<Attributes>('attributes').notNull().default({}),
      locationId: k.id('location_id'),
      outcome: k.text('outcome'),
      outcomeNote: k.text('outcome_note').notNull(),
      closedAt: k.instant('closed_at'),
      /** When it was last opened again: a new first response is due from then (rules 10, 27). */
      reopenedAt: k.instant('reopened_at'),
      closedById: k.id('closed_by_id'),
      /** A rating was asked at this closing. */
      asksRating: k.bool('asks_rating').notNull(),
      previousId: k.id('previous_id'),
      /** What it is a part of (row J8). */
      parentId: k.id('parent_id'),
      /** It was merged into that one, and its number leads there (rule 25); always closed then. */
      mergedIntoId: k.id('merged_into_id'),
      createdAt: k.instant('created_at').notNull(),
      /** Last update of the request or any of its activities; restarts auto-close (rule 8). */
      lastUpdateAt: k.instant('last_update_at').notNull(),
      /** The same for the order of lists; may lag some seconds behind while messages come (docs/performance.md). */
      listedAt: k.instant('listed_at').notNull(),
      /** Exact, and in no index: it changes with every message. */
      autoCloseAt: k.instant('auto_close_at'),
      /** When the sweep looks whether it is time: never after `autoCloseAt`, mostly long before it. */
      autoCloseCheckAt: k.instant('auto_close_check_at'),
      /** Out of the active lists until then (row A4); null = not snoozed. */
      snoozedUntil: k.instant('snoozed_until'),
      snoozedById: k.id('snoozed_by_id'),
      /** The customer's answer wakes it before its time. */
      wakesOnAnswer: k.bool('wakes_on_answer').notNull().default(true),
      /** It came back then and nobody has worked on it since. */
      wokeAt: k.instant('woke_at'),
      /** Counts edits of the request itself, not messages (rule 4). */
      version: k.int('version').notNull(),
    },
    (t) => [
      // No column that a message changes stands in an index (docs/performance.md). Which of a customer's open requests
      // was updated last is exact all the same (rule 1): there are few, and they are sorted when it is asked.
      k.index('requests_customer').on(t.customerId, t.listedAt, t.id),
      k.index('requests_customer_created').on(t.customerId, t.createdAt, t.id),
      k.index('requests_customer_category').on(t.customerId, t.category),
      k
        .index('requests_parent')
        .on(t.parentId)
        .where(sql`parent_id is not null`),
      k
        .index('requests_merged_into')
        .on(t.mergedIntoId)
        .where(sql`merged_into_id is not null`),
      k.index('requests_listed').on(t.listedAt, t.id),
      k.index('requests_category').on(t.category, t.listedAt, t.id),
      k.index('requests_assignee').on(t.assigneeId, t.listedAt, t.id),
      k.index('requests_queue').on(t.queueId, t.listedAt, t.id),
      k
        .index('requests_snoozed')
        .on(t.snoozedUntil, t.id)
        .where(sql`snoozed_until is not null`),
      k
        .index('requests_snoozed_by')
        .on(t.snoozedById, t.snoozedUntil, t.id)
        .where(sql`snoozed_until is not null`),
      // Partial: "nothing is due" must cost nothing at a million closed requests.
      k
        .index('requests_auto_close')
        .on(t.autoCloseCheckAt, t.id)
        .where(sql`auto_close_check_at is not null`),
    ],
  ),
  /** The times that a request spent in its stages: without a gap, the last one open. A projection of its events (row R4). */
  requestStages: k.table(
    'request_stages',
    {
      id: k.id('id').primaryKey(),
      requestId: k.id('request_id').notNull(),
      typeId: k.id('type_id').notNull(),
      stage: k.text('stage').notNull(),
      category: k.oneOf('category', stageCategories).notNull(),
      since: k.instant('since').notNull(),
      until: k.instant('until'),
      calendarMs: k.instant('calendar_ms'),
      /** In business time (rule 30) of the queue that it was in as it left the stage; null in no queue. */
      businessMs: k.instant('business_ms'),
    },
    (t) => [k.index('request_stages_request').on(t.requestId, t.since, t.id)],
  ),
  /** What a text was before and after an edit: personal, so not in the log, where erasure could not blank it (rule 47). */
  requestTexts: k.table(
    'request_texts',
    {
      eventId: k.id('event_id').notNull(),
      /** `title`, `description` or `attribute:<id>`. */
      field: k.id('field').notNull(),
      requestId: k.id('request_id').notNull(),
      before: k.text('before').notNull(),
      after: k.text('after').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.eventId, t.field] }), k.index('request_texts_request').on(t.requestId)],
  ),
  /** Operators who watch a request that is not theirs (row J4). */
  requestFollowers: k.table(
    'request_followers',
    {
      requestId: k.id('request_id').notNull(),
      operatorId: k.id('operator_id').notNull(),
      since: k.instant('since').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.requestId, t.operatorId] }),
      k.index('request_followers_operator').on(t.operatorId, t.requestId),
    ],
  ),
  ratings: k.table(
    'ratings',
    {
      id: k.id('id').primaryKey(),
      requestId: k.id('request_id').notNull(),
      activityId: k.id('activity_id').notNull().unique(),
      customerId: k.id('customer_id').notNull(),
      operatorId: k.id('operator_id'),
      score: k.int('score').notNull(),
      comment: k.text('comment').notNull(),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [
      k.index('ratings_request').on(t.requestId),
      // The customer's line of time.
      k.index('ratings_customer').on(t.customerId, t.createdAt, t.id),
    ],
  ),
})
