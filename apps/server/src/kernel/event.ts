/**
 * Facts of every event, by type. Each module adds its own in its `events.ts` with
 * `declare module '../../kernel/event.ts' { interface EventMap { … } }`, so no central list grows with features.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the modules
export interface EventMap {}
export type EventType = keyof EventMap

/** Which rows an event is about; copied into columns so that a history is one index range. */
export interface About {
  requestId?: string | null
  activityId?: string | null
  customerId?: string | null
}

/** The immutable record of one change. `facts` are stored; `carry` only travels with the push (texts, whole rows). */
export interface StoredEvent<K extends EventType = EventType> {
  id: string
  type: K
  facts: EventMap[K]
  carry: unknown
  /** False for what is only told (`ctx.tell`). */
  isStored: boolean
  /** The socket whose call caused it, null for every other cause. Not stored. */
  socketId: string | null
  actor: { kind: 'operator' | 'customer' | 'system' | 'rule'; id: string | null; name: string }
  command: string
  correlationId: string
  causeId: string | null
  depth: number
  at: number
}
/** Union over all types, so that a check of `type` narrows `facts`. */
export type AnyEvent = { [K in EventType]: StoredEvent<K> }[EventType]

/** Where a command comes from when an event caused it. */
export interface Cause {
  eventId: string
  correlationId: string
  depth: number
}
