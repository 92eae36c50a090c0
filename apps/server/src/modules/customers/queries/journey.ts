import type { Api, JourneyItem, JourneyRequest, QueryOf, ResponseOf } from '@care/contract'
import { canMoveActivity, canSeeRequest, isOpenActivity, stageOf } from '@care/domain'
import { eq, inArray } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { resolveCustomerId } from '../store.ts'
import { ownTasks, type RawItem, readLine } from './journey-arms.ts'

/**
 * One line of time of a customer, latest first: activities, requests, ratings, to-dos, deals (row J1), with the requests
 * that they belong to. What belongs to a request that the viewer may not see has no words. Refuses with NOT_FOUND.
 */
export async function getJourney(
  db: Reader,
  viewer: OperatorActor,
  customerId: string,
  { cursor, limit, ...filter }: QueryOf<Api['getJourney']>,
): Promise<ResponseOf<Api['getJourney']>> {
  const shownId = await resolveCustomerId(db, customerId)
  if (shownId === null) throw notFound('customer')
  const at = readCursor(cursor, ['number', 'string'])
  const raw = await readLine(db, { customerId: shownId, at, limit: limit + 1, filter })
  const page = pageOf(raw, limit, (item) => [item.at, item.id])
  const known = await requestsOf(db, viewer, page.items)
  return {
    items: page.items.map((item) => present(viewer, item, known)),
    requests: [...known.values()].map(({ shown }) => shown),
    nextCursor: page.nextCursor,
  }
}

interface Known {
  shown: JourneyRequest
  request: Reader['t']['requests']['$inferSelect']
  isHolder: boolean
}

async function requestsOf(db: Reader, viewer: OperatorActor, items: readonly RawItem[]): Promise<Map<string, Known>> {
  const ids = [...new Set(items.flatMap(({ requestId }) => requestId ?? []))]
  if (ids.length === 0) return new Map()
  const { requests, requestTypes } = db.t
  const rows = await db.select().from(requests).where(inArray(requests.id, ids))
  const types = await db
    .select({ id: requestTypes.id, workflow: requestTypes.workflow, outcomes: requestTypes.outcomes })
    .from(requestTypes)
    .where(rows.length === 1 ? eq(requestTypes.id, rows[0]?.typeId ?? '') : undefined)
  const tasks = await ownTasks(db, viewer.id, ids)
  return new Map(
    rows.map((request) => {
      const own = tasks.filter(({ requestId }) => requestId === request.id)
      const canSee = canSeeRequest(viewer, { ...request, taskOperatorIds: own.length > 0 ? [viewer.id] : [] })
      const type = types.find(({ id }) => id === request.typeId)
      const shown: JourneyRequest = {
        id: request.id,
        number: request.number,
        title: canSee ? request.title : '',
        category: request.category,
        stageName: (canSee && type && stageOf(type.workflow, request.stage)?.name) || null,
        outcomeName: (canSee && type?.outcomes.find(({ key }) => key === request.outcome)?.name) || null,
        createdAt: request.createdAt,
        updatedAt: request.lastUpdateAt,
        canSee,
      }
      const isHolder = own.some(({ operatorId, state }) => operatorId === viewer.id && isOpenActivity(state))
      return [request.id, { shown, request, isHolder }]
    }),
  )
}

function present(viewer: OperatorActor, item: RawItem, known: ReadonlyMap<string, Known>): JourneyItem {
  const of = item.requestId === null ? null : known.get(item.requestId)
  // What belongs to no request is the customer's own: whoever may read the journey sees it.
  const canSee = of === null || of?.shown.canSee === true
  switch (item.kind) {
    case 'activity':
      return {
        ...item,
        title: canSee ? item.title : '',
        operator: canSee ? item.operator : null,
        callback: canSee ? item.callback : null,
        canMove: canSee && of !== null && of !== undefined && mayMove(viewer, item, of),
      }
    case 'rating':
      return { ...item, comment: canSee ? item.comment : '' }
    case 'todo':
    case 'deal':
      return canSee ? item : { ...item, title: '', owner: null }
    case 'request':
      return item
  }
}

const mayMove = (
  viewer: OperatorActor,
  { operator, state }: Extract<RawItem, { kind: 'activity' }>,
  { request, isHolder }: Known,
): boolean =>
  request.category !== 'closed' &&
  canMoveActivity(
    viewer,
    { operatorId: operator?.id ?? null, state },
    { ...request, taskOperatorIds: isHolder ? [viewer.id] : [] },
  )
