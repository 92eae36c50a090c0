import type { DeskEvents, WidgetEvents } from '@care/contract'
import type { Ctx } from './command.ts'
import type { AnyEvent, EventType, StoredEvent } from './event.ts'
import type { Services } from './services.ts'

/** One push: a small payload of the contract to some rooms. */
export type Push =
  | { [K in keyof DeskEvents]: { to: 'desk'; rooms: string[]; event: K; payload: DeskEvents[K] } }[keyof DeskEvents]
  | {
      /** `except`: a socket that has been answered with the same. */
      [K in keyof WidgetEvents]: {
        to: 'widget'
        rooms: string[]
        event: K
        payload: WidgetEvents[K]
        except?: string | null
      }
    }[keyof WidgetEvents]
  /** At most 4 a second for each key: only the last one counts, the payload is made when it goes out. */
  | { to: 'coalesced'; kind: 'queue'; id: string }
  /** To whoever watches the live queues, on every process. */
  | { to: 'coalesced'; kind: 'liveQueues' }

/** Event → who is told what. Runs after the commit; may read. `[]` says on purpose: nobody. */
export type Audience<K extends EventType> = {
  [T in K]: (event: StoredEvent<T>, services: Services) => Push[] | Promise<Push[]>
}
/** Event → cheap rows derived in the same transaction. */
export type Projections = { [T in EventType]?: (ctx: Ctx, event: StoredEvent<T>) => Promise<void> }
/** "On this event owe that job", in the same transaction; `null` owes nothing. */
export type Reactions = {
  [T in EventType]?: (event: StoredEvent<T>) => { kind: string; payload: Record<string, unknown> } | null
}
/**
 * Event → puts back what it changed, when that still stands as the event left it; else NOT_ALLOWED_NOW (`changedSince`).
 * Emits ordinary events of its own: the log only grows.
 */
export type Reversals = {
  [T in EventType]?: (ctx: Ctx, event: Pick<StoredEvent<T>, 'id' | 'facts' | 'at'>) => Promise<void>
}
/** What a job does; it runs commands. Throwing repeats it later. Must be idempotent. */
export type JobHandler = (payload: Record<string, unknown>, services: Services) => Promise<void>

export interface Module {
  name: string
  audience?: Partial<Audience<EventType>>
  projections?: Projections
  /** Once for all stored events of a command, in its transaction: rows that depend on several of them. */
  afterEvents?: (ctx: Ctx, events: readonly AnyEvent[]) => Promise<void>
  reactions?: Reactions
  jobs?: Record<string, JobHandler>
}
export type { AnyEvent }
