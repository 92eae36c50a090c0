import type { CallDetails, CallEvent, Ref } from '@care/contract'
import { shownName } from '@care/domain'
import { asc, eq, inArray, ne, and } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { findCall, seatsOf } from '../store.ts'
import { atExchange } from './at-exchange.ts'
import { lineOf } from './line.ts'
import { recordingFor } from './recording.ts'

/** A call as this operator sees it; who is in it is asked for his own seat. The caller has checked his right to see it. */
export async function callDetails(db: Reader, actor: OperatorActor, callId: string): Promise<CallDetails> {
  const call = await findCall(db, callId)
  const about = call && (await aboutCall(db, callId))
  if (!call || !about) throw notFound('call')
  const seats = await seatsOf(db, callId)
  const mine = seats.find(({ side, personId }) => side !== 'customer' && personId === actor.id) ?? null
  const rows = await eventRows(db, callId)
  const consultId = seats.find(({ side }) => side === 'consult')?.personId ?? null
  const names = await namesOf(db, [about.operatorId, consultId, ...rows.flatMap(({ byId, toId }) => [byId, toId])])
  const customerName = shownName(about.customer, '')
  return {
    id: callId,
    request: about.request,
    customer: { id: about.customer.id, name: customerName, isVip: about.customer.isVip },
    queue: about.queue,
    direction: call.direction,
    line: call.origin === 'phone' ? 'phone' : 'browser',
    phone: call.origin === 'phone' ? await atExchange(db, callId, { operatorId: about.operatorId, consultId }) : null,
    state: call.state,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    heldSince: call.heldSince,
    heldMs: call.heldMs,
    endedAt: call.endedAt,
    endedBy: call.endedBy,
    operator: names.get(about.operatorId) ?? null,
    consult: names.get(consultId) ?? null,
    ...lineOf(seats, mine),
    events: rows.map((row): CallEvent => ({
      seq: row.seq,
      at: row.at,
      kind: row.kind,
      by: {
        kind: row.byKind,
        id: row.byId,
        name: row.byKind === 'customer' ? customerName : (names.get(row.byId)?.name ?? ''),
      },
      to: names.get(row.toId) ?? null,
      ms: row.ms,
    })),
    quality: call.quality,
    recording: await recordingFor(db, actor, callId),
    version: call.version,
  }
}

/** The call that the operator is in, or is asked in; null when there is none. */
export async function myCall(db: Reader, actor: OperatorActor): Promise<CallDetails | null> {
  const { callSeats } = db.t
  const [seat] = await db
    .select({ callId: callSeats.callId })
    .from(callSeats)
    .where(and(eq(callSeats.personId, actor.id), ne(callSeats.side, 'customer')))
    .limit(1)
  return seat ? callDetails(db, actor, seat.callId) : null
}

async function aboutCall(db: Reader, callId: string) {
  const { activities, requests, customers, queues } = db.t
  const [row] = await db
    .select({
      operatorId: activities.operatorId,
      request: { id: requests.id, number: requests.number, title: requests.title },
      customer: customers,
      queue: { id: queues.id, name: queues.name },
    })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .leftJoin(queues, eq(queues.id, activities.queueId))
    .where(eq(activities.id, callId))
  return row ?? null
}

function eventRows(db: Reader, callId: string) {
  const { callEvents } = db.t
  return db.select().from(callEvents).where(eq(callEvents.callId, callId)).orderBy(asc(callEvents.seq))
}

async function namesOf(db: Reader, ids: readonly (string | null)[]): Promise<Map<string | null, Ref>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const { operators } = db.t
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, known))
  return new Map(rows.map((row) => [row.id, row]))
}
