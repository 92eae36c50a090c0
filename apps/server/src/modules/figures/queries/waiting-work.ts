import type { LiveParts, WaitingTask } from '@care/contract'
import { normaliseSkills, shownName } from '@care/domain'
import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { compareWaiting, type LinesNeeded, linesNeeded } from '../../routing/index.ts'
import type { Scope } from './live-queues.ts'

/** So many are listed; the count says how many there are. */
const most = 60

/** What waits in these queues or rings at somebody, next one first (rule 13). */
export async function waitingWork(db: Reader, scope: Scope, total: number): Promise<LiveParts['waiting']> {
  if (total === 0) return { items: [], total }
  const rows = [...(await inState(db, scope, 'offered')), ...(await inState(db, scope, 'waiting'))]
    .toSorted((a, b) => compareWaiting(a.activity, b.activity))
    .slice(0, most)
  const lines = await linesNeeded(
    db,
    rows.map(({ activity }) => activity),
  )
  return { items: rows.map((row) => present(row, lines.get(row.activity.id))), total }
}

function inState(db: Reader, scope: Scope, state: 'offered' | 'waiting') {
  const { activities, requests, customers, queues, groups, operators } = db.t
  return db
    .select({
      activity: {
        id: activities.id,
        medium: activities.medium,
        queueId: activities.queueId,
        priorityRank: activities.priorityRank,
        vipRank: activities.vipRank,
        eligibleSince: activities.eligibleSince,
        skills: activities.skills,
      },
      request: {
        id: requests.id,
        number: requests.number,
        title: requests.title,
        priority: requests.priority,
        version: requests.version,
      },
      customer: {
        id: customers.id,
        name: customers.name,
        email: customers.email,
        phone: customers.phone,
        isVip: customers.isVip,
      },
      queueSkills: queues.skills,
      group: { id: groups.id, name: groups.name },
      offeredTo: { id: operators.id, name: operators.name },
    })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .innerJoin(queues, eq(queues.id, activities.queueId))
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(operators, eq(operators.id, activities.offeredToId))
    .where(and(eq(activities.state, state), scope === null ? undefined : inArray(activities.queueId, [...scope])))
    .orderBy(asc(activities.priorityRank), asc(activities.vipRank), asc(activities.eligibleSince), asc(activities.id))
    .limit(most)
}
type Row = Awaited<ReturnType<typeof inState>>[number]

const present = (
  { activity, request, customer, queueSkills, group, offeredTo }: Row,
  lines: LinesNeeded | undefined,
): WaitingTask => ({
  activityId: activity.id,
  requestId: request.id,
  requestNumber: request.number,
  requestTitle: request.title,
  requestVersion: request.version,
  customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip },
  medium: activity.medium,
  queueId: activity.queueId ?? '',
  group,
  priority: request.priority,
  skills: normaliseSkills([...queueSkills, ...activity.skills]),
  line: lines ? { name: lines.name, operatorIds: [...lines.operatorIds].toSorted() } : null,
  eligibleSince: activity.eligibleSince,
  offeredTo,
})
