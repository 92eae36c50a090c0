import {
  defaultSort,
  type Api,
  type ListedRequest,
  type QueryOf,
  type RequestFilter,
  type RequestSort,
  type ResponseOf,
} from '@care/contract'
import { shownName } from '@care/domain'
import { asc, desc, eq } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import { isAmong, listFor } from '../../../db/sql.ts'
import type { ListedTalk } from '../../../db/schema/lists.ts'
import type { Reader } from '../../../db/store.ts'
import { conditionsOf, type Asker } from '../conditions.ts'
import { readPage } from '../read.ts'

/** Requests that this operator may see, filtered and sorted, by key. */
export async function requestList(
  db: Reader,
  asker: Asker,
  { filter = {}, sort = usualSort(filter), cursor, limit }: QueryOf<Api['listRequests']>,
): Promise<ResponseOf<Api['listRequests']>> {
  const page = await readPage(db, conditionsOf(filter, asker), sort, { cursor, limit })
  return {
    items: await rowsOf(db, page.numbers),
    nextCursor: page.nextCursor,
    isUnfinished: page.isUnfinished,
  }
}

/** What is asked without a sort is sorted as it can be: words are found newest first. */
const usualSort = (filter: RequestFilter): RequestSort =>
  filter.words === undefined ? defaultSort : { by: 'created', isDescending: true }

/** The rows of these requests in this order. */
export async function rowsOf(db: Reader, numbers: readonly number[]): Promise<ListedRequest[]> {
  if (numbers.length === 0) return []
  const asked = { numbers: listFor(db, numbers) }
  const rows = await joined(db, asked)
  const unkept = rows.filter(({ talk }) => talk === null).map(({ request }) => request.number)
  const talks = unkept.length === 0 ? null : talksOf(await talked(db, { numbers: listFor(db, unkept) }))
  const byNumber = new Map(rows.map((row) => [row.request.number, row]))
  return numbers.flatMap((number): ListedRequest[] => {
    const row = byNumber.get(number)
    if (!row) return []
    const { request, customer } = row
    const talk = row.talk ?? talks?.(request.id) ?? noTalk
    return [
      {
        ...request,
        // Closing is an update to whoever reads a list.
        updatedAt: Math.max(request.updatedAt, request.closedAt ?? 0),
        customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip },
        companyName: row.companyName,
        queue: row.queue,
        assignee: row.assignee,
        type: row.type,
        tags: [...new Set([...request.tags, ...talk.tags])],
        media: talk.media,
        activityId: talk.newestId,
      },
    ]
  })
}

const noTalk: ListedTalk = { newestId: null, media: [], tags: [] }

/** The rows of requests with whatever is named in them. */
const joined = prepared('listed-rows', (db: Reader) => {
  const { requests, requestEntries, customers, companies, queues, operators, requestTypes } = db.t
  return db
    .select({
      request: {
        id: requests.id,
        number: requests.number,
        title: requests.title,
        stage: requests.stage,
        category: requests.category,
        priority: requests.priority,
        tags: requests.tags,
        updatedAt: requests.lastUpdateAt,
        createdAt: requests.createdAt,
        dueAt: requests.dueAt,
        closedAt: requests.closedAt,
        outcome: requests.outcome,
        snoozedUntil: requests.snoozedUntil,
        version: requests.version,
      },
      customer: {
        id: requests.customerId,
        name: customers.name,
        firstName: customers.firstName,
        familyName: customers.familyName,
        email: customers.email,
        phone: customers.phone,
        isVip: customers.isVip,
      },
      companyName: companies.name,
      queue: { id: queues.id, name: queues.name },
      assignee: { id: operators.id, name: operators.name },
      type: { id: requestTypes.id, name: requestTypes.name },
      talk: requestEntries.talk,
    })
    .from(requests)
    .leftJoin(requestEntries, eq(requestEntries.number, requests.number))
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .leftJoin(queues, eq(queues.id, requests.queueId))
    .leftJoin(operators, eq(operators.id, requests.assigneeId))
    .where(isAmong(db, requests.number, 'numbers'))
})

/** Media, tags and the newest activity of requests whose entry does not have them yet. */
const talked = prepared('listed-talks', (db: Reader) => {
  const { activities, activityTags, requests } = db.t
  return db
    .select({ id: activities.id, requestId: activities.requestId, medium: activities.medium, tag: activityTags.tag })
    .from(requests)
    .innerJoin(activities, eq(activities.requestId, requests.id))
    .leftJoin(activityTags, eq(activityTags.activityId, activities.id))
    .where(isAmong(db, requests.number, 'numbers'))
    .orderBy(desc(activities.startedAt), desc(activities.id), asc(activityTags.position))
})

function talksOf(rows: Awaited<ReturnType<typeof talked>>) {
  const byRequest = Map.groupBy(rows, (row) => row.requestId)
  return (requestId: string): ListedTalk => {
    const own = byRequest.get(requestId) ?? []
    return {
      newestId: own[0]?.id ?? null,
      media: [...new Set(own.map((row) => row.medium))],
      tags: own.flatMap((row) => row.tag ?? []),
    }
  }
}
