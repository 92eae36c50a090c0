import type { Latency } from '../stats.ts'
import type { Target } from './target.ts'

/** What the load program is told to do; it answers each with `{ done }` or `{ failed }`. */
export type LoadCommand =
  /** Opens the desks and the first `widgets` customers. */
  | { do: 'connect'; target: Target; widgets: number }
  /** Opens customers `from` to `from + count` who say nothing. */
  | { do: 'idle'; target: Target; from: number; count: number; atOnce: number }
  /** Drops those idle customers and brings them back, in the product with what they missed. */
  | { do: 'reconnect'; atOnce: number }
  /** Closed loop: `inFlight` messages are always unacknowledged. */
  | { do: 'saturate'; seconds: number; inFlight: number }
  /** Open loop: `perSecond` messages, whatever the server does. */
  | { do: 'rate'; seconds: number; perSecond: number }
  /** Lets so many supervisors watch the live queues; those of before leave. */
  | { do: 'watch'; target: Target; count: number }
  /** Begins to give tasks of customers from number `from` on back and to take them again; `calm` ends it. */
  | { do: 'stir'; target: Target; perSecond: number; from: number }
  | { do: 'calm' }
  /** How soon changes were seen since the last time it was asked. */
  | { do: 'seen' }

/** Sent at both ends of the measured time, so that the server's CPU is read for the same messages. */
export interface Mark {
  acks: number
  atMs: number
  loadCpuUs: number
}
export interface Opened {
  count: number
  seconds: number
}
export interface Measured {
  perSecond: number
  ack: Latency
  deliver: Latency
  lost: number
  doubled: number
  reordered: number
  refused: number
  firstRefusal: string | null
}
