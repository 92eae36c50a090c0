import type { Notification } from '@care/contract'
import {
  canSeeRequest,
  cutText,
  mentionedIn,
  permissionsOf,
  replaceMentions,
  shownName,
  type Viewer,
} from '@care/domain'
import { and, desc, eq, inArray, isNull } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import { groupsOf } from '../../groups/index.ts'

type Row = Reader['t']['notifications']['$inferSelect']

/** Beyond this a count says "more" and costs nothing more to make. */
const countMost = 100

/** Open and not read; 100 stands for more. */
export async function unreadOf(db: Reader, operatorId: string): Promise<number> {
  const { notifications } = db.t
  const rows = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.operatorId, operatorId), isNull(notifications.handledAt), isNull(notifications.seenAt)))
    .limit(countMost)
  return rows.length
}

/** What one operator is told, newest first. */
export async function notificationList(
  db: Reader,
  operatorId: string,
  query: { which: 'open' | 'all'; cursor?: string | undefined; limit: number },
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const { notifications } = db.t
  const at = readCursor(query.cursor, ['number', 'string'])
  const rows = await db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        query.which === 'open' ? isNull(notifications.handledAt) : undefined,
        at === null ? undefined : after(notifications.at, notifications.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(query.limit + 1)
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.at, row.id])
  return { items: await present(db, operatorId, items), nextCursor }
}

export async function notificationById(db: Reader, id: string): Promise<Notification | null> {
  const { notifications } = db.t
  const [row] = await db.select().from(notifications).where(eq(notifications.id, id))
  return row ? ((await present(db, row.operatorId, [row]))[0] ?? null) : null
}

/** Those of somebody's that a mail tells, newest first: not what he may not see any more. */
export async function noticesToMail(db: Reader, operatorId: string, ids: readonly string[]): Promise<Notification[]> {
  const { notifications } = db.t
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.operatorId, operatorId), inArray(notifications.id, [...ids])))
    .orderBy(desc(notifications.at), desc(notifications.id))
  const ofRequests = new Set(rows.flatMap(({ id, requestId }) => (requestId === null ? [] : [id])))
  const shown = await present(db, operatorId, rows)
  return shown.filter(({ id, request }) => request !== null || !ofRequests.has(id))
}

/** Names, titles and texts as they are now. Of a request that he may not see any more only that there was something. */
async function present(db: Reader, operatorId: string, rows: readonly Row[]): Promise<Notification[]> {
  if (rows.length === 0) return []
  const [requests, texts, titles, queues] = await Promise.all([
    visibleRequests(db, operatorId, of(rows, 'requestId')),
    commentTexts(db, of(rows, 'commentId')),
    todoTitles(db, operatorId, of(rows, 'subjectId')),
    queueNames(
      db,
      of(
        rows.filter(({ kind }) => kind === 'alert'),
        'subjectId',
      ),
    ),
  ])
  const named = rows.flatMap(({ actorKind, actorId }) =>
    actorKind === 'operator' && actorId !== null ? [actorId] : [],
  )
  const names = await namesOf(db, [...named, ...[...texts.values()].flatMap((text) => text.mentionIds)])
  return rows.map((row) => {
    const found = row.requestId === null ? null : (requests.get(row.requestId) ?? null)
    const text = row.commentId === null || !found ? undefined : texts.get(row.commentId)
    const name = row.actorKind === 'customer' ? (found?.customer.name ?? '') : (names.get(row.actorId ?? '') ?? '')
    return {
      id: row.id,
      kind: row.kind,
      at: row.at,
      seenAt: row.seenAt,
      handledAt: row.handledAt,
      times: row.times,
      actor: { kind: row.actorKind, id: row.actorId, name },
      request: found,
      activityId: found ? row.activityId : null,
      commentId: found ? row.commentId : null,
      subjectId: row.subjectId,
      excerpt:
        titles.get(row.subjectId ?? '') ??
        queues.get(row.subjectId ?? '') ??
        (text
          ? cutText(
              replaceMentions(text.text, (id) => `@${names.get(id) ?? ''}`),
              excerptLength,
            )
          : ''),
    }
  })
}
const excerptLength = 200

const of = (rows: readonly Row[], key: 'requestId' | 'commentId' | 'subjectId'): string[] => [
  ...new Set(rows.flatMap((row) => row[key] ?? [])),
]

/** Of his own to-dos only: one that went to somebody else says nothing. */
async function todoTitles(db: Reader, operatorId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { todos } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: todos.id, title: todos.title })
    .from(todos)
    .where(and(inArray(todos.id, [...ids]), eq(todos.ownerId, operatorId)))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function queueNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const { queues } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: queues.id, name: queues.name })
    .from(queues)
    .where(inArray(queues.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function commentTexts(db: Reader, ids: readonly string[]) {
  const { comments } = db.t
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: comments.id, text: comments.text })
          .from(comments)
          .where(inArray(comments.id, [...ids]))
  return new Map(rows.map(({ id, text }) => [id, { text, mentionIds: mentionedIn(text) }]))
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const { operators } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Those of the requests that he may see now, with what a line shows. */
async function visibleRequests(db: Reader, operatorId: string, ids: readonly string[]) {
  const { requests, customers, activities } = db.t
  if (ids.length === 0) return new Map<string, NonNullable<Notification['request']>>()
  const [viewer, rows, tasks] = await Promise.all([
    viewerOf(db, operatorId),
    db
      .select({
        id: requests.id,
        number: requests.number,
        title: requests.title,
        assigneeId: requests.assigneeId,
        queueId: requests.queueId,
        customer: customers,
      })
      .from(requests)
      .innerJoin(customers, eq(customers.id, requests.customerId))
      .where(inArray(requests.id, [...ids])),
    db
      .select({
        requestId: activities.requestId,
        operatorId: activities.operatorId,
        offeredToId: activities.offeredToId,
        transferToId: activities.transferToId,
        groupId: activities.groupId,
      })
      .from(activities)
      .where(inArray(activities.requestId, [...ids])),
  ])
  const groupIds = await groupsOf(db, viewer.operatorId)
  const seen = rows.filter(({ id, assigneeId, queueId }) => {
    const taskOperatorIds = tasks
      .filter(({ requestId }) => requestId === id)
      .flatMap((task) => [
        task.operatorId,
        task.offeredToId,
        task.transferToId,
        groupIds.has(task.groupId ?? '') ? viewer.operatorId : null,
      ])
      .filter((one) => one !== null)
    return canSeeRequest(viewer, { assigneeId, queueId, taskOperatorIds })
  })
  return new Map(
    seen.map(({ id, number, title, customer }) => [
      id,
      { id, number, title, customer: { id: customer.id, name: shownName(customer, ''), isVip: customer.isVip } },
    ]),
  )
}

async function viewerOf(db: Reader, operatorId: string): Promise<Viewer> {
  const { operators, queueMembers } = db.t
  const [[operator], queues] = await Promise.all([
    db.select({ role: operators.role }).from(operators).where(eq(operators.id, operatorId)),
    db.select({ id: queueMembers.queueId }).from(queueMembers).where(eq(queueMembers.operatorId, operatorId)),
  ])
  return {
    operatorId,
    permissions: operator ? permissionsOf(operator.role) : new Set(),
    queueIds: new Set(queues.map(({ id }) => id)),
  }
}
