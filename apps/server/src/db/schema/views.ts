import type { ListLayout, RequestFilter, RequestSort } from '@care/contract'
import type { Kit } from '../dialect/column-kit.ts'

/** Lists of requests with a name (row R1). */
export const defineViews = (k: Kit) => ({
  savedViews: k.table(
    'saved_views',
    {
      id: k.id('id').primaryKey(),
      /** Who made it or took it over. */
      makerId: k.id('maker_id').notNull(),
      isShared: k.bool('is_shared').notNull(),
      name: k.text('name').notNull(),
      filter: k.json<RequestFilter>('filter').notNull(),
      sort: k.json<RequestSort>('sort').notNull(),
      columns: k.json<ListLayout>('columns'),
      createdAt: k.instant('created_at').notNull(),
      updatedAt: k.instant('updated_at').notNull(),
      /** Deleted, and for a day to be restored. */
      deletedAt: k.instant('deleted_at'),
      version: k.int('version').notNull(),
    },
    (t) => [k.index('saved_views_maker').on(t.makerId), k.index('saved_views_shared').on(t.isShared)],
  ),
  /** In which order an operator has the views, and which one opens first. */
  viewChoices: k.table('view_choices', {
    operatorId: k.id('operator_id').primaryKey(),
    defaultViewId: k.id('default_view_id'),
    order: k.json<string[]>('view_order').notNull(),
  }),
})
