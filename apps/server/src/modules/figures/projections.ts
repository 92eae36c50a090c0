import { isShortAbandon } from '@care/domain'
import { and, desc, eq, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { StoredEvent } from '../../kernel/event.ts'
import type { Projections } from '../../kernel/module.ts'
import type { MessageCarry } from '../activities/index.ts'
import type {} from '../requests/index.ts'
import type {} from '../routing/index.ts'
import { dropFact, noteFact, stayOf } from './facts.ts'

const undoing = 'undo-change'

/** What happens becomes facts, in its transaction. Of messages only the first answer of a talk costs anything. */
export const figureProjections: Projections = {
  'activity.queued': async (ctx, { facts }) => {
    const { activityId, requestId, queueId, reason } = facts
    if (reason !== 'new' && reason !== 'answered') return
    const activity = await activityOf(ctx, activityId)
    if (!activity) return
    const { medium, eligibleSince } = activity
    const sourceId = stayOf(activityId, eligibleSince)
    await noteFact(ctx, { kind: 'arrived', sourceId, requestId, activityId, queueId, medium, value: 0 })
  },
  'task.accepted': async (ctx, event) => {
    const { how, from } = event.facts
    if (how === 'undo') return handlingGoesOn(ctx, event)
    // From one operator to the next it has not waited.
    if (how !== 'transfer' && !from) await noteAccepted(ctx, event)
  },
  'activity.ended': async (ctx, event) => {
    const { operatorId, reason } = event.facts
    if (operatorId !== null) await noteHandled(ctx, event, operatorId)
    else if (reason === 'abandoned') await noteAbandoned(ctx, event)
  },
  'message.sent': async (ctx, { facts, carry, actor }) => {
    if (!(carry as MessageCarry).isFirstAnswer || actor.kind !== 'operator' || actor.id === null) return
    await noteFirstResponse(ctx, facts.requestId, facts.activityId, actor.id)
  },
  'request.closed': async (ctx, { id, facts, actor }) => {
    if (actor.kind !== 'operator' || actor.id === null) return
    await noteFact(ctx, { kind: 'closed', sourceId: id, requestId: facts.requestId, operatorId: actor.id, value: 0 })
  },
  'request.reopened': async (ctx, { facts, command }) => {
    if (command === undoing) return closingWasNone(ctx, facts.requestId)
    // The next answer is a first response again (rule 10).
    const { activities } = ctx.tx.t
    await ctx.tx.update(activities).set({ firstAnswerAt: null }).where(eq(activities.requestId, facts.requestId))
  },
  'chat.rated': async (ctx, { facts }) => {
    const { requestId, activityId, operatorId, score } = facts
    if (operatorId === null) return
    await noteFact(ctx, { kind: 'rated', sourceId: activityId, requestId, activityId, operatorId, value: score })
  },
}

const waitOfActivity = prepared('wait_of_activity', (db) => {
  const { activities } = db.t
  return db
    .select({
      medium: activities.medium,
      eligibleSince: activities.eligibleSince,
      acceptedAt: activities.acceptedAt,
    })
    .from(activities)
    .where(eq(activities.id, sql.placeholder('activityId')))
})
const activityOf = async (ctx: Ctx, activityId: string) => (await waitOfActivity(ctx.tx, { activityId })).at(0)

/** Nobody waits for a call that we make. */
async function isOutgoing(ctx: Ctx, activityId: string): Promise<boolean> {
  const { calls } = ctx.tx.t
  const [call] = await ctx.tx.select({ direction: calls.direction }).from(calls).where(eq(calls.activityId, activityId))
  return call?.direction === 'out'
}

/** The first acceptance of a stay ends its wait; who gives it back and takes it again does not wait anew. */
async function noteAccepted(ctx: Ctx, { facts, at }: StoredEvent<'task.accepted'>): Promise<void> {
  const { activityId, requestId, operatorId, queueId, waitedMs } = facts
  const activity = await activityOf(ctx, activityId)
  if (!activity || queueId === null || (await isOutgoing(ctx, activityId))) return
  const { queues } = ctx.tx.t
  const [queue] = await ctx.tx
    .select({ seconds: queues.serviceLevelSeconds })
    .from(queues)
    .where(eq(queues.id, queueId))
  const isInTime = waitedMs <= (queue?.seconds ?? 0) * 1000
  const sourceId = stayOf(activityId, at - waitedMs)
  const about = { requestId, activityId, operatorId, queueId, medium: activity.medium }
  await noteFact(ctx, { kind: 'accepted', sourceId, ...about, value: waitedMs, isInTime })
}

async function noteAbandoned(ctx: Ctx, { facts }: StoredEvent<'activity.ended'>): Promise<void> {
  const { activityId, requestId, queueId } = facts
  const activity = await activityOf(ctx, activityId)
  if (!activity || queueId === null) return
  const { facts: table } = ctx.tx.t
  const sourceId = stayOf(activityId, activity.eligibleSince)
  const [accepted] = await ctx.tx
    .select({ at: table.at })
    .from(table)
    .where(and(eq(table.kind, 'accepted'), eq(table.sourceId, sourceId)))
  // One stay ends once: somebody had answered, and gave it back.
  if (accepted) return
  const waitedMs = Math.max(0, ctx.now - activity.eligibleSince)
  const about = { requestId, activityId, queueId, medium: activity.medium }
  await noteFact(ctx, {
    kind: 'abandoned',
    sourceId,
    ...about,
    value: waitedMs,
    isShort: isShortAbandon(waitedMs),
  })
}

async function noteHandled(ctx: Ctx, { facts }: StoredEvent<'activity.ended'>, operatorId: string): Promise<void> {
  const { activityId, requestId } = facts
  const activity = await activityOf(ctx, activityId)
  if (!activity || activity.acceptedAt === null) return
  const { medium, acceptedAt } = activity
  const sourceId = stayOf(activityId, acceptedAt)
  const value = Math.max(0, ctx.now - acceptedAt)
  await noteFact(ctx, { kind: 'handled', sourceId, requestId, activityId, operatorId, medium, value })
}

/** Its end was undone: it will be handled to another end. */
async function handlingGoesOn(ctx: Ctx, { facts }: StoredEvent<'task.accepted'>): Promise<void> {
  const activity = await activityOf(ctx, facts.activityId)
  if (activity && activity.acceptedAt !== null)
    await dropFact(ctx, 'handled', stayOf(facts.activityId, activity.acceptedAt))
}

/** Rule 27: from creation, or from opening again, to the first public word of a person, whichever talk it is in. */
async function noteFirstResponse(ctx: Ctx, requestId: string, activityId: string, operatorId: string): Promise<void> {
  const { requests } = ctx.tx.t
  const [request] = await ctx.tx
    .select({ createdAt: requests.createdAt, reopenedAt: requests.reopenedAt })
    .from(requests)
    .where(eq(requests.id, requestId))
  if (!request) return
  const since = request.reopenedAt ?? request.createdAt
  const value = Math.max(0, ctx.now - since)
  const sourceId = stayOf(requestId, since)
  await noteFact(ctx, { kind: 'firstResponse', sourceId, requestId, activityId, operatorId, value })
}

async function closingWasNone(ctx: Ctx, requestId: string): Promise<void> {
  const { facts } = ctx.tx.t
  const [last] = await ctx.tx
    .select({ sourceId: facts.sourceId })
    .from(facts)
    .where(and(eq(facts.requestId, requestId), eq(facts.kind, 'closed')))
    .orderBy(desc(facts.at))
    .limit(1)
  if (last) await dropFact(ctx, 'closed', last.sourceId)
}
