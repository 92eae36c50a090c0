import { familyLevels, firstStageOf, limits, whyNotMerge } from '@care/domain'
import { eq, inArray, or } from '../../../db/drizzle.ts'
import type { RequestMergeRecord } from '../../../db/schema/ties.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import {
  about,
  enteredAt,
  type LoadedRequest,
  lockRequests,
  type RequestRecord,
  restarted,
  writeRequest,
} from '../../requests/index.ts'
import { above, familyTurn, levelsBelow } from '../family.ts'
import { pairOf } from '../links.ts'
import { moveActivities } from '../../activities/index.ts'
import { mayChange, refused, requireVisible } from '../refuse.ts'
import type {} from '../events.ts'

interface MergeInput {
  /** What goes: its number leads to the other one from now on. */
  requestId: string
  targetId: string
}

/**
 * Two requests about one thing become one (rule 25): activities, tags, links and parts go to the target, the source stays
 * as a closed row that leads there. Refuses itself, another customer's, closed ones; undoRequestMerge is the way back.
 */
export const mergeRequests = command({
  name: 'merge-requests',
  action: 'requests.edit',
  async load(ctx, { requestId, targetId }: MergeInput) {
    await familyTurn(ctx)
    const [source, target] = await lockRequests(ctx, [requestId, targetId])
    return { source: requireVisible(ctx.actor, source), target: requireVisible(ctx.actor, target) }
  },
  allow: ({ actor }, { source, target }) => mayChange(actor, source) && mayChange(actor, target),
  async run(ctx, { source, target }) {
    const problem = whyNotMerge({ source: source.request, target: target.request })
    if (problem) throw refused(problem)
    const mergeId = ctx.newId()
    const record = await moveAll(ctx, source, target.request)
    const closed = firstStageOf(source.type.workflow, 'closed')
    if (!closed) throw new Error(`type ${source.type.id} has no closed stage`)
    const gone = await writeRequest(ctx, source.request, {
      stage: closed.key,
      category: closed.category,
      stageSince: enteredAt(ctx, source.request),
      mergedIntoId: target.request.id,
      closedAt: ctx.now,
      snoozedUntil: null,
      snoozedById: null,
      wokeAt: null,
      autoCloseAt: null,
      autoCloseCheckAt: null,
    })
    const stays = await writeRequest(ctx, target.request, {
      tags: [...target.request.tags, ...record.addedTags],
      ...restarted(target.type, target.request, 'activityMoved', ctx.now),
    })
    await ctx.tx.insert(ctx.tx.t.requestMerges).values({
      id: mergeId,
      targetId: stays.id,
      sourceId: gone.id,
      record,
      mergedAt: ctx.now,
      mergedById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
      undoneAt: null,
    })
    emitBoth(ctx, 'request.merged', mergeId, gone, stays, record.activityIds.length)
    return { mergeId, requestId: stays.id }
  },
})

/** The line in both histories. */
export function emitBoth(
  ctx: Ctx,
  type: 'request.merged' | 'request.unmerged',
  mergeId: string,
  source: RequestRecord,
  target: RequestRecord,
  activities: number,
): void {
  const facts = {
    mergeId,
    sourceId: source.id,
    sourceNumber: source.number,
    targetId: target.id,
    targetNumber: target.number,
    activities,
  }
  ctx.emit(type, { ...about(source), ...facts, version: source.version })
  ctx.emit(type, { ...about(target), ...facts, version: target.version })
}

async function moveAll(ctx: Ctx, source: LoadedRequest, target: RequestRecord): Promise<RequestMergeRecord> {
  const { request } = source
  const { activities, requests } = ctx.tx.t
  const all = await ctx.tx.select({ id: activities.id }).from(activities).where(eq(activities.requestId, request.id))
  const ids = all.map(({ id }) => id)
  const aliases = await ctx.tx
    .update(requests)
    .set({ mergedIntoId: target.id })
    .where(eq(requests.mergedIntoId, request.id))
    .returning({ id: requests.id })
  const { stage, category, stageSince, snoozedUntil, snoozedById, wokeAt } = request
  const room = limits.tagsPerActivity - target.tags.length
  return {
    activityIds: await moveActivities(ctx, ids, request, target),
    addedTags: request.tags.filter((tag) => !target.tags.includes(tag)).slice(0, Math.max(0, room)),
    partIds: await moveParts(ctx, request.id, target.id),
    linkIds: await moveLinks(ctx, request.id, target.id),
    ...(await moveFollowUps(ctx, request.id, target.id)),
    followerIds: await joinFollowers(ctx, request.id, target.id),
    aliasIds: aliases.map(({ id }) => id),
    before: { stage, category, stageSince, snoozedUntil, snoozedById, wokeAt },
  }
}

/** The source's parts are the target's now; a target below the source would be its own. */
async function moveParts(ctx: Ctx, from: string, to: string): Promise<string[]> {
  const { requests } = ctx.tx.t
  const up = await above(ctx, to)
  if (up.includes(from)) throw refused('LOOP')
  const parts = await ctx.tx
    .update(requests)
    .set({ parentId: to })
    .where(eq(requests.parentId, from))
    .returning({ id: requests.id })
  if (parts.length > 0 && up.length + 1 + (await levelsBelow(ctx, to)) > familyLevels) throw refused('TOO_DEEP')
  return parts.map(({ id }) => id)
}

/** To-dos and deals, deleted ones too: they may be brought back. */
async function moveFollowUps(ctx: Ctx, from: string, to: string): Promise<{ todoIds: string[]; dealIds: string[] }> {
  const { todos, deals } = ctx.tx.t
  const [movedTodos, movedDeals] = [
    await ctx.tx.update(todos).set({ requestId: to }).where(eq(todos.requestId, from)).returning({ id: todos.id }),
    await ctx.tx.update(deals).set({ requestId: to }).where(eq(deals.requestId, from)).returning({ id: deals.id }),
  ]
  return { todoIds: movedTodos.map(({ id }) => id), dealIds: movedDeals.map(({ id }) => id) }
}

/** Who followed the source follows the target too. */
async function joinFollowers(ctx: Ctx, from: string, to: string): Promise<string[]> {
  const { requestFollowers } = ctx.tx.t
  const all = await ctx.tx.select().from(requestFollowers).where(eq(requestFollowers.requestId, from))
  if (all.length === 0) return []
  const added = await ctx.tx
    .insert(requestFollowers)
    .values(all.map((follower) => ({ ...follower, requestId: to })))
    .onConflictDoNothing()
    .returning({ id: requestFollowers.operatorId })
  return added.map(({ id }) => id)
}

/** The source's links, but those to the target and to what is linked with it already. */
async function moveLinks(ctx: Ctx, from: string, to: string): Promise<string[]> {
  const { requestLinks } = ctx.tx.t
  const touching = (id: string) =>
    ctx.tx
      .select()
      .from(requestLinks)
      .where(or(eq(requestLinks.fromId, id), eq(requestLinks.toId, id)))
  const taken = new Set((await touching(to)).map(({ pair }) => pair))
  const moved: string[] = []
  for (const link of await touching(from)) {
    const other = link.fromId === from ? link.toId : link.fromId
    if (other === to || taken.has(pairOf(other, to))) continue
    const ends = link.fromId === from ? { fromId: to } : { toId: to }
    await ctx.tx
      .update(requestLinks)
      .set({ ...ends, pair: pairOf(other, to) })
      .where(inArray(requestLinks.id, [link.id]))
    moved.push(link.id)
  }
  return moved
}
