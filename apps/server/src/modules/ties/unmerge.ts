import { and, eq, inArray, isNull, or } from '../../db/drizzle.ts'
import type { RequestMergeRecord } from '../../db/schema/ties.ts'
import { notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import {
  autoClosing,
  type LoadedRequest,
  lockRequests,
  type RequestRecord,
  restarted,
  writeRequest,
} from '../requests/index.ts'
import { emitBoth } from './commands/merge-requests.ts'
import { above, familyTurn } from './family.ts'
import { pairOf } from './links.ts'
import { inBatches, moveActivities } from '../activities/index.ts'
import { refused } from './refuse.ts'

export interface Merged {
  merge: { id: string; record: RequestMergeRecord; undoneAt: number | null }
  source: LoadedRequest
  target: LoadedRequest
}

/** A merge with both its requests, locked; NOT_FOUND when there is none. */
export async function loadMerge(ctx: Ctx, mergeId: string): Promise<Merged> {
  const { requestMerges } = ctx.tx.t
  const [merge] = await ctx.tx.select().from(requestMerges).where(eq(requestMerges.id, mergeId))
  if (!merge) throw notFound('merge')
  await familyTurn(ctx)
  const [source, target] = await lockRequests(ctx, [merge.sourceId, merge.targetId])
  if (!source || !target) throw notFound('merge')
  return { merge, source, target }
}

/**
 * Takes a merged request out again: what was moved and is still there goes back, what came since stays (rule 25). Refuses
 * a second time, when the target was merged on, and from a closed target (rule 3).
 */
export async function unmerge(ctx: Ctx, { merge, source, target }: Merged): Promise<RequestRecord> {
  const { requestMerges } = ctx.tx.t
  const claimed = await ctx.tx
    .update(requestMerges)
    .set({ undoneAt: ctx.now })
    .where(and(eq(requestMerges.id, merge.id), isNull(requestMerges.undoneAt)))
    .returning({ id: requestMerges.id })
  if (claimed.length === 0) throw refused('UNDONE')
  if (source.request.mergedIntoId !== target.request.id) throw refused('MERGED_SINCE')
  if (target.request.category === 'closed') throw refused('TARGET_CLOSED', { number: target.request.number })
  const { record } = merge
  const back = await moveActivities(ctx, record.activityIds, target.request, source.request)
  await giveBackTies(ctx, record, target.request.id, source.request.id)
  const tags = new Set(record.addedTags)
  const stays = await writeRequest(ctx, target.request, {
    tags: target.request.tags.filter((tag) => !tags.has(tag)),
    ...restarted(target.type, target.request, 'activityMoved', ctx.now),
  })
  const { before } = record
  const isAsleep = before.snoozedUntil !== null && before.snoozedUntil > ctx.now
  const snooze = isAsleep
    ? { snoozedUntil: before.snoozedUntil, snoozedById: before.snoozedById }
    : { snoozedUntil: null, snoozedById: null }
  const again = await writeRequest(ctx, source.request, {
    stage: before.stage,
    category: before.category,
    stageSince: before.stageSince,
    wokeAt: before.wokeAt,
    mergedIntoId: null,
    closedAt: null,
    lastUpdateAt: ctx.now,
    listedAt: ctx.now,
    ...snooze,
    ...autoClosing(source.type, { category: before.category, snoozedUntil: snooze.snoozedUntil }, ctx.now),
  })
  emitBoth(ctx, 'request.unmerged', merge.id, again, stays, back.length)
  return again
}

async function giveBackTies(ctx: Ctx, record: RequestMergeRecord, from: string, to: string): Promise<void> {
  const { requests, requestLinks, requestFollowers, todos, deals } = ctx.tx.t
  const requestId = to
  await inBatches(record.todoIds, (ids) =>
    ctx.tx
      .update(todos)
      .set({ requestId })
      .where(and(inArray(todos.id, ids), eq(todos.requestId, from))),
  )
  await inBatches(record.dealIds, (ids) =>
    ctx.tx
      .update(deals)
      .set({ requestId })
      .where(and(inArray(deals.id, ids), eq(deals.requestId, from))),
  )
  await inBatches(record.followerIds, (ids) =>
    ctx.tx
      .delete(requestFollowers)
      .where(and(eq(requestFollowers.requestId, from), inArray(requestFollowers.operatorId, ids))),
  )
  await inBatches(record.aliasIds, (ids) =>
    ctx.tx
      .update(requests)
      .set({ mergedIntoId: to })
      .where(and(inArray(requests.id, ids), eq(requests.mergedIntoId, from))),
  )
  if (record.partIds.length > 0) {
    await inBatches(record.partIds, (ids) =>
      ctx.tx
        .update(requests)
        .set({ parentId: to })
        .where(and(inArray(requests.id, ids), eq(requests.parentId, from))),
    )
    // What was above it may have been put below one of its parts since.
    if ((await above(ctx, to)).includes(to)) throw refused('LOOP')
  }
  for (const id of record.linkIds) {
    const [link] = await ctx.tx
      .select()
      .from(requestLinks)
      .where(and(eq(requestLinks.id, id), or(eq(requestLinks.fromId, from), eq(requestLinks.toId, from))))
    if (!link) continue
    const isFrom = link.fromId === from
    const other = isFrom ? link.toId : link.fromId
    await ctx.tx
      .update(requestLinks)
      .set({ ...(isFrom ? { fromId: to } : { toId: to }), pair: pairOf(other, to) })
      .where(eq(requestLinks.id, id))
  }
}
