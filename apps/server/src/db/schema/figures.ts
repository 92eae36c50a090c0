import { mediumIds, type Medium } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export const factKinds = ['arrived', 'accepted', 'abandoned', 'closed', 'firstResponse', 'handled', 'rated'] as const

/** What figures are computed from, and how they are kept counted (ADR 0017). */
export const defineFigures = (k: Kit) => {
  const counts = {
    arrived: k.int('arrived').notNull(),
    accepted: k.int('accepted').notNull(),
    acceptedInTime: k.int('accepted_in_time').notNull(),
    abandoned: k.int('abandoned').notNull(),
    shortAbandoned: k.int('short_abandoned').notNull(),
  }
  return {
    /** One row for each thing that a figure counts; never changed, taken away only when its event is undone. */
    facts: k.table(
      'facts',
      {
        kind: k.oneOf('kind', factKinds).notNull(),
        /** What it is about, so that the same thing counts once: an activity's stay in its queue, a closing's event. */
        sourceId: k.id('source_id').notNull(),
        requestId: k.id('request_id').notNull(),
        activityId: k.id('activity_id'),
        medium: k.oneOf('medium', mediumIds as [Medium, ...Medium[]]),
        queueId: k.id('queue_id'),
        operatorId: k.id('operator_id'),
        /** Milliseconds waited, taken or handled; the score of a rating; 0 of what is only counted. */
        value: k.instant('value').notNull(),
        isInTime: k.bool('is_in_time').notNull(),
        isShort: k.bool('is_short').notNull(),
        /** On the wall clock of the workspace's time zone. */
        day: k.id('day').notNull(),
        slot: k.int('slot').notNull(),
        at: k.instant('at').notNull(),
      },
      (t) => [
        k.primaryKey({ columns: [t.kind, t.sourceId] }),
        k
          .index('facts_operator')
          .on(t.operatorId, t.kind, t.day, t.at, t.sourceId)
          .where(sql`operator_id is not null`),
        k
          .index('facts_queue')
          .on(t.queueId, t.kind, t.day, t.at, t.sourceId)
          .where(sql`queue_id is not null`),
        k.index('facts_request').on(t.requestId, t.kind),
      ],
    ),
    /** How much waits and is in progress in each queue: kept by triggers on `activities`. */
    queueLoads: k.table('queue_loads', {
      queueId: k.id('queue_id').primaryKey(),
      waiting: k.int('waiting').notNull(),
      inProgress: k.int('in_progress').notNull(),
    }),
    /** Waits of a day in each queue: kept by a trigger on `facts`, like the finer ones below. */
    queueDays: k.table(
      'queue_days',
      { day: k.id('day').notNull(), queueId: k.id('queue_id').notNull(), ...counts },
      (t) => [k.primaryKey({ columns: [t.day, t.queueId] })],
    ),
    queueSlots: k.table(
      'queue_slots',
      {
        day: k.id('day').notNull(),
        slot: k.int('slot').notNull(),
        queueId: k.id('queue_id').notNull(),
        medium: k.oneOf('medium', mediumIds as [Medium, ...Medium[]]).notNull(),
        ...counts,
      },
      (t) => [k.primaryKey({ columns: [t.day, t.slot, t.queueId, t.medium] })],
    ),
  }
}
