import type { Api, EarlierChat, QueryOf, ResponseOf } from '@care/contract'
import { activityStates, isTalkOver, titleFromText } from '@care/domain'
import { and, desc, eq, inArray, isNotNull, isNull, ne } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

const overStates = activityStates.filter(isTalkOver)

/** His talks that are over; of nobody who has not proven who he is, whatever his site shows to others (row M8). */
const earlierOf = (db: Reader, visitorId: string) => {
  const { activities, visitors } = db.t
  return and(
    eq(activities.visitorId, visitorId),
    eq(activities.medium, 'chat'),
    inArray(activities.state, overStates),
    isNotNull(visitors.identityId),
  )
}

/** A signed visitor's talks of before, latest first; reads the index `activities_visitor`. */
export async function listEarlierChats(
  db: Reader,
  visitorId: string,
  { cursor, limit }: QueryOf<Api['listEarlierChats']>,
): Promise<ResponseOf<Api['listEarlierChats']>> {
  const { activities, visitors, requests, operators, messages } = db.t
  const at = readCursor(cursor, ['number', 'string'])
  const rows = await db
    .select({
      activityId: activities.id,
      requestNumber: requests.number,
      operatorName: operators.name,
      startedAt: activities.startedAt,
      endedAt: activities.endedAt,
      text: messages.text,
    })
    .from(activities)
    .innerJoin(visitors, eq(visitors.id, activities.visitorId))
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .leftJoin(operators, eq(operators.id, activities.operatorId))
    .leftJoin(messages, and(eq(messages.activityId, activities.id), eq(messages.seq, 1), isNull(messages.deletedAt)))
    .where(
      and(
        earlierOf(db, visitorId),
        at === null ? undefined : after(activities.startedAt, activities.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, ({ startedAt, activityId }) => [startedAt, activityId])
  return {
    items: items.map(({ text, ...row }): EarlierChat => ({ ...row, firstWords: titleFromText(text ?? '', '') })),
    nextCursor,
  }
}

/** Whether a signed visitor has such a talk besides the one that he is shown. */
export async function hasEarlierChats(db: Reader, visitorId: string, shownId = ''): Promise<boolean> {
  const { activities, visitors } = db.t
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(visitors, eq(visitors.id, activities.visitorId))
    .where(and(earlierOf(db, visitorId), ne(activities.id, shownId)))
    .limit(1)
  return rows.length > 0
}

/** Refuses with NOT_FOUND what is none of his talks of before. */
export async function requireEarlierChat(db: Reader, visitorId: string, activityId: string): Promise<void> {
  const { activities, visitors } = db.t
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(visitors, eq(visitors.id, activities.visitorId))
    .where(and(earlierOf(db, visitorId), eq(activities.id, activityId)))
  if (rows.length === 0) throw notFound('chat')
}
