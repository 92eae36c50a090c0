import type { Marks } from '@care/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
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

const threadOf = (db: Reader) => {
  const { activities, requests, requestTypes } = db.t
  return db
    .select({ activity: activities, request: requests, type: requestTypes })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
}
/** Locks the activity, so that messages of one thread get their numbers one after another. */
const byId = prepared('thread_by_id', (db) => locked(db, threadOf(db).where(eq(db.t.activities.id, sql.placeholder('id'))), db.t.activities))
const ofVisitor = prepared('thread_of_visitor', (db) =>
  locked(
    db,
    threadOf(db)
      .where(and(eq(db.t.activities.visitorId, sql.placeholder('visitorId')), eq(db.t.activities.medium, 'chat')))
      .orderBy(desc(db.t.activities.startedAt))
      .limit(1),
    db.t.activities,
  ),
)

export async function findActivity(db: Reader, activityId: string): Promise<LoadedActivity | null> {
  const [row] = await threadOf(db).where(eq(db.t.activities.id, activityId))
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
export async function loadVisibleActivity(ctx: Ctx, activityId: string): Promise<LoadedActivity> {
  const loaded = await loadActivity(ctx, activityId)
  const request = await findRequest(ctx.tx, loaded.request.id)
  if (!request || !sees(ctx.actor, request)) throw notFound('activity')
  return loaded
}

export const about = (activity: ActivityRecord) => ({ activityId: activity.id, requestId: activity.requestId, customerId: activity.customerId })

export const marksOf = (activity: ActivityRecord): Marks => ({
  customerDelivered: activity.customerDelivered,
  customerRead: activity.customerRead,
  operatorDelivered: activity.operatorDelivered,
  operatorRead: activity.operatorRead,
})
