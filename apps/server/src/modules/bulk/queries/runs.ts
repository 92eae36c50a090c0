import type { Api, BulkItem, BulkRun, QueryOf, ResponseOf } from '@care/contract'
import { and, asc, desc, eq, gt, inArray, lt } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { visibleTo } from '../../requests/index.ts'
import { countItems, ownRun, presentRun } from '../store.ts'

/** One's own runs, latest first. */
export async function runList(
  db: Reader,
  actor: OperatorActor,
  now: number,
  { cursor, limit }: QueryOf<Api['listBulkRuns']>,
): Promise<ResponseOf<Api['listBulkRuns']>> {
  const { bulkRuns } = db.t
  const [before] = readCursor(cursor, ['string']) ?? []
  const rows = await db
    .select()
    .from(bulkRuns)
    .where(and(eq(bulkRuns.operatorId, actor.id), before === undefined ? undefined : lt(bulkRuns.id, before)))
    .orderBy(desc(bulkRuns.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
  return { items: items.map((run) => presentRun(run, now)), nextCursor }
}

/** How far a run is, counted now. */
export async function runNow(db: Reader, actor: OperatorActor, now: number, runId: string): Promise<BulkRun> {
  const run = await ownRun(db, actor, runId)
  return presentRun({ ...run, counts: await countItems(db, runId) }, now)
}

/** What came of a run at each request, by position. */
export async function itemList(
  db: Reader,
  actor: OperatorActor,
  runId: string,
  { cursor, limit, state }: QueryOf<Api['listBulkItems']>,
): Promise<ResponseOf<Api['listBulkItems']>> {
  await ownRun(db, actor, runId)
  const { bulkItems, requests } = db.t
  const [after] = readCursor(cursor, ['rank']) ?? []
  const rows = await db
    .select()
    .from(bulkItems)
    .where(
      and(
        eq(bulkItems.runId, runId),
        state === undefined ? undefined : eq(bulkItems.state, state),
        after === undefined ? undefined : gt(bulkItems.position, after),
      ),
    )
    .orderBy(asc(bulkItems.position))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, ({ position }) => [position])
  const ids = items.map(({ requestId }) => requestId)
  const named =
    ids.length === 0
      ? []
      : await db
          .select({ id: requests.id, number: requests.number, title: requests.title })
          .from(requests)
          .where(and(inArray(requests.id, ids), visibleTo(db, actor)))
  const byId = new Map(named.map(({ id, ...request }) => [id, request]))
  return {
    items: items.map(({ requestId, state: is, error }): BulkItem => ({
      requestId,
      request: byId.get(requestId) ?? null,
      state: is,
      error,
    })),
    nextCursor,
  }
}
