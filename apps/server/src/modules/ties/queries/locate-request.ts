import type { Api, QueryOf, RequestPlace } from '@care/contract'
import { desc, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findRequest, type RequestRecord, sees } from '../../requests/index.ts'

/** The request that has this number, or into which the one that has it was merged (rule 25). */
export async function byNumber(db: Reader, number: number): Promise<RequestRecord | null> {
  const { requests } = db.t
  const [row] = await db.select().from(requests).where(eq(requests.number, number))
  return row ? await leading(db, row) : null
}

async function leading(db: Reader, row: RequestRecord): Promise<RequestRecord | null> {
  if (row.mergedIntoId === null) return row
  const { requests } = db.t
  const [target] = await db.select().from(requests).where(eq(requests.id, row.mergedIntoId))
  return target ?? null
}

/** Where a request is found: with what was said last in it. NOT_FOUND also when the viewer may not see it. */
export async function locateRequest(
  db: Reader,
  viewer: OperatorActor,
  query: QueryOf<Api['locateRequest']>,
): Promise<RequestPlace> {
  const { requests, activities } = db.t
  const [asked] = await db
    .select()
    .from(requests)
    .where(query.number === undefined ? eq(requests.id, query.requestId ?? '') : eq(requests.number, query.number))
  const row = asked ? await leading(db, asked) : null
  const loaded = row ? await findRequest(db, row.id) : null
  if (!asked || !loaded || !sees(viewer, loaded)) throw notFound('request')
  const { id, number, customerId } = loaded.request
  const [last] = await db
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.requestId, id))
    .orderBy(desc(activities.startedAt))
    .limit(1)
  return {
    requestId: id,
    number,
    customerId,
    activityId: last?.id ?? null,
    mergedNumber: asked.id === id ? null : asked.number,
  }
}
