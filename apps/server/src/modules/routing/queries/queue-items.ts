import type { Api, QueryOf, ResponseOf } from '@care/contract'
import { and, count, eq, inArray, or, type SQL } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { groupsOf } from '../../groups/index.ts'
import { behind } from '../order.ts'
import type { ActivityRecord } from '../store.ts'
import { taskRows } from './task-rows.ts'

/** What waits in the own queues and for the own groups, in all with requests.viewAll, next one first; what rings at somebody waits no more. */
export const queueItems = (
  db: Reader,
  actor: OperatorActor,
  query: QueryOf<Api['listQueueItems']>,
): Promise<ResponseOf<Api['listQueueItems']>> => withKnowers(db, inQueueOrder(db, actor, ['waiting'], query))

/** Names who had the request last: he knows it (rule 12). */
async function withKnowers(
  db: Reader,
  wanted: ReturnType<typeof inQueueOrder>,
): Promise<ResponseOf<Api['listQueueItems']>> {
  const { requests, operators } = db.t
  const page = await wanted
  if (page.items.length === 0) return page
  const rows = await db
    .select({ requestId: requests.id, id: operators.id, name: operators.name })
    .from(requests)
    .innerJoin(operators, eq(operators.id, requests.lastOperatorId))
    .where(inArray(requests.id, [...new Set(page.items.map((task) => task.requestId))]))
  const knowers = new Map(rows.map(({ requestId, ...operator }) => [requestId, operator]))
  return { ...page, items: page.items.map((task) => ({ ...task, knowsIt: knowers.get(task.requestId) ?? null })) }
}

/** What is in progress with anybody or wrapped up by him, for those who give work to others and take it back. */
export async function tasksInProgress(
  db: Reader,
  actor: OperatorActor,
  query: QueryOf<Api['listTasksInProgress']>,
): Promise<ResponseOf<Api['listTasksInProgress']>> {
  const { operators } = db.t
  const page = await inQueueOrder(db, actor, ['active', 'wrapUp'], query)
  const ids = new Set(page.items.flatMap((task) => task.operatorId ?? []))
  const people = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, [...ids]))
  const byId = new Map(people.map((one) => [one.id, one]))
  const items = page.items.flatMap((task) => {
    const operator = byId.get(task.operatorId ?? '')
    return operator ? { ...task, operator } : []
  })
  return { ...page, items }
}

async function inQueueOrder(
  db: Reader,
  actor: OperatorActor,
  states: Array<ActivityRecord['state']>,
  query: QueryOf<Api['listQueueItems']>,
): Promise<ResponseOf<Api['listQueueItems']>> {
  const { activities } = db.t
  const where = and(inArray(activities.state, states), await placesOf(db, actor, query.queueId))
  const at = readCursor(query.cursor, ['rank', 'rank', 'number', 'string'])
  const from =
    at === null
      ? undefined
      : behind(activities, { priorityRank: at[0], vipRank: at[1], eligibleSince: at[2], id: at[3] })
  const rows = await taskRows(db, and(where, from), query.limit + 1)
  const { items, nextCursor } = pageOf(rows, query.limit, ({ place }) => [
    place.priorityRank,
    place.vipRank,
    place.eligibleSince,
    place.id,
  ])
  const [counted] = await db.select({ total: count() }).from(activities).where(where)
  return { items: items.map((row) => row.task), nextCursor, total: counted?.total ?? 0 }
}

/** A queue that is not the operator's shows nothing to him, but what waits for a group of his he sees wherever it waits. */
async function placesOf(db: Reader, actor: OperatorActor, queueId: string | undefined): Promise<SQL | undefined> {
  const { activities } = db.t
  const seesAll = actor.permissions.has('requests.viewAll')
  if (queueId !== undefined) return inArray(activities.queueId, seesAll || actor.queueIds.has(queueId) ? [queueId] : [])
  if (seesAll) return undefined
  const groupIds = [...(await groupsOf(db, actor.id))]
  const ofQueues = inArray(activities.queueId, [...actor.queueIds])
  return groupIds.length === 0 ? ofQueues : or(ofQueues, inArray(activities.groupId, groupIds))
}

/** How many wait in each queue that has any: a range of one index. */
export async function waitingByQueue(db: Reader, queueIds: readonly string[]): Promise<Map<string, number>> {
  const { activities } = db.t
  if (queueIds.length === 0) return new Map()
  const rows = await db
    .select({ queueId: activities.queueId, total: count() })
    .from(activities)
    .where(and(inArray(activities.queueId, [...queueIds]), eq(activities.state, 'waiting')))
    .groupBy(activities.queueId)
  return new Map(rows.flatMap((row) => (row.queueId === null ? [] : [[row.queueId, row.total] as const])))
}
