import type { JobLane } from '../db/schema/kernel.ts'
import type { Store } from '../db/store.ts'
import type { Actor } from './actor.ts'
import { authorise } from './authorise.ts'
import type { Clock } from './clock.ts'
import { type Attempt, beginAttempt } from './attempt.ts'
import type { Command, Ctx } from './command.ts'
import type { AnyEvent, Cause } from './event.ts'
import { remembered, remember } from './idempotency.ts'
import type { Module } from './module.ts'
import { type OwedJob, storeEvent, storeJob } from './record.ts'

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

interface KernelParts {
  store: Store
  clock: Clock
  modules: readonly Module[]
  /** Called after the commit, in order of commits; never throws. */
  afterCommit(events: readonly AnyEvent[], owed: ReadonlySet<JobLane>): void
}

type Projection = (ctx: Ctx, event: AnyEvent) => Promise<void>
type Reaction = (event: AnyEvent) => { kind: string; payload: Record<string, unknown> } | null

/** What the modules do with each type of event, found once. */
function listenersOf(modules: readonly Module[]) {
  const all = <T>(maps: readonly (object | undefined)[]): Map<string, T[]> => {
    const found = new Map<string, T[]>()
    for (const map of maps)
      for (const [type, listener] of Object.entries(map ?? {}))
        found.set(type, [...(found.get(type) ?? []), listener as T])
    return found
  }
  return {
    projections: all<Projection>(modules.map((module) => module.projections)),
    reactions: all<Reaction>(modules.map((module) => module.reactions)),
  }
}

/** begin → load → authorise → run → events → projections → owed jobs → commit → push → wake jobs. */
export function createExecute(parts: KernelParts): Execute {
  const { projections, reactions } = listenersOf(parts.modules)
  const afterEvents = parts.modules.flatMap((module) => module.afterEvents ?? [])

  /** Stores what happened and what follows from it. Projections may emit further events, handled in the same loop. */
  async function settle({ ctx, events, jobs }: Attempt): Promise<void> {
    for (let i = 0; i < events.length; i++) {
      const event = events[i]
      if (!event?.isStored) continue
      await storeEvent(ctx.tx, event)
      for (const project of projections.get(event.type) ?? []) await project(ctx, event)
      for (const react of reactions.get(event.type) ?? []) {
        const owed = react(event)
        const cause: Cause = { eventId: event.id, correlationId: event.correlationId, depth: event.depth + 1 }
        if (owed) ctx.owe(owed.kind, { ...owed.payload, cause })
      }
    }
    for (const after of afterEvents) await after(ctx, events)
    for (const job of jobs) await storeJob(ctx.tx, job, ctx.now)
  }

  return async (command, actor, input, options = {}) => {
    let events: AnyEvent[] = []
    let jobs: OwedJob[] = []
    const output = await parts.store.transact(async (tx) => {
      const attempt = beginAttempt(tx, command.name, actor, parts.clock.now(), options)
      const { ctx } = attempt
      // Of the attempt that commits: the database may ask for the transaction to be repeated.
      events = attempt.events
      jobs = attempt.jobs
      const key = keyOf(command, attempt, options)
      if (key !== null) {
        const earlier = await remembered<Awaited<ReturnType<typeof command.run>>>(ctx, key)
        if (earlier) return earlier.result
      }
      const subject = await command.load(ctx, input)
      authorise(command, ctx, subject, input)
      const result = await command.run(ctx, subject, input)
      await settle(attempt)
      if (key !== null) await remember(ctx, key, result)
      return result
    })
    parts.afterCommit(events, new Set(jobs.map(({ lane }) => lane)))
    return output
  }
}

/** An idempotency key counts for its actor and command only. */
const keyOf = (command: { name: string }, { who }: Attempt, { idempotencyKey }: ExecuteOptions): string | null =>
  idempotencyKey === undefined ? null : `${who.kind}:${who.id ?? ''}:${command.name}:${idempotencyKey}`
