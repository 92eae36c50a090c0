import type { RequestTies } from '@care/contract'
import { limits } from '@care/domain'
import { and, asc, desc, eq, isNull, or } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { findRequest, sees } from '../../requests/index.ts'
import { mayChange } from '../refuse.ts'
import { tiedRequests } from './tied.ts'

/** What a request is tied to (row J8). NOT_FOUND also when the viewer may not see it. */
export async function requestTies(db: Reader, viewer: OperatorActor, requestId: string): Promise<RequestTies> {
  const found = await findRequest(db, requestId)
  const loaded = found?.request.mergedIntoId ? await findRequest(db, found.request.mergedIntoId) : found
  if (!loaded || !sees(viewer, loaded)) throw notFound('request')
  const { id, parentId } = loaded.request
  const { requests, requestLinks } = db.t
  const parts = await db
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.parentId, id), isNull(requests.mergedIntoId)))
    .orderBy(asc(requests.number))
    .limit(limits.parts)
  const links = await db
    .select()
    .from(requestLinks)
    .where(or(eq(requestLinks.fromId, id), eq(requestLinks.toId, id)))
    .orderBy(asc(requestLinks.madeAt), asc(requestLinks.id))
    .limit(limits.links)
  const linked = links.map((link) => ({
    ...link,
    isFrom: link.fromId === id,
    otherId: link.fromId === id ? link.toId : link.fromId,
  }))
  const ids = [
    ...parts.map((part) => part.id),
    ...linked.map(({ otherId }) => otherId),
    ...(parentId ? [parentId] : []),
  ]
  const known = await tiedRequests(db, viewer, ids)
  return {
    parent: (parentId !== null && known.get(parentId)) || null,
    parts: parts.flatMap((part) => known.get(part.id) ?? []),
    links: linked.flatMap(({ id: linkId, kind, isFrom, otherId }) => {
      const request = known.get(otherId)
      return request ? [{ id: linkId, kind, isFrom, request }] : []
    }),
    merges: await mergesOf(db, id),
    abilities: { edit: mayChange(viewer, loaded) },
  }
}

/** Merges into it that are not undone, latest first. Who sees the target has always seen what was merged into it. */
async function mergesOf(db: Reader, targetId: string): Promise<RequestTies['merges']> {
  const { requestMerges, requests, operators } = db.t
  const rows = await db
    .select({ merge: requestMerges, number: requests.number, title: requests.title, by: operators.name })
    .from(requestMerges)
    .innerJoin(requests, eq(requests.id, requestMerges.sourceId))
    .leftJoin(operators, eq(operators.id, requestMerges.mergedById))
    .where(and(eq(requestMerges.targetId, targetId), isNull(requestMerges.undoneAt)))
    .orderBy(desc(requestMerges.mergedAt), desc(requestMerges.id))
    .limit(limits.links)
  return rows.map(({ merge, number, title, by }) => ({
    id: merge.id,
    number,
    title,
    mergedAt: merge.mergedAt,
    by: merge.mergedById !== null && by !== null ? { id: merge.mergedById, name: by } : null,
    activities: merge.record.activityIds.length,
  }))
}
