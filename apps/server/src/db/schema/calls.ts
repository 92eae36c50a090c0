import type { CallLineKind, CallQuality } from '@care/contract'
import { callSides, callStates } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

const sides = ['customer', 'operator', 'system'] as const

/** What a call has besides its activity (row K1): its state, who sits at which side, what happened. */
export const defineCalls = (k: Kit) => ({
  calls: k.table('calls', {
    activityId: k.id('activity_id').primaryKey(),
    direction: k.oneOf('direction', ['in', 'out']).notNull(),
    origin: k.oneOf('origin', ['widget', 'phone']).notNull(),
    state: k.oneOf('state', callStates).notNull(),
    startedAt: k.instant('started_at').notNull(),
    answeredAt: k.instant('answered_at'),
    heldSince: k.instant('held_since'),
    /** All holds that are over. */
    heldMs: k.int('held_ms').notNull(),
    endedAt: k.instant('ended_at'),
    endedBy: k.oneOf('ended_by', sides),
    /** Number of its latest event. */
    eventSeq: k.int('event_seq').notNull(),
    quality: k.json<CallQuality>('quality'),
    version: k.int('version').notNull(),
  }),
  /** The sides of a call that is not over; each is held by one window of its person. */
  callSeats: k.table(
    'call_seats',
    {
      callId: k.id('call_id').notNull(),
      side: k.oneOf('side', callSides).notNull(),
      /** A visitor, or an operator. */
      personId: k.id('person_id').notNull(),
      /** Of this sitting; null = nobody has taken it yet. */
      seatId: k.id('seat_id'),
      tabId: k.id('tab_id'),
      /** Its line, and the process at which that ends; null = gone. */
      socketId: k.id('socket_id'),
      processId: k.id('process_id'),
      isMuted: k.bool('is_muted').notNull(),
      /** The line stands, the sound does not. */
      isMediaLost: k.bool('is_media_lost').notNull(),
      /** Until then somebody sits there again, or the side is gone. */
      graceUntil: k.instant('grace_until'),
    },
    (t) => [
      k.primaryKey({ columns: [t.callId, t.side] }),
      k.index('call_seats_person').on(t.personId),
      k
        .index('call_seats_grace')
        .on(t.graceUntil, t.callId)
        .where(sql`grace_until is not null`),
      k
        .index('call_seats_socket')
        .on(t.socketId)
        .where(sql`socket_id is not null`),
    ],
  ),
  callEvents: k.table(
    'call_events',
    {
      callId: k.id('call_id').notNull(),
      /** 1, 2, 3 … within the call. */
      seq: k.int('seq').notNull(),
      at: k.instant('at').notNull(),
      kind: k.text('kind').$type<CallLineKind>().notNull(),
      byKind: k.oneOf('by_kind', sides).notNull(),
      byId: k.id('by_id'),
      toId: k.id('to_id'),
      ms: k.int('ms'),
    },
    (t) => [k.primaryKey({ columns: [t.callId, t.seq] })],
  ),
})
