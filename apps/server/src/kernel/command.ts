import type { Permission } from '@care/domain'
import type { JobLane } from '../db/schema/kernel.ts'
import type { Tx } from '../db/store.ts'
import type { Actor } from './actor.ts'
import type { About, EventMap, EventType } from './event.ts'

/** Who may try: operators with the permission, visitors, anybody signed in, anybody. The system always may. */
export type Action = Permission | 'visitor' | 'signedIn' | 'nobody'

export interface Ctx {
  actor: Actor
  /** Epoch milliseconds of this command; the only time it knows. */
  now: number
  tx: Tx
  newId(): string
  /** Records that something happened. `carry` goes with the push and is not stored. */
  emit<K extends EventType>(type: K, facts: EventMap[K] & About, carry?: unknown): void
  /** Tells whoever watches and stores nothing: read marks, presence of a visitor. No projections, no reactions. */
  tell<K extends EventType>(type: K, facts: EventMap[K], carry?: unknown): void
  /** Owes a job: it runs after the commit, at least once, also after a crash. */
  owe(kind: string, payload: Record<string, unknown>, when?: { runAt?: number; lane?: JobLane }): void
}

/**
 * One mutation: loads, is authorised by the kernel, then checks the domain's rules and writes with the state in the
 * WHERE. `run` never calls a channel, a socket or another command, unless it is made of them (`part`).
 */
export interface Command<I, S, O> {
  /** verb-noun, the file's name; stands in the event log. */
  name: string
  action: Action | readonly Action[]
  load(ctx: Ctx, input: I): Promise<S>
  /** May this actor do it to this subject? False is FORBIDDEN; throw AppError to say more. The system is not asked. */
  allow(ctx: Ctx, subject: S, input: I): boolean
  run(ctx: Ctx, subject: S, input: I): Promise<O>
}

/** Declares a command; only types its parts together. */
export const command = <I, S, O>(definition: Command<I, S, O>): Command<I, S, O> => definition
