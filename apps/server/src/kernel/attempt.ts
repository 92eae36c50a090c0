import type { Tx } from '../db/store.ts'
import type { Actor } from './actor.ts'
import type { Ctx } from './command.ts'
import type { AnyEvent, StoredEvent } from './event.ts'
import type { ExecuteOptions } from './execute.ts'
import { newId, newIdInOrder } from './ids.ts'
import type { OwedJob } from './record.ts'

/** One run of a command: its context, and what it has emitted and owes so far. */
export interface Attempt {
  ctx: Ctx
  who: StoredEvent['actor']
  events: AnyEvent[]
  jobs: OwedJob[]
}

const whoOf = (actor: Actor): StoredEvent['actor'] => {
  if (actor.kind === 'operator') return { kind: 'operator', id: actor.id, name: actor.name }
  if (actor.kind === 'visitor') return { kind: 'customer', id: actor.customerId, name: '' }
  return { kind: 'system', id: null, name: '' }
}

/** A fresh context; made anew when the database asks for the transaction to be repeated. */
export function beginAttempt(tx: Tx, command: string, actor: Actor, now: number, options: ExecuteOptions): Attempt {
  const events: AnyEvent[] = []
  const jobs: OwedJob[] = []
  const who = whoOf(actor)
  const origin = {
    actor: who,
    command,
    correlationId: options.cause?.correlationId ?? options.requestId ?? newId(now),
    causeId: options.cause?.eventId ?? null,
    depth: options.cause?.depth ?? 0,
    socketId: options.socketId ?? null,
    at: now,
  }
  const eventOf = (type: string, facts: unknown, carry: unknown, isStored: boolean) =>
    ({ id: newId(now), type, facts, carry: carry ?? null, isStored, ...origin }) as unknown as AnyEvent
  const ctx: Ctx = {
    actor,
    now,
    tx,
    newId: () => newId(now),
    emit: (type, facts, carry) => void events.push(eventOf(type, facts, carry, true)),
    tell: (type, facts, carry) => void events.push(eventOf(type, facts, carry, false)),
    owe: (kind, payload, { runAt = now, lane = 'quick' } = {}) =>
      void jobs.push({ id: newIdInOrder(now), kind, payload, runAt, lane }),
  }
  return { ctx, who, events, jobs }
}
