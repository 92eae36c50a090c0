import {
  type PhoneEvent,
  phoneDirections,
  phoneEventTypes,
  phoneRecordingStates,
  phoneStates,
} from '@care/domain/phone'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** Calls of phone systems: what they say of them, whose line is whose, what they are asked to dial (rows K2, K3). */
export const definePhone = (k: Kit) => ({
  phoneCalls: k.table(
    'phone_calls',
    {
      channelId: k.id('channel_id').notNull(),
      /** The phone system's own name for it. */
      callId: k.id('call_id').notNull(),
      /** Null: nobody of the desk has to do with it (yet). */
      activityId: k.id('activity_id'),
      direction: k.oneOf('direction', phoneDirections).notNull(),
      /** The other side: E.164 where the country is known; null when it is hidden. */
      number: k.id('number'),
      /** As its events tell it. */
      state: k.oneOf('state', phoneStates).notNull(),
      agent: k.id('agent'),
      /** The phone system asks who is to ring. */
      isAsked: k.bool('is_asked').notNull(),
      eventCount: k.int('event_count').notNull(),
      recordingUrl: k.text('recording_url'),
      recordingId: k.text('recording_id'),
      recordingMs: k.int('recording_ms'),
      /** Null: the phone system has told of none, or the call goes on. */
      recordingState: k.oneOf('recording_state', phoneRecordingStates),
      /** Why it is not kept, or did not come the last time. */
      recordingProblem: k.text('recording_problem'),
      recordingTries: k.int('recording_tries').notNull().default(0),
      /** Some process fetches it, until then at the latest. */
      recordingBusyUntil: k.instant('recording_busy_until'),
      createdAt: k.instant('created_at').notNull(),
      /** With nothing more heard until then it is over; null = it is. */
      silentAt: k.instant('silent_at'),
    },
    (t) => [
      k.primaryKey({ columns: [t.channelId, t.callId] }),
      k
        .index('phone_calls_activity')
        .on(t.activityId)
        .where(sql`activity_id is not null`),
      k
        .index('phone_calls_silent')
        .on(t.silentAt, t.channelId, t.callId)
        .where(sql`silent_at is not null`),
    ],
  ),
  phoneEvents: k.table(
    'phone_events',
    {
      channelId: k.id('channel_id').notNull(),
      callId: k.id('call_id').notNull(),
      /** Of an event the same whenever it is sent. */
      name: k.id('name').notNull(),
      type: k.oneOf('type', phoneEventTypes).notNull(),
      event: k.json<PhoneEvent>('event').notNull(),
      /** As the phone system said it. */
      raw: k.text('raw').notNull(),
      receivedAt: k.instant('received_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.channelId, t.callId, t.name] }),
      k.index('phone_events_old').on(t.receivedAt, t.channelId, t.callId, t.name),
    ],
  ),
  /** Under which name an operator is known to a phone system. */
  phoneLines: k.table(
    'phone_lines',
    {
      channelId: k.id('channel_id').notNull(),
      operatorId: k.id('operator_id').notNull(),
      userName: k.id('user_name').notNull(),
      extension: k.id('extension'),
      /** Sealed; of a softphone. */
      password: k.text('password'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.channelId, t.operatorId] }),
      k.uniqueIndex('phone_lines_user').on(t.channelId, t.userName),
      k
        .uniqueIndex('phone_lines_extension')
        .on(t.channelId, t.extension)
        .where(sql`extension is not null`),
      k.index('phone_lines_operator').on(t.operatorId),
    ],
  ),
  /** Calls that the desk has asked for; each is asked for once, whatever breaks off. */
  phoneDials: k.table('phone_dials', {
    activityId: k.id('activity_id').primaryKey(),
    channelId: k.id('channel_id').notNull(),
    operatorId: k.id('operator_id').notNull(),
    number: k.id('number').notNull(),
    state: k.oneOf('state', ['owed', 'asked', 'known', 'failed']).notNull(),
    createdAt: k.instant('created_at').notNull(),
  }),
})
