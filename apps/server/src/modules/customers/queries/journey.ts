import type { Api, JourneyRequest, QueryOf, ResponseOf } from '@care/contract'
import { canMoveActivity, canSeeRequest, isOpenActivity } from '@care/domain'
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { resolveCustomerId } from '../store.ts'

type RequestRow = Reader['t']['requests']['$inferSelect']

/**
 * All requests of the customer with their activities, latest update first (row J1). A request that the viewer may not
 * see is a line without title. Refuses with NOT_FOUND.
 */
export async function getJourney(
  db: Reader,
  viewer: OperatorActor,
  customerId: string,
  { cursor, limit }: QueryOf<Api['getJourney']>,
): Promise<ResponseOf<Api['getJourney']>> {
  const { requests } = db.t
  const shownId = (await resolveCustomerId(db, customerId)) ?? customerId
  const at = readCursor(cursor, ['number', 'string'])
  const rows = await db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.customerId, shownId),
        // What was merged into another one is there (rule 25).
        isNull(requests.mergedIntoId),
        at ? after(requests.listedAt, requests.id, { first: at[0], second: at[1] }) : undefined,
      ),
    )
    .orderBy(desc(requests.listedAt), desc(requests.id))
    .limit(limit + 1)
  if (rows.length === 0) {
    if ((await resolveCustomerId(db, customerId)) === null) throw notFound('customer')
  }
  const page = pageOf(rows, limit, (row) => [row.listedAt, row.id])
  const activities = await activitiesOf(db, page.items)
  const items = page.items.map((request) => present(viewer, request, activities.get(request.id) ?? []))
  return { items, nextCursor: page.nextCursor }
}

type ActivityRow = Awaited<ReturnType<typeof selectActivities>>[number]

async function activitiesOf(db: Reader, requests: readonly RequestRow[]): Promise<Map<string, ActivityRow[]>> {
  const byRequest = new Map<string, ActivityRow[]>()
  if (requests.length === 0) return byRequest
  for (const row of await selectActivities(
    db,
    requests.map(({ id }) => id),
  )) {
    const list = byRequest.get(row.requestId)
    if (list) list.push(row)
    else byRequest.set(row.requestId, [row])
  }
  return byRequest
}

function selectActivities(db: Reader, requestIds: string[]) {
  const { activities, operators } = db.t
  return db
    .select({
      id: activities.id,
      requestId: activities.requestId,
      medium: activities.medium,
      state: activities.state,
      startedAt: activities.startedAt,
      endedAt: activities.endedAt,
      title: activities.title,
      messages: activities.messageSeq,
      operatorId: activities.operatorId,
      offeredToId: activities.offeredToId,
      transferToId: activities.transferToId,
      operatorName: operators.name,
    })
    .from(activities)
    .leftJoin(operators, eq(operators.id, activities.operatorId))
    .where(inArray(activities.requestId, requestIds))
    .orderBy(asc(activities.startedAt), asc(activities.id))
}

function present(viewer: OperatorActor, request: RequestRow, activities: readonly ActivityRow[]): JourneyRequest {
  const taskOperatorIds = activities.flatMap(({ operatorId, offeredToId, transferToId }) =>
    [operatorId, offeredToId, transferToId].filter((id) => id !== null),
  )
  const canSee = canSeeRequest(viewer, { ...request, taskOperatorIds })
  const holderIds = activities.flatMap(({ operatorId, state }) =>
    operatorId !== null && isOpenActivity(state) ? [operatorId] : [],
  )
  return {
    id: request.id,
    number: request.number,
    title: canSee ? request.title : '',
    category: request.category,
    stage: request.stage,
    outcome: canSee ? request.outcome : null,
    createdAt: request.createdAt,
    updatedAt: request.lastUpdateAt,
    canSee,
    activities: activities.map(
      ({ id, medium, state, startedAt, endedAt, title, messages, operatorId, operatorName }) => ({
        id,
        medium,
        state,
        startedAt,
        endedAt,
        messages,
        canMove:
          canSee &&
          request.category !== 'closed' &&
          canMoveActivity(viewer, { operatorId, state }, { ...request, taskOperatorIds: holderIds }),
        title: canSee ? title : '',
        operator:
          canSee && operatorId !== null && operatorName !== null ? { id: operatorId, name: operatorName } : null,
      }),
    ),
  }
}
