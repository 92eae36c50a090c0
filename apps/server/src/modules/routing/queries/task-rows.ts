import type { Task } from '@care/contract'
import { shownName } from '@care/domain'
import { eq, type SQL } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { inOrder } from '../order.ts'

/** Activities as work, in the order of the queue. `where` must be served by an index of activities. */
export async function taskRows(db: Reader, where: SQL | undefined, limit: number) {
  const { activities, requests, customers, queues, groups, operators } = db.t
  const rows = await db
    .select({
      activity: activities,
      request: requests,
      customer: customers,
      queue: { id: queues.id, name: queues.name },
      group: { id: groups.id, name: groups.name },
      transferTo: { id: operators.id, name: operators.name },
    })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .leftJoin(queues, eq(queues.id, activities.queueId))
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(operators, eq(operators.id, activities.transferToId))
    .where(where)
    .orderBy(...inOrder(activities))
    .limit(limit)
  return rows.map((row) => ({ place: row.activity, task: presentTask(row) }))
}

interface TaskRow {
  activity: Reader['t']['activities']['$inferSelect']
  request: Reader['t']['requests']['$inferSelect']
  customer: Reader['t']['customers']['$inferSelect']
  queue: { id: string; name: string } | null
  group: { id: string; name: string } | null
  transferTo: { id: string; name: string } | null
}

function presentTask({ activity, request, customer, queue, group, transferTo }: TaskRow): Task {
  const { offeredAt, offerExpiresAt, lastLineAuthor, lastLineAt } = activity
  return {
    activityId: activity.id,
    requestId: request.id,
    requestNumber: request.number,
    requestTitle: request.title,
    category: request.category,
    customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip },
    medium: activity.medium,
    state: activity.state,
    priority: request.priority,
    queue,
    group,
    operatorId: activity.operatorId,
    offer:
      activity.state !== 'offered' || offeredAt === null || offerExpiresAt === null
        ? null
        : {
            offeredAt,
            expiresAt: offerExpiresAt,
            isNewRequest: request.createdAt >= activity.startedAt,
            transfer: null,
          },
    transferTo,
    knowsIt: null,
    lastLine:
      lastLineAuthor === null || lastLineAt === null
        ? null
        : { text: activity.lastLineText, author: lastLineAuthor, at: lastLineAt },
    unread: activity.unread,
    waitingSince: activity.waitingSince,
    wrapUpUntil: activity.wrapUpUntil,
    eligibleSince: activity.eligibleSince,
    snoozedUntil: request.snoozedUntil,
    wokeAt: request.wokeAt,
    version: activity.version,
  }
}
