import type { TiedRequest } from '@care/contract'
import { canSeeRequest, shownName, stageOf } from '@care/domain'
import { and, eq, inArray, or } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { idsOfGroupsOf } from '../../groups/index.ts'

/** Requests as they stand in lists of ties, by id; of what the viewer may not see only the number. */
export async function tiedRequests(
  db: Reader,
  viewer: OperatorActor,
  ids: readonly string[],
): Promise<Map<string, TiedRequest>> {
  if (ids.length === 0) return new Map()
  const { requests, requestTypes, customers } = db.t
  const rows = await db
    .select({ request: requests, workflow: requestTypes.workflow, customer: customers })
    .from(requests)
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .where(inArray(requests.id, [...ids]))
  const mine = await withOwnTask(db, viewer, ids)
  return new Map(
    rows.map(({ request, workflow, customer }) => {
      const taskOperatorIds = mine.has(request.id) ? [viewer.operatorId] : []
      const canSee = canSeeRequest(viewer, { ...request, taskOperatorIds })
      return [
        request.id,
        {
          id: request.id,
          number: request.number,
          title: canSee ? request.title : '',
          category: request.category,
          stageName: canSee ? (stageOf(workflow, request.stage)?.name ?? null) : null,
          customer: canSee ? { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip } : null,
          updatedAt: request.lastUpdateAt,
          canSee,
        },
      ]
    }),
  )
}

/** Which of the requests the viewer has, had or is offered a task of: he sees them (rule 1). */
export async function withOwnTask(db: Reader, viewer: OperatorActor, ids: readonly string[]): Promise<Set<string>> {
  if (viewer.permissions.has('requests.viewAll')) return new Set()
  const { activities } = db.t
  const rows = await db
    .selectDistinct({ id: activities.requestId })
    .from(activities)
    .where(
      and(
        inArray(activities.requestId, [...ids]),
        or(
          eq(activities.operatorId, viewer.id),
          eq(activities.offeredToId, viewer.id),
          eq(activities.transferToId, viewer.id),
          inArray(activities.groupId, idsOfGroupsOf(db, viewer.id)),
        ),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
