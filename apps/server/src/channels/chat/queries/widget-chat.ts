import type { WidgetChat } from '@care/contract'
import { desc, eq, and } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { type ActivityRecord, marksOf } from '../../../modules/activities/index.ts'
import type { RequestRecord } from '../../../modules/requests/index.ts'
import { queuePosition } from '../../../modules/routing/index.ts'

/** What the visitor may know of his latest chat; null before his first. */
export async function widgetChat(db: Reader, visitorId: string): Promise<WidgetChat | null> {
  const { activities, requests, operators, ratings } = db.t
  const [row] = await db
    .select({ activity: activities, request: requests, operatorName: operators.name, score: ratings.score })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .leftJoin(operators, eq(operators.id, activities.operatorId))
    .leftJoin(ratings, eq(ratings.activityId, activities.id))
    .where(and(eq(activities.visitorId, visitorId), eq(activities.medium, 'chat')))
    .orderBy(desc(activities.startedAt))
    .limit(1)
  if (!row) return null
  const { activity, request } = row
  const state = stateOf(activity)
  const position = state === 'waiting' ? await queuePosition(db, activity.id) : null
  return {
    activityId: activity.id,
    requestNumber: request.number,
    state,
    place: position?.place ?? null,
    expectedWaitSeconds: position?.expectedWaitSeconds ?? null,
    operatorName: row.operatorName,
    startedAt: activity.startedAt,
    endedAt: activity.endedAt,
    canRate: row.score === null && mayRate(activity, request),
    rating: row.score,
    marks: marksOf(activity),
  }
}

const stateOf = ({ state }: ActivityRecord): WidgetChat['state'] => {
  if (state === 'ended') return 'ended'
  return state === 'waiting' || state === 'offered' ? 'waiting' : 'active'
}

/** Asked at closing, or when the talk ended while its request stays open; never for one that nobody accepted. */
export const mayRate = (activity: ActivityRecord, request: RequestRecord): boolean =>
  activity.state === 'ended' && activity.acceptedAt !== null && (request.category === 'closed' ? request.asksRating : activity.endReason !== 'autoClosed')
