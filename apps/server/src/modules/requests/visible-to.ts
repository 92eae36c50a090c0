import { and, eq, exists, inArray, or, type SQL } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import { idsOfGroupsOf } from '../groups/index.ts'

/** The SQL twin of the domain's canSeeRequest, for lists of other things; the lists of requests have facets for it. */
export function visibleTo(db: Reader, actor: OperatorActor): SQL | undefined {
  if (actor.permissions.has('requests.viewAll')) return undefined
  const { requests, activities } = db.t
  const hasTask = db
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.requestId, requests.id),
        or(
          eq(activities.operatorId, actor.id),
          eq(activities.offeredToId, actor.id),
          eq(activities.transferToId, actor.id),
          inArray(activities.groupId, idsOfGroupsOf(db, actor.id)),
        ),
      ),
    )
  return or(
    eq(requests.assigneeId, actor.id),
    actor.queueIds.size === 0 ? undefined : inArray(requests.queueId, [...actor.queueIds]),
    exists(hasTask),
  )
}
