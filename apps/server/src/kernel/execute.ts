import { sql } from 'drizzle-orm'
import { preparedWrite } from '../db/prepared.ts'
import type { Store, Tx } from '../db/store.ts'
import type { Actor } from './actor.ts'
import { authorise } from './authorise.ts'
import type { Clock } from './clock.ts'
import type { Command, Ctx } from './command.ts'
import type { AnyEvent, Cause, EventType, StoredEvent } from './event.ts'
import { remembered, remember } from './idempotency.ts'
import { newId } from './ids.ts'
import type { Module } from './module.ts'

export interface ExecuteOptions {
  /** The same key by the same actor gives the first answer again and changes nothing. */
  idempotencyKey?: string | undefined
  cause?: Cause | undefined
  requestId?: string | undefined
  /** The socket that asked: it hears the answer, and needs no push that says the same. */
  socketId?: string | null | undefined
}
/** Runs a command in one transaction and resolves after its commit. */
export type Execute = <I, S, O>(
  command: Command<I, S, O>,
  actor: Actor,
  input: I,
  options?: ExecuteOptions,
) => Promise<O>

interface OwedJob {
  id: string
  kind: string
  payload: Record<string, unknown>
  runAt: number
}
interface KernelParts {
  store: Store
  clock: Clock
  modules: readonly Module[]
  /** Called after the commit, in order of commits; never throws. */
  afterCommit(events: readonly AnyEvent[], owesJobs: boolean): void
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
    state: 'due',
    runAt: sql.placeholder('runAt'),
    attempts: 0,
    createdAt: sql.placeholder('createdAt'),
  }),
)

const whoOf = (actor: Actor): StoredEvent['actor'] => {
  if (actor.kind === 'operator') return { kind: 'operator', id: actor.id, name: actor.name }
  if (actor.kind === 'visitor') return { kind: 'customer', id: actor.customerId, name: '' }
  return { kind: 'system', id: null, name: '' }
}

/** begin → load → authorise → run → events → projections → owed jobs → commit → push → wake jobs. */
export function createExecute(parts: KernelParts): Execute {
  const projections = parts.modules.flatMap((module) => (module.projections ? [module.projections] : []))
  const reactions = parts.modules.flatMap((module) => (module.reactions ? [module.reactions] : []))

  async function store(tx: Tx, event: AnyEvent): Promise<void> {
    const about = event.facts as { requestId?: string | null; activityId?: string | null; customerId?: string | null }
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

  return async (command, actor, input, options = {}) => {
    let events: AnyEvent[] = []
    let jobs: OwedJob[] = []
    const output = await parts.store.transact(async (tx) => {
      // Started anew when the database asks for the transaction to be repeated.
      events = []
      jobs = []
      const now = parts.clock.now()
      const who = whoOf(actor)
      const correlationId = options.cause?.correlationId ?? options.requestId ?? newId(now)
      const origin = {
        actor: who,
        command: command.name,
        correlationId,
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
        owe: (kind, payload, runAt) => void jobs.push({ id: newId(now), kind, payload, runAt: runAt ?? now }),
      }
      const key =
        options.idempotencyKey === undefined
          ? null
          : `${who.kind}:${who.id ?? ''}:${command.name}:${options.idempotencyKey}`
      if (key !== null) {
        const earlier = await remembered<Awaited<ReturnType<typeof command.run>>>(ctx, key)
        if (earlier) return earlier.result
      }
      const subject = await command.load(ctx, input)
      authorise(command, ctx, subject, input)
      const result = await command.run(ctx, subject, input)
      // Projections may emit further events; they are handled in the same loop.
      for (let i = 0; i < events.length; i++) {
        const event = events[i]
        if (!event?.isStored) continue
        await store(tx, event)
        for (const map of projections)
          await (map[event.type as EventType] as ((ctx: Ctx, e: AnyEvent) => Promise<void>) | undefined)?.(ctx, event)
        for (const map of reactions) {
          const owed = (
            map[event.type as EventType] as
              | ((e: AnyEvent) => { kind: string; payload: Record<string, unknown> } | null)
              | undefined
          )?.(event)
          if (owed)
            ctx.owe(owed.kind, { ...owed.payload, cause: { eventId: event.id, correlationId, depth: event.depth + 1 } })
        }
      }
      for (const job of jobs) await insertJob(tx, { ...job, createdAt: now })
      if (key !== null) await remember(ctx, key, result)
      return result
    })
    parts.afterCommit(events, jobs.length > 0)
    return output
  }
}
