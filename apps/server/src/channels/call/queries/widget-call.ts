import type { WidgetCall } from '@care/contract'
import { and, desc, eq, inArray, ne } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { lineOf, recordingForVisitor, seatsOf } from '../../../modules/calls/index.ts'
import { queuePosition, type queuePositions } from '../../../modules/routing/index.ts'

type Position = { place: number; expectedWaitSeconds: number | null }

const rowsOf = (db: Reader) => {
  const { calls, activities, requests, operators } = db.t
  return db
    .select({
      call: calls,
      activity: { visitorId: activities.visitorId, overflowOffer: activities.overflowOffer },
      requestNumber: requests.number,
      operatorName: operators.name,
    })
    .from(activities)
    .innerJoin(calls, eq(calls.activityId, activities.id))
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .leftJoin(operators, eq(operators.id, activities.operatorId))
}
type CallRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** What the visitor may know of his latest call; null before his first. */
export async function widgetCall(db: Reader, visitorId: string): Promise<WidgetCall | null> {
  const { activities } = db.t
  const [row] = await rowsOf(db)
    .where(and(eq(activities.visitorId, visitorId), eq(activities.medium, 'call')))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(1)
  if (!row) return null
  const position = row.call.state === 'ringing' ? await queuePosition(db, row.call.activityId) : null
  return present(db, row, position)
}

/** The one that rings or goes on, for whoever opens the widget. */
export async function openCallOf(db: Reader, visitorId: string): Promise<WidgetCall | null> {
  const call = await widgetCall(db, visitorId)
  return call?.state === 'ended' ? null : call
}

/** The calls among those who wait in a queue, with their new places. */
export async function waitingCalls(
  db: Reader,
  line: Awaited<ReturnType<typeof queuePositions>>,
): Promise<Array<{ visitorId: string; call: WidgetCall }>> {
  if (line.length === 0) return []
  const positions = new Map(line.map((one) => [one.activityId, one]))
  const { calls } = db.t
  const rows = await rowsOf(db).where(and(inArray(calls.activityId, [...positions.keys()]), ne(calls.state, 'ended')))
  return Promise.all(
    rows.map(async (row) => ({
      visitorId: row.activity.visitorId ?? '',
      call: await present(db, row, positions.get(row.call.activityId) ?? null),
    })),
  )
}

async function present(
  db: Reader,
  { call, activity, requestNumber, operatorName }: CallRow,
  position: Position | null,
): Promise<WidgetCall> {
  const seats = await seatsOf(db, call.activityId)
  const isWaiting = call.state === 'ringing'
  return {
    activityId: call.activityId,
    requestNumber,
    state: call.state === 'ringing' ? 'waiting' : call.state,
    place: position?.place ?? null,
    expectedWaitSeconds: position?.expectedWaitSeconds ?? null,
    overflowOffer: isWaiting ? activity.overflowOffer : null,
    operatorName: isWaiting ? null : operatorName,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endedBy: call.endedBy,
    recording: await recordingForVisitor(db, call.activityId),
    ...lineOf(seats, seats.find(({ side }) => side === 'customer') ?? null),
  }
}
