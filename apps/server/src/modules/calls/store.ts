import type { CallLineKind } from '@care/contract'
import type { CallSide, CallStep, CallTimes } from '@care/domain'
import { callGraceMs, stepCall } from '@care/domain'
import { and, eq, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { type ActivityRecord, loadActivity } from '../activities/index.ts'
import type {} from './events.ts'

export type CallRecord = Reader['t']['calls']['$inferSelect']
export type SeatRecord = Reader['t']['callSeats']['$inferSelect']
export interface LoadedCall {
  call: CallRecord
  activity: ActivityRecord
  seats: SeatRecord[]
}

/** Asked at the end of every activity. */
const callById = prepared('call_by_id', (db) => {
  const { calls } = db.t
  return db
    .select()
    .from(calls)
    .where(eq(calls.activityId, sql.placeholder('callId')))
})
export async function findCall(db: Reader, callId: string): Promise<CallRecord | null> {
  const [row] = await callById(db, { callId })
  return row ?? null
}

export function seatsOf(db: Reader, callId: string): Promise<SeatRecord[]> {
  const { callSeats } = db.t
  return db.select().from(callSeats).where(eq(callSeats.callId, callId))
}

/** The call with its activity locked, so that its steps come one after another; NOT_FOUND for any other activity. */
export async function loadCall(ctx: Ctx, callId: string): Promise<LoadedCall> {
  const { activity } = await loadActivity(ctx, callId)
  const call = await findCall(ctx.tx, callId)
  if (!call) throw notFound('call')
  return { call, activity, seats: await seatsOf(ctx.tx, callId) }
}

/** The side of whoever acts; null when he is nobody in this call. */
export function seatOfActor({ actor }: Ctx, seats: readonly SeatRecord[]): SeatRecord | null {
  if (actor.kind === 'operator')
    return seats.find(({ side, personId }) => side !== 'customer' && personId === actor.id) ?? null
  if (actor.kind === 'visitor')
    return seats.find(({ side, personId }) => side === 'customer' && personId === actor.id) ?? null
  return null
}

/** For a command on one’s own side: to whoever has none, the call does not exist. */
export async function loadOwnSeat(ctx: Ctx, callId: string): Promise<LoadedCall & { seat: SeatRecord }> {
  const loaded = await loadCall(ctx, callId)
  const seat = seatOfActor(ctx, loaded.seats)
  if (!seat) throw notFound('call')
  return { ...loaded, seat }
}

type Fields = Partial<Omit<CallRecord, 'activityId' | 'version'>>

/** Writes what a call is now; its activity is locked, so nobody else has changed it meanwhile. */
export async function writeCall(ctx: Ctx, call: CallRecord, fields: Fields): Promise<CallRecord> {
  const { calls } = ctx.tx.t
  const [row] = await ctx.tx
    .update(calls)
    .set({ ...fields, version: call.version + 1 })
    .where(and(eq(calls.activityId, call.activityId), eq(calls.version, call.version)))
    .returning()
  if (!row) throw new AppError('CONFLICT', 'the call has changed meanwhile')
  return row
}

/** One step of its life, written; null when it cannot happen now. */
export async function takeStep(ctx: Ctx, call: CallRecord, step: CallStep): Promise<CallRecord | null> {
  const next: CallTimes | null = stepCall(call, step, ctx.now)
  if (!next) return null
  const { state, answeredAt, heldSince, heldMs, endedAt } = next
  return writeCall(ctx, call, { state, answeredAt, heldSince, heldMs, endedAt })
}

export interface Line {
  kind: CallLineKind
  by?: { kind: 'customer' | 'operator' | 'system'; id: string | null }
  toId?: string | null
  ms?: number | null
}

/** A page that goes mad fills no table. */
const mostLines = 500

const whoActs = ({ actor }: Ctx): NonNullable<Line['by']> => {
  if (actor.kind === 'operator') return { kind: 'operator', id: actor.id }
  if (actor.kind === 'visitor') return { kind: 'customer', id: actor.customerId }
  return { kind: 'system', id: null }
}

/** Adds one line to what happened in the call. */
export async function noteLine(ctx: Ctx, call: CallRecord, line: Line): Promise<CallRecord> {
  if (call.eventSeq >= mostLines && line.kind !== 'ended') return call
  const row = await writeCall(ctx, call, { eventSeq: call.eventSeq + 1 })
  const { kind, by = whoActs(ctx), toId = null, ms = null } = line
  await ctx.tx.insert(ctx.tx.t.callEvents).values({
    callId: call.activityId,
    seq: row.eventSeq,
    at: ctx.now,
    kind,
    byKind: by.kind,
    byId: by.id,
    toId,
    ms,
  })
  return row
}

/** Tells both sides how the call stands; `also`: operators who have just lost it. */
export async function tellCall(ctx: Ctx, call: CallRecord, also: readonly string[] = []): Promise<void> {
  const { activityId, version } = call
  const { activities } = ctx.tx.t
  const [activity] = await ctx.tx
    .select({ visitorId: activities.visitorId })
    .from(activities)
    .where(eq(activities.id, activityId))
  const operators = (await seatsOf(ctx.tx, activityId)).filter(({ side }) => side !== 'customer')
  const operatorIds = [...new Set([...operators.map(({ personId }) => personId), ...also])]
  ctx.tell('call.changed', { activityId, visitorId: activity?.visitorId ?? null, operatorIds, version })
}

/** Until when a side that is lost may come back; null at a phone system, which alone says when its call is over. */
export const graceOf = ({ origin }: Pick<CallRecord, 'origin'>, now: number): number | null =>
  origin === 'phone' ? null : now + callGraceMs

/** A side that nobody has sat down at yet, until then. */
export const emptySeat = (callId: string, side: CallSide, personId: string, graceUntil: number | null): SeatRecord => ({
  callId,
  side,
  personId,
  seatId: null,
  tabId: null,
  socketId: null,
  processId: null,
  isMuted: false,
  isMediaLost: false,
  graceUntil,
})

export async function dropSeat(ctx: Ctx, callId: string, side: CallSide): Promise<boolean> {
  const { callSeats } = ctx.tx.t
  const gone = await ctx.tx
    .delete(callSeats)
    .where(and(eq(callSeats.callId, callId), eq(callSeats.side, side)))
    .returning({ side: callSeats.side })
  return gone.length > 0
}
