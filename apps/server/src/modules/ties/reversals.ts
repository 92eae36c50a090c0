import { and, eq } from '../../db/drizzle.ts'
import { changedSince } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Reversals } from '../../kernel/module.ts'
import { about, lockRequests, type RequestRecord, restarted, writeRequest } from '../requests/index.ts'
import { emitLink, removeLink } from './commands/link-requests.ts'
import { putBelow } from './commands/set-parent.ts'
import type {} from './events.ts'
import { familyTurn } from './family.ts'
import { pairOf } from './links.ts'
import { moveActivities } from '../activities/index.ts'
import { loadMerge, unmerge } from './unmerge.ts'

/** How ties between requests are undone; a merge also later, from its line. */
export const tieReversals: Reversals = {
  'request.merged': async (ctx, { facts }) => void (await unmerge(ctx, await loadMerge(ctx, facts.mergeId))),
  'request.split': async (ctx, { facts }) => {
    const [left, made] = await lockRequests(ctx, [facts.fromId, facts.toId])
    if (!left || !made || left.request.category === 'closed') throw changedSince()
    const back = await moveActivities(ctx, facts.activityIds, made.request, left.request)
    if (back.length !== facts.activityIds.length) throw changedSince()
    await ctx.tx.delete(ctx.tx.t.requestLinks).where(eq(ctx.tx.t.requestLinks.id, facts.linkId))
    await dropUntouched(ctx, made.request)
    const again = await writeRequest(ctx, left.request, restarted(left.type, left.request, 'activityMoved', ctx.now))
    const { fromNumber, toNumber } = facts
    ctx.emit('request.unsplit', {
      ...about(again),
      fromNumber,
      toNumber,
      activities: back.length,
      version: again.version,
    })
  },
  'request.linked': async (ctx, { facts }) => {
    if (!(await removeLink(ctx, facts.linkId, facts.requestId))) throw changedSince()
  },
  'request.unlinked': async (ctx, { facts }) => {
    const [one, other] = await lockRequests(ctx, [facts.requestId, facts.otherId])
    if (!one || !other) throw changedSince()
    const [from, to] = facts.isFrom ? [one.request, other.request] : [other.request, one.request]
    const { requestLinks } = ctx.tx.t
    const { linkId: id, kind } = facts
    const values = { id, kind, fromId: from.id, toId: to.id, pair: pairOf(from.id, to.id), madeAt: ctx.now }
    const madeById = ctx.actor.kind === 'operator' ? ctx.actor.id : null
    const added = await ctx.tx
      .insert(requestLinks)
      .values({ ...values, madeById })
      .onConflictDoNothing()
      .returning({ id: requestLinks.id })
    if (added.length === 0) throw changedSince()
    emitLink(ctx, 'request.linked', { linkId: id, kind, from, to })
  },
  'request.parentSet': async (ctx, { facts }) => {
    await familyTurn(ctx)
    const ids = facts.fromId === null ? [facts.requestId] : [facts.requestId, facts.fromId]
    const [part, parent] = await lockRequests(ctx, ids)
    const isGone = parent !== undefined && (parent === null || parent.request.mergedIntoId !== null)
    if (!part || part.request.parentId !== facts.toId || isGone) throw changedSince()
    await putBelow(ctx, part, parent ?? null)
  },
}

/** The request that splitting had made goes with it; one that somebody has worked on stays, and so does the split. */
async function dropUntouched(ctx: Ctx, { id }: RequestRecord): Promise<void> {
  const { requests, activities } = ctx.tx.t
  const [more] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.requestId, id))
    .limit(1)
  const gone = more
    ? []
    : await ctx.tx
        .delete(requests)
        .where(and(eq(requests.id, id), eq(requests.version, 1)))
        .returning({ id: requests.id })
  if (gone.length === 0) throw changedSince()
}
