import { linkKinds, type StageCategory } from '@care/domain'
import type { Kit } from '../dialect/column-kit.ts'

/** What a merge did, to take it apart again. */
export interface RequestMergeRecord {
  activityIds: string[]
  /** Tags that the target did not have. */
  addedTags: string[]
  partIds: string[]
  linkIds: string[]
  todoIds: string[]
  dealIds: string[]
  /** Who follows the target because he followed the source. */
  followerIds: string[]
  /** Requests merged into the source before. */
  aliasIds: string[]
  /** Of the source. */
  before: {
    stage: string
    category: StageCategory
    stageSince: number
    snoozedUntil: number | null
    snoozedById: string | null
    wokeAt: number | null
  }
}

export const defineTies = (k: Kit) => ({
  requestLinks: k.table(
    'request_links',
    {
      id: k.id('id').primaryKey(),
      fromId: k.id('from_id').notNull(),
      toId: k.id('to_id').notNull(),
      /** Both ids, the smaller first: two requests have one link. */
      pair: k.id('pair').notNull().unique(),
      kind: k.oneOf('kind', linkKinds).notNull(),
      madeById: k.id('made_by_id'),
      madeAt: k.instant('made_at').notNull(),
    },
    (t) => [k.index('request_links_from').on(t.fromId), k.index('request_links_to').on(t.toId)],
  ),
  requestMerges: k.table(
    'request_merges',
    {
      id: k.id('id').primaryKey(),
      targetId: k.id('target_id').notNull(),
      sourceId: k.id('source_id').notNull(),
      record: k.json<RequestMergeRecord>('record').notNull(),
      mergedAt: k.instant('merged_at').notNull(),
      mergedById: k.id('merged_by_id'),
      undoneAt: k.instant('undone_at'),
    },
    (t) => [k.index('request_merges_target').on(t.targetId, t.mergedAt)],
  ),
})
