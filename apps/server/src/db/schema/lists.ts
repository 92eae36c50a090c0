import type { Medium } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** What a row of a list shows of the request's activities, newest first. */
export interface ListedTalk {
  newestId: string | null
  media: Medium[]
  tags: string[]
}

/**
 * What the lists of requests are read from (ADR 0018): for each thing that can be filtered by, the requests that have
 * it, in the orders that the lists have. Derived from the rows of requests; made anew by `relist`.
 */
export const defineLists = (k: Kit) => ({
  /** One row per request and thing it has (queue, tag, who had a task of it …); `facet` is that thing's number. */
  requestFacets: k.table(
    'request_facets',
    {
      facet: k.instant('facet').notNull(),
      /** 0 open, 1 closed: nearly every list is of one of them, and nine of ten requests are closed. */
      state: k.int('state').notNull(),
      number: k.int('number').notNull(),
      listedAt: k.instant('listed_at').notNull(),
      /** When an open one is due, or when a closed one was closed. */
      endAt: k.instant('end_at'),
    },
    (t) => [
      k.primaryKey({ columns: [t.facet, t.state, t.number] }),
      k.index('request_facets_listed').on(t.facet, t.state, t.listedAt, t.number),
      k
        .index('request_facets_end')
        .on(t.facet, t.state, t.endAt, t.number)
        .where(sql`end_at is not null`),
    ],
  ),
  /** What a request's rows there are, to change only what differs. */
  requestEntries: k.table(
    'request_entries',
    {
      number: k.int('number').primaryKey(),
      requestId: k.id('request_id').notNull().unique(),
      customerId: k.id('customer_id').notNull(),
      state: k.int('state').notNull(),
      priority: k.int('priority').notNull(),
      createdAt: k.instant('created_at').notNull(),
      listedAt: k.instant('listed_at').notNull(),
      dueAt: k.instant('due_at'),
      closedAt: k.instant('closed_at'),
      isVip: k.bool('is_vip').notNull(),
      companyId: k.id('company_id'),
      facets: k.json<number[]>('facets').notNull(),
      /** What its row shows of its activities; null until it is looked through after an update of the product. */
      talk: k.json<ListedTalk>('talk'),
    },
    (t) => [
      k.index('request_entries_customer').on(t.customerId, t.listedAt, t.number),
      k.index('request_entries_created').on(t.createdAt, t.number),
    ],
  ),
  /** How many requests have a facet, some seconds late; chooses the way through a list and fills badges. */
  facetCounts: k.table(
    'facet_counts',
    { facet: k.instant('facet').notNull(), state: k.int('state').notNull(), total: k.int('total').notNull() },
    (t) => [k.primaryKey({ columns: [t.facet, t.state] })],
  ),
  /** Each tag that a request or an activity has or had, as the last to get it wrote it; `facet` finds who has it. */
  tags: k.table('tags', {
    folded: k.id('folded').primaryKey(),
    tag: k.text('tag').notNull(),
    facet: k.instant('facet').notNull(),
  }),
  /** Changes of those counts, to be added up by one: two commands would else wait for each other's rows. */
  countChanges: k.table('count_changes', {
    seq: k.seq('seq').primaryKey(),
    /** [facet, state, more or less]… */
    changes: k.json<[number, number, number][]>('changes').notNull(),
  }),
  /** The columns that an operator has chosen for a list. */
  listLayouts: k.table('list_layouts', {
    operatorId: k.id('operator_id').primaryKey(),
    columns: k.json<Array<{ id: string; width: number }>>('columns').notNull(),
  }),
  /** How far the log of events has been read by what follows it. */
  logReaders: k.table('log_readers', { name: k.id('name').primaryKey(), seq: k.instant('seq').notNull() }),
})
