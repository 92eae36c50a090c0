import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** What of the log stands in histories; the index and its query say it in the same words, or it is not used. */
export const historyTypes = "type not in ('message.received', 'message.sent', 'message.marked')"

/** `slow`: work that may come in thousands and that nobody waits for; `long`: one piece of it may take minutes. */
export const jobLanes = ['quick', 'slow', 'long'] as const
export type JobLane = (typeof jobLanes)[number]

/** What the kernel itself needs: the event log, owed work, answers already given. */
export const defineKernel = (k: Kit) => ({
  events: k.table(
    'events',
    {
      seq: k.seq('seq').primaryKey(),
      id: k.id('id').notNull(),
      type: k.text('type').notNull(),
      /** Ids and facts; personal text stays in rows that erasure can blank (domain rule 47). */
      facts: k.json<Record<string, unknown>>('facts').notNull(),
      actorKind: k.oneOf('actor_kind', ['operator', 'customer', 'system', 'rule']).notNull(),
      actorId: k.id('actor_id'),
      command: k.text('command').notNull(),
      correlationId: k.id('correlation_id').notNull(),
      causeId: k.id('cause_id'),
      depth: k.int('depth').notNull(),
      requestId: k.id('request_id'),
      activityId: k.id('activity_id'),
      customerId: k.id('customer_id'),
      at: k.instant('at').notNull(),
    },
    (t) => [
      k
        .index('events_request')
        .on(t.requestId, t.seq)
        .where(sql`request_id is not null`),
      // A history is short, what was said is long: its pages must not walk over 20,000 messages.
      k
        .index('events_history')
        .on(t.requestId, t.seq)
        .where(sql.raw(`request_id is not null and ${historyTypes}`)),
      k
        .index('events_customer')
        .on(t.customerId, t.seq)
        .where(sql`request_id is null and customer_id is not null`),
    ],
  ),
  jobs: k.table(
    'jobs',
    {
      id: k.id('id').primaryKey(),
      kind: k.text('kind').notNull(),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      /** What waits in one lane does not hold up the others: a mailbox's ten thousand mails no routing. */
      lane: k.oneOf('lane', jobLanes).notNull().default('quick'),
      state: k.oneOf('state', ['due', 'running', 'failed']).notNull(),
      /** When it may run; while running, when its lease ends and another process may take it. */
      runAt: k.instant('run_at').notNull(),
      attempts: k.int('attempts').notNull(),
      lastError: k.text('last_error'),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [
      k
        .index('jobs_due')
        .on(t.lane, t.runAt, t.id)
        .where(sql`state <> 'failed'`),
    ],
  ),
  /** Answers of commands already carried out, by the caller's idempotency key. */
  idempotency: k.table(
    'idempotency',
    {
      key: k.id('key').primaryKey(),
      result: k.json<unknown>('result'),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [k.index('idempotency_created').on(t.createdAt)],
  ),
})
