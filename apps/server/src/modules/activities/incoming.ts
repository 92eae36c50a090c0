import {
  cutText,
  dayMs,
  isOpenActivity,
  limits,
  type Medium,
  onCustomerMessage,
  priorityRank,
  type StageCategory,
  stageCategories,
  titleFromText,
} from '@care/domain'
import { and, desc, eq, inArray, isNull, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'
import { locked } from '../../db/sql.ts'
import { openRequest, reopen, type RequestRecord, type TypeRecord, typeById } from '../requests/index.ts'
import { about, type LoadedActivity } from './store.ts'
import { leaveWrapUp } from './wrap-up.ts'

const openCategories = stageCategories.filter((category) => category !== 'closed')

/** His most recently updated request of these categories, locked. */
const latestOf = (name: string, categories: readonly StageCategory[]) =>
  prepared(name, (db) => {
    const { requests, requestTypes } = db.t
    return locked(
      db,
      db
        .select({ request: requests, type: requestTypes })
        .from(requests)
        .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
        .where(
          and(
            eq(requests.customerId, sql.placeholder('customerId')),
            inArray(requests.category, [...categories]),
            // What was merged into another one is no request of its own any more (rule 25).
            isNull(requests.mergedIntoId),
          ),
        )
        .orderBy(desc(requests.lastUpdateAt), desc(requests.id))
        .limit(1),
      requests,
    )
  })
const latestOpen = latestOf('latest_open_request', openCategories)
const latestClosed = latestOf('latest_closed_request', ['closed'])

export interface Incoming {
  customerId: string
  medium: Medium
  queueId: string
  typeId: string
  text: string
  /** Its subject, where it has one; else the title is the first words of the text. */
  title?: string
  /** Where it is known to belong; else its customer's open request (rule 1). */
  into?: { request: RequestRecord; type: TypeRecord }
  /** Title when the text has no words. */
  fallbackTitle: string
  source: string
  /** What it needs besides the queue's skills (rule 14). */
  skills: readonly string[]
  /** Where a new request of it belongs. */
  locationId?: string | null
  siteId: string | null
  visitorId: string | null
  /** It waits in no queue before then, and nobody is offered it; whoever plans it brings it in. */
  plannedFor?: number
}

/**
 * The request of an incoming activity (rules 1, 10): the customer's most recently updated open one, else his last
 * closed one within its reopen window, else a new one linked to it.
 */
export async function requestForIncoming(
  ctx: Ctx,
  input: Incoming,
): Promise<{ request: RequestRecord; type: TypeRecord }> {
  if (input.into) return input.into
  const { customerId } = input
  const [open] = await latestOpen(ctx.tx, { customerId })
  if (open) return open
  const [closed] = await latestClosed(ctx.tx, { customerId })
  if (closed && afterClosing(closed, ctx.now) === 'reopen')
    return { type: closed.type, request: await reopen(ctx, closed) }
  const type = await typeById(ctx, input.typeId)
  const title = titleOf(input)
  const request = await openRequest(ctx, {
    customerId: input.customerId,
    title,
    description: cutText(input.text, limits.description),
    type,
    queueId: input.queueId,
    assigneeId: null,
    previousId: closed?.request.id ?? null,
    locationId: input.locationId ?? null,
  })
  return { request, type }
}

const titleOf = ({ title, text, fallbackTitle }: Incoming): string =>
  title === undefined ? titleFromText(text, fallbackTitle) : titleFromText(title, fallbackTitle)

const afterClosing = ({ request, type }: { request: RequestRecord; type: TypeRecord }, now: number) =>
  onCustomerMessage({
    closedAt: request.closedAt ?? now,
    now,
    reopenDays: type.reopenMs / dayMs,
    onReply: type.onReply,
    isSpam: request.outcome === 'spam',
  })

/** Makes the activity and puts it into its queue, now or when its time comes. */
export async function openActivity(ctx: Ctx, input: Incoming): Promise<LoadedActivity> {
  const { activities, customers } = ctx.tx.t
  const { request, type } = await requestForIncoming(ctx, input)
  const [customer] = await ctx.tx
    .select({ isVip: customers.isVip })
    .from(customers)
    .where(eq(customers.id, input.customerId))
  const [activity] = await ctx.tx
    .insert(activities)
    .values({
      id: ctx.newId(),
      requestId: request.id,
      customerId: input.customerId,
      medium: input.medium,
      state: input.plannedFor === undefined ? 'waiting' : 'planned',
      queueId: input.queueId,
      priorityRank: priorityRank(request.priority),
      vipRank: customer?.isVip ? 0 : 1,
      eligibleSince: input.plannedFor ?? ctx.now,
      siteId: input.siteId,
      visitorId: input.visitorId,
      customerIsHere: input.visitorId !== null,
      source: input.source,
      skills: [...input.skills],
      title: titleOf(input),
      startedAt: ctx.now,
      messageSeq: 0,
      lastLineText: '',
      unread: 0,
      customerDelivered: 0,
      customerRead: 0,
      operatorDelivered: 0,
      operatorRead: 0,
      version: 1,
    })
    .returning()
  if (!activity) throw new Error('activity was not inserted')
  if (input.plannedFor === undefined)
    ctx.emit('activity.queued', { ...about(activity), queueId: input.queueId, reason: 'new', version: 1 })
  return { activity, request, type }
}

/**
 * The customer writes on in a talk that had ended: it waits in its queue again, its closed request is reopened. Null
 * when the request's reopen window is over; then a new activity is due.
 */
export async function revive(ctx: Ctx, loaded: LoadedActivity): Promise<LoadedActivity | null> {
  if (loaded.activity.state === 'wrapUp') return { ...loaded, activity: await leaveWrapUp(ctx, loaded.activity) }
  if (isOpenActivity(loaded.activity.state)) return loaded
  const isClosed = loaded.request.category === 'closed'
  if (isClosed && afterClosing(loaded, ctx.now) !== 'reopen') return null
  const request = isClosed ? await reopen(ctx, loaded) : loaded.request
  const { queueId } = loaded.activity
  if (queueId === null) return null
  const { activities } = ctx.tx.t
  const [activity] = await ctx.tx
    .update(activities)
    .set({
      state: 'waiting',
      operatorId: null,
      acceptedAt: null,
      endedAt: null,
      endReason: null,
      outcome: null,
      eligibleSince: ctx.now,
      version: loaded.activity.version + 1,
    })
    .where(and(eq(activities.id, loaded.activity.id), eq(activities.state, 'ended')))
    .returning()
  if (!activity) return null
  ctx.emit('activity.queued', { ...about(activity), queueId, reason: 'answered', version: activity.version })
  return { ...loaded, request, activity }
}
