import { and, asc, eq, gt, or, type SQL } from '../../db/drizzle.ts'
import type { Tables } from '../../db/schema/index.ts'
import type { ActivityRecord } from './store.ts'

/** Place of a task in its queue. */
export type Place = Pick<ActivityRecord, 'priorityRank' | 'vipRank' | 'eligibleSince' | 'id'>

/** The order in which a queue is served (rule 13): that of the indexes activities_queue and activities_waiting. */
export const inOrder = (t: Tables['activities']): SQL[] => [
  asc(t.priorityRank),
  asc(t.vipRank),
  asc(t.eligibleSince),
  asc(t.id),
]

/** Tasks that come after this place. */
export const behind = (t: Tables['activities'], at: Place): SQL | undefined =>
  or(
    gt(t.priorityRank, at.priorityRank),
    and(eq(t.priorityRank, at.priorityRank), gt(t.vipRank, at.vipRank)),
    and(eq(t.priorityRank, at.priorityRank), eq(t.vipRank, at.vipRank), gt(t.eligibleSince, at.eligibleSince)),
    and(
      eq(t.priorityRank, at.priorityRank),
      eq(t.vipRank, at.vipRank),
      eq(t.eligibleSince, at.eligibleSince),
      gt(t.id, at.id),
    ),
  )

/** The same order for tasks already read. */
export function compareWaiting(a: Place, b: Place): number {
  return (
    a.priorityRank - b.priorityRank ||
    a.vipRank - b.vipRank ||
    a.eligibleSince - b.eligibleSince ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}
