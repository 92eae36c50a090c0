import { sql } from '../db/drizzle.ts'
import { preparedWrite } from '../db/prepared.ts'
import type { JobLane } from '../db/schema/kernel.ts'
import type { Tx } from '../db/store.ts'
import type { About, AnyEvent } from './event.ts'

/** Work that a command owes; runs after its commit. */
export interface OwedJob {
  id: string
  kind: string
  payload: Record<string, unknown>
  /** Epoch milliseconds. */
  runAt: number
  lane: JobLane
}

const insertEvent = preparedWrite('event_insert', (tx) =>
  tx.insert(tx.t.events).values({
    id: sql.placeholder('id'),
    type: sql.placeholder('type'),
    facts: sql.placeholder('facts'),
    actorKind: sql.placeholder('actorKind'),
    actorId: sql.placeholder('actorId'),
    command: sql.placeholder('command'),
    correlationId: sql.placeholder('correlationId'),
    causeId: sql.placeholder('causeId'),
    depth: sql.placeholder('depth'),
    requestId: sql.placeholder('requestId'),
    activityId: sql.placeholder('activityId'),
    customerId: sql.placeholder('customerId'),
    at: sql.placeholder('at'),
  }),
)
const insertJob = preparedWrite('job_insert', (tx) =>
  tx.insert(tx.t.jobs).values({
    id: sql.placeholder('id'),
    kind: sql.placeholder('kind'),
    payload: sql.placeholder('payload'),
    lane: sql.placeholder('lane'),
    state: 'due',
    runAt: sql.placeholder('runAt'),
    attempts: 0,
    createdAt: sql.placeholder('createdAt'),
  }),
)

/** Writes one event into the log; failing to write it fails the change. */
export async function storeEvent(tx: Tx, event: AnyEvent): Promise<void> {
  const about = event.facts as About
  await insertEvent(tx, {
    id: event.id,
    type: event.type,
    facts: event.facts,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    command: event.command,
    correlationId: event.correlationId,
    causeId: event.causeId,
    depth: event.depth,
    requestId: about.requestId ?? null,
    activityId: about.activityId ?? null,
    customerId: about.customerId ?? null,
    at: event.at,
  })
}

export const storeJob = async (tx: Tx, job: OwedJob, createdAt: number): Promise<void> => {
  await insertJob(tx, { ...job, createdAt })
}
