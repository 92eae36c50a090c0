import type { WidgetChat } from '@care/contract'
import { isTalkOver } from '@care/domain'
import { lookedAtMs } from '@care/domain/identity'
import { and, desc, eq, inArray, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Reader } from '../../../db/store.ts'
import type { Services } from '../../../kernel/services.ts'
import { type ActivityRecord, marksOf } from '../../../modules/activities/index.ts'
import type { RequestRecord } from '../../../modules/requests/index.ts'
import { queuePosition, type queuePositions } from '../../../modules/routing/index.ts'

type Position = { place: number; expectedWaitSeconds: number | null }

const chats = (db: Reader) => {
  const { activities, requests, operators, ratings } = db.t
  return db
    .select({
      activity: {
        id: activities.id,
        visitorId: activities.visitorId,
        state: activities.state,
        overflowOffer: activities.overflowOffer,
        startedAt: activities.startedAt,
        acceptedAt: activities.acceptedAt,
        endedAt: activities.endedAt,
        endReason: activities.endReason,
        customerDelivered: activities.customerDelivered,
        customerRead: activities.customerRead,
        operatorDelivered: activities.operatorDelivered,
        operatorRead: activities.operatorRead,
      },
      request: { number: requests.number, category: requests.category, asksRating: requests.asksRating },
      operatorName: operators.name,
      score: ratings.score,
    })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .leftJoin(operators, eq(operators.id, activities.operatorId))
    .leftJoin(ratings, eq(ratings.activityId, activities.id))
}
type ChatRow = Awaited<ReturnType<typeof chats>>[number]
// Asked by every widget that comes back after a break in the network, all of them at once.
const latestOf = prepared('widget_chat', (db: Reader) => {
  const { activities } = db.t
  return chats(db)
    .where(and(eq(activities.visitorId, sql.placeholder('visitorId')), eq(activities.medium, 'chat')))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(1)
})

/** What the visitor may know of his latest chat; null before his first. */
export async function widgetChat(db: Reader, visitorId: string): Promise<WidgetChat | null> {
  const [row] = await latestOf(db, { visitorId })
  if (!row) return null
  return present(row, stateOf(row.activity) === 'waiting' ? await queuePosition(db, row.activity.id) : null)
}

/**
 * The same as he may see it: at a site that wants a signature for what was said before (row M8), a talk that is over is
 * shown to the unknown only so long that he can read its end; the browser may be another's next.
 */
export async function shownChat(services: Services, visitorId: string): Promise<WidgetChat | null> {
  const { store, clock } = services
  const chat = await widgetChat(store.read, visitorId)
  if (!chat || chat.endedAt === null || chat.endedAt + lookedAtMs > clock.now()) return chat
  return (await looksBack(services, visitorId)) ? chat : null
}

/** Whether he sees what was said in talks of before. */
export async function looksBack({ store }: Services, visitorId: string): Promise<boolean> {
  const { visitors, sites } = store.t
  const [at] = await store.read
    .select({ identityId: visitors.identityId, needsIdentity: sites.historyNeedsIdentity })
    .from(visitors)
    .innerJoin(sites, eq(sites.id, visitors.siteId))
    .where(eq(visitors.id, visitorId))
  return at !== undefined && (at.identityId !== null || !at.needsIdentity)
}

/** The chats among those who wait in a queue, with their new places; however many by one query. */
export async function waitingChats(
  db: Reader,
  waiting: Awaited<ReturnType<typeof queuePositions>>,
): Promise<Array<{ visitorId: string; chat: WidgetChat }>> {
  const line = waiting.filter((one) => one.visitorId !== null)
  if (line.length === 0) return []
  const positions = new Map(line.map((one) => [one.activityId, one]))
  const rows = await chats(db).where(
    and(inArray(db.t.activities.id, [...positions.keys()]), eq(db.t.activities.medium, 'chat')),
  )
  return rows.flatMap((row) =>
    row.activity.visitorId === null
      ? []
      : [{ visitorId: row.activity.visitorId, chat: present(row, positions.get(row.activity.id) ?? null) }],
  )
}

function present({ activity, request, operatorName, score }: ChatRow, position: Position | null): WidgetChat {
  return {
    activityId: activity.id,
    requestNumber: request.number,
    state: stateOf(activity),
    place: position?.place ?? null,
    expectedWaitSeconds: position?.expectedWaitSeconds ?? null,
    overflowOffer: stateOf(activity) === 'waiting' ? activity.overflowOffer : null,
    operatorName,
    startedAt: activity.startedAt,
    endedAt: activity.endedAt,
    canRate: score === null && mayRate(activity, request),
    rating: score,
    marks: marksOf(activity),
  }
}

const stateOf = ({ state }: Pick<ActivityRecord, 'state'>): WidgetChat['state'] => {
  if (isTalkOver(state)) return 'ended'
  return state === 'waiting' || state === 'offered' ? 'waiting' : 'active'
}

/** Asked at closing, or when the talk ended while its request stays open; never for one that nobody accepted. */
export const mayRate = (
  activity: Pick<ActivityRecord, 'state' | 'acceptedAt' | 'endReason'>,
  request: Pick<RequestRecord, 'category' | 'asksRating'>,
): boolean =>
  isTalkOver(activity.state) &&
  activity.acceptedAt !== null &&
  (request.category === 'closed' ? request.asksRating : activity.endReason !== 'autoClosed')
