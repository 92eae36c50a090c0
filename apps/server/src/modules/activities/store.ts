import type { Marks } from '@care/contract'
import { and, desc, eq, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import { notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findRequest, type RequestRecord, sees, type TypeRecord } from '../requests/index.ts'

export type ActivityRecord = Reader['t']['activities']['$inferSelect']
export interface LoadedActivity {
  activity: ActivityRecord
  request: RequestRecord
  type: TypeRecord
}

/** With those who have one of its request's activities in progress. */
export type VisibleActivity = LoadedActivity & { holderIds: string[] }

/**
 * What a message and a mark need to know. Read for every one of them, so without titles, texts and workflows: turning
 * the columns of whole rows into objects cost more than all of a message's writing (docs/performance.md).
 */
const threadColumns = ({ t: { activities, requests, requestTypes } }: Reader) => ({
  activity: {
    id: activities.id,
    requestId: activities.requestId,
    customerId: activities.customerId,
    medium: activities.medium,
    state: activities.state,
    queueId: activities.queueId,
    operatorId: activities.operatorId,
    visitorId: activities.visitorId,
    customerIsHere: activities.customerIsHere,
    messageSeq: activities.messageSeq,
    lastCustomerMessageAt: activities.lastCustomerMessageAt,
    waitingSince: activities.waitingSince,
    unread: activities.unread,
    customerDelivered: activities.customerDelivered,
    customerRead: activities.customerRead,
    operatorDelivered: activities.operatorDelivered,
    operatorRead: activities.operatorRead,
    firstAnswerAt: activities.firstAnswerAt,
  },
  request: {
    id: requests.id,
    category: requests.category,
    lastUpdateAt: requests.lastUpdateAt,
    listedAt: requests.listedAt,
    autoCloseCheckAt: requests.autoCloseCheckAt,
    snoozedUntil: requests.snoozedUntil,
    wakesOnAnswer: requests.wakesOnAnswer,
  },
  type: { autoCloseMs: requestTypes.autoCloseMs },
})
type ThreadColumns = ReturnType<typeof threadColumns>
/** An activity as its thread sees it; every LoadedActivity is one. */
export interface Thread {
  activity: Pick<ActivityRecord, keyof ThreadColumns['activity']>
  request: Pick<RequestRecord, keyof ThreadColumns['request']>
  type: Pick<TypeRecord, keyof ThreadColumns['type']>
}
export type ThreadActivity = Thread['activity']

const threads = (db: Reader) =>
  db
    .select(threadColumns(db))
    .from(db.t.activities)
    .innerJoin(db.t.requests, eq(db.t.requests.id, db.t.activities.requestId))
    .innerJoin(db.t.requestTypes, eq(db.t.requestTypes.id, db.t.requests.typeId))
const threadById = prepared('thread_by_id', (db) =>
  locked(db, threads(db).where(eq(db.t.activities.id, sql.placeholder('id'))), db.t.activities),
)
const threadOfVisitor = prepared('thread_of_visitor', (db) =>
  locked(
    db,
    threads(db)
      .where(and(eq(db.t.activities.visitorId, sql.placeholder('visitorId')), eq(db.t.activities.medium, 'chat')))
      .orderBy(desc(db.t.activities.startedAt))
      .limit(1),
    db.t.activities,
  ),
)

/** The thread of an activity, locked; rights are the command's `allow`. */
export async function loadThread(ctx: Ctx, activityId: string): Promise<Thread> {
  const [row] = await threadById(ctx.tx, { id: activityId })
  if (!row) throw notFound('activity')
  return row
}

/** The thread of the visitor's latest chat, open or ended, locked; null before his first. */
export async function loadThreadOf(ctx: Ctx, visitorId: string): Promise<Thread | null> {
  const [row] = await threadOfVisitor(ctx.tx, { visitorId })
  return row ?? null
}

const wholeOf = (db: Reader) => {
  const { activities, requests, requestTypes } = db.t
  return db
    .select({ activity: activities, request: requests, type: requestTypes })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
}
/** Locks the activity, so that messages of one thread get their numbers one after another. */
const byId = prepared('activity_by_id', (db) =>
  locked(db, wholeOf(db).where(eq(db.t.activities.id, sql.placeholder('id'))), db.t.activities),
)
const ofVisitor = prepared('chat_of_visitor', (db) =>
  locked(
    db,
    wholeOf(db)
      .where(and(eq(db.t.activities.visitorId, sql.placeholder('visitorId')), eq(db.t.activities.medium, 'chat')))
      .orderBy(desc(db.t.activities.startedAt))
      .limit(1),
    db.t.activities,
  ),
)

export async function findActivity(db: Reader, activityId: string): Promise<LoadedActivity | null> {
  const [row] = await wholeOf(db).where(eq(db.t.activities.id, activityId))
  return row ?? null
}

/** For a command on one activity; rights are its `allow`. */
export async function loadActivity(ctx: Ctx, activityId: string): Promise<LoadedActivity> {
  const [row] = await byId(ctx.tx, { id: activityId })
  if (!row) throw notFound('activity')
  return row
}

/** The visitor's latest chat, open or ended; null before his first. */
export async function loadChatOf(ctx: Ctx, visitorId: string): Promise<LoadedActivity | null> {
  const [row] = await ofVisitor(ctx.tx, { visitorId })
  return row ?? null
}

/** For a command that one may try on what one sees (comment, tag): a foreign activity does not exist. */
export async function loadVisibleActivity(ctx: Ctx, activityId: string): Promise<VisibleActivity> {
  const loaded = await loadActivity(ctx, activityId)
  const request = await findRequest(ctx.tx, loaded.request.id)
  if (!request || !sees(ctx.actor, request)) throw notFound('activity')
  return { ...loaded, holderIds: request.holderIds }
}

export const about = (activity: Pick<ActivityRecord, 'id' | 'requestId' | 'customerId'>) => ({
  activityId: activity.id,
  requestId: activity.requestId,
  customerId: activity.customerId,
})

export const marksOf = (activity: Marks): Marks => ({
  customerDelivered: activity.customerDelivered,
  customerRead: activity.customerRead,
  operatorDelivered: activity.operatorDelivered,
  operatorRead: activity.operatorRead,
})
