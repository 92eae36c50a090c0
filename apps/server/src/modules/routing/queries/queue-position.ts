import { expectedWaitSeconds, takesOffers } from '@care/domain'
import { and, asc, count, desc, eq, inArray, isNotNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { mayHandleTasks } from '../members.ts'
import { behind, compareWaiting, inOrder } from '../order.ts'
import { findActivity } from '../store.ts'

/** What the customer is told while he waits (rule 18): his place, 1 = next, and the expected wait if it can be told. */
export interface QueuePosition {
  place: number
  expectedWaitSeconds: number | null
}

const recent = 20

/** Place of one waiting activity; null when it waits no more. One that rings at an operator keeps its place. */
export async function queuePosition(db: Reader, activityId: string): Promise<QueuePosition | null> {
  const activity = await findActivity(db, activityId)
  if (!activity || activity.queueId === null || (activity.state !== 'waiting' && activity.state !== 'offered'))
    return null
  const { activities } = db.t
  const inQueue = and(eq(activities.queueId, activity.queueId), inArray(activities.state, ['waiting', 'offered']))
  const [all] = await db.select({ total: count() }).from(activities).where(inQueue)
  const [after] = await db
    .select({ total: count() })
    .from(activities)
    .where(and(inQueue, behind(activities, activity)))
  const place = (all?.total ?? 1) - (after?.total ?? 0)
  const pace = await paceOf(db, activity.queueId)
  return { place, expectedWaitSeconds: expectedWaitSeconds({ place, ...pace }) }
}

/** The same for everybody who waits in a queue (the first `limit`), in order: five queries, however many they are. */
export async function queuePositions(
  db: Reader,
  queueId: string,
  limit = 500,
): Promise<Array<QueuePosition & { activityId: string; visitorId: string | null }>> {
  const { activities } = db.t
  const columns = {
    id: activities.id,
    visitorId: activities.visitorId,
    priorityRank: activities.priorityRank,
    vipRank: activities.vipRank,
    eligibleSince: activities.eligibleSince,
  }
  const of = (state: 'waiting' | 'offered') =>
    db
      .select(columns)
      .from(activities)
      .where(and(eq(activities.queueId, queueId), eq(activities.state, state)))
      .orderBy(...inOrder(activities))
      .limit(limit)
  const line = [...(await of('offered')), ...(await of('waiting'))].toSorted(compareWaiting).slice(0, limit)
  if (line.length === 0) return []
  const pace = await paceOf(db, queueId)
  return line.map(({ id, visitorId }, i) => ({
    activityId: id,
    visitorId,
    place: i + 1,
    expectedWaitSeconds: expectedWaitSeconds({ place: i + 1, ...pace }),
  }))
}

/** How the queue has moved lately: waits and length of the last 20 accepted, and who is there. */
async function paceOf(db: Reader, queueId: string) {
  const { activities, queueMembers, operators, presence } = db.t
  const lately = await db
    .select({ eligibleSince: activities.eligibleSince, acceptedAt: activities.acceptedAt, endedAt: activities.endedAt })
    .from(activities)
    .where(and(eq(activities.queueId, queueId), isNotNull(activities.acceptedAt)))
    .orderBy(desc(activities.acceptedAt))
    .limit(recent)
  const lengths = lately.flatMap(({ acceptedAt, endedAt }) =>
    acceptedAt === null || endedAt === null ? [] : (endedAt - acceptedAt) / 1000,
  )
  const there = await db
    .select({ role: operators.role, presence })
    .from(queueMembers)
    .innerJoin(operators, and(eq(operators.id, queueMembers.operatorId), eq(operators.isActive, true)))
    .innerJoin(presence, eq(presence.operatorId, queueMembers.operatorId))
    .where(and(eq(queueMembers.queueId, queueId), eq(presence.isConnected, true)))
    .orderBy(asc(operators.id))
  return {
    recentWaits: lately.map(({ eligibleSince, acceptedAt }) => ((acceptedAt ?? 0) - eligibleSince) / 1000),
    recentHandleSeconds:
      lengths.length === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    operatorsAvailable: there.filter((one) => mayHandleTasks(one.role) && takesOffers(one.presence)).length,
  }
}
