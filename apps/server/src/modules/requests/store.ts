import { canSeeRequest, dayMs, autoCloseAt, type ClockChange, restartsAutoClose } from '@care/domain'
import { and, asc, eq, inArray, ne, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Actor } from '../../kernel/actor.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { membersOf } from '../groups/index.ts'

export type RequestRecord = Reader['t']['requests']['$inferSelect']
export type TypeRecord = Reader['t']['requestTypes']['$inferSelect']

/** A request with what its rules need. */
export interface LoadedRequest {
  request: RequestRecord
  type: TypeRecord
  /** Who has one of its activities in progress. */
  holderIds: string[]
  /** Who has or had one of them, to whom one is offered now, and whose group one waits for: they see the request. */
  taskOperatorIds: string[]
}

const withType = (db: Reader) => {
  const { requests, requestTypes } = db.t
  return db
    .select({ request: requests, type: requestTypes })
    .from(requests)
    .innerJoin(requestTypes, eq(requestTypes.id, requests.typeId))
    .where(eq(requests.id, sql.placeholder('id')))
}
// Nearly every command begins with these: building them costs more than running them.
const byId = prepared('request_by_id', withType)
const byIdLocked = prepared('request_by_id_locked', (db) => locked(db, withType(db), db.t.requests))
const tasksOf = prepared('tasks_of_request', (db) => {
  const { activities } = db.t
  return db
    .select({
      operatorId: activities.operatorId,
      offeredToId: activities.offeredToId,
      transferToId: activities.transferToId,
      groupId: activities.groupId,
      state: activities.state,
    })
    .from(activities)
    .where(eq(activities.requestId, sql.placeholder('id')))
})
const openActivitiesLocked = prepared('open_activities_locked', (db) => {
  const { activities } = db.t
  return locked(
    db,
    db
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.requestId, sql.placeholder('id')), ne(activities.state, 'ended')))
      .orderBy(asc(activities.id)),
    activities,
  )
})

export async function findRequest(db: Reader, requestId: string, lock = false): Promise<LoadedRequest | null> {
  const [row] = await (lock ? byIdLocked : byId)(db, { id: requestId })
  if (!row) return null
  const tasks = await tasksOf(db, { id: requestId })
  return {
    ...row,
    holderIds: tasks.flatMap((task) => (task.state === 'ended' ? [] : (task.operatorId ?? []))),
    taskOperatorIds: [
      ...tasks.flatMap((task) => [task.operatorId, task.offeredToId, task.transferToId].filter((id) => id !== null)),
      ...(await membersOf(
        db,
        tasks.map(({ groupId }) => groupId),
      )),
    ],
  }
}

/** May this actor read it? Operators by queue, assignment and tasks; visitors never through the desk's doors. */
export function sees(actor: Actor, { request, taskOperatorIds }: LoadedRequest): boolean {
  if (actor.kind === 'system') return true
  return actor.kind === 'operator' && canSeeRequest(actor, { ...request, taskOperatorIds })
}

/**
 * Loads for a command and locks; what the actor may not see does not exist for him. Open activities are locked before
 * their request, in the order in which messages and accepts do it, so that the two never wait for each other.
 */
export async function loadRequest(ctx: Ctx, requestId: string): Promise<LoadedRequest> {
  const found = await lockRequest(ctx, requestId)
  if (!sees(ctx.actor, found)) throw notFound('request')
  if (found.request.mergedIntoId !== null)
    throw new AppError('NOT_ALLOWED_NOW', 'the request was merged into another one', { problem: 'MERGED' })
  return found
}

/** Several requests for one command, locked in the same order by everybody; null for one that is not there. */
export async function lockRequests(ctx: Ctx, ids: readonly string[]): Promise<Array<LoadedRequest | null>> {
  const { activities } = ctx.tx.t
  const open = ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.requestId, [...ids]), ne(activities.state, 'ended')))
    .orderBy(asc(activities.id))
  await locked(ctx.tx, open, activities)
  const found = new Map<string, LoadedRequest | null>()
  for (const id of [...new Set(ids)].toSorted()) found.set(id, await findRequest(ctx.tx, id, true))
  return ids.map((id) => found.get(id) ?? null)
}

/** The same for whoever need not see it. */
export async function lockRequest(ctx: Ctx, requestId: string): Promise<LoadedRequest> {
  await openActivitiesLocked(ctx.tx, { id: requestId })
  const found = await findRequest(ctx.tx, requestId, true)
  if (!found) throw notFound('request')
  return found
}

/** The new clock of a request after `change` at `now` (rule 8), or nothing when the change does not restart it. */
export function restarted(
  type: Pick<TypeRecord, 'autoCloseMs'>,
  request: Pick<RequestRecord, 'category' | 'snoozedUntil'>,
  change: ClockChange,
  now: number,
): {
  lastUpdateAt?: number
  listedAt?: number
  autoCloseAt?: number | null
  autoCloseCheckAt?: number | null
  wokeAt?: null
} {
  if (!restartsAutoClose(change)) return {}
  // Whoever works on it has seen that it is back.
  return { lastUpdateAt: now, listedAt: now, wokeAt: null, ...autoClosing(type, request, now) }
}

/** When the request closes by itself after an update at `lastUpdateAt`, and when the sweep looks. */
export function autoClosing(
  type: Pick<TypeRecord, 'autoCloseMs'>,
  request: Pick<RequestRecord, 'category' | 'snoozedUntil'>,
  lastUpdateAt: number,
) {
  const at = closesAt(type, request, lastUpdateAt)
  return { autoCloseAt: at, autoCloseCheckAt: at }
}

const closesAt = (
  type: Pick<TypeRecord, 'autoCloseMs'>,
  { category, snoozedUntil }: Pick<RequestRecord, 'category' | 'snoozedUntil'>,
  lastUpdateAt: number,
): number | null =>
  autoCloseAt({
    lastUpdateAt,
    days: type.autoCloseMs === null ? null : type.autoCloseMs / dayMs,
    isSnoozed: snoozedUntil !== null,
    category,
  })

/** Writes fields of a request if it is still as it was loaded, and counts its version. Zero rows is CONFLICT. */
export async function writeRequest(
  ctx: Ctx,
  request: RequestRecord,
  fields: Partial<RequestRecord>,
): Promise<RequestRecord> {
  const { requests } = ctx.tx.t
  const [row] = await ctx.tx
    .update(requests)
    .set({ ...fields, version: request.version + 1 })
    .where(and(eq(requests.id, request.id), eq(requests.version, request.version)))
    .returning()
  if (!row) throw new AppError('CONFLICT', 'the request was changed meanwhile', { currentVersion: null })
  return row
}

/** When a request enters its next stage: now, and never before it came to where it is (clocks of processes differ). */
export const enteredAt = (ctx: Ctx, request: Pick<RequestRecord, 'stageSince'>): number =>
  Math.max(ctx.now, request.stageSince)

export const about = (request: Pick<RequestRecord, 'id' | 'customerId'>) => ({
  requestId: request.id,
  customerId: request.customerId,
})
