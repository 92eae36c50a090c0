import type { Ack, DeskEvents, LookingEvent, TypingEvent, WidgetEvents } from '@care/contract'
import type { Namespace, Server, Socket } from 'socket.io'

type Emits<E> = { [K in keyof E]: (payload: E[K]) => void }
type Receives = {
  join(payload: unknown, ack: unknown): void
  leave(payload: unknown, ack: unknown): void
  call(payload: unknown, ack: unknown): void
  typing(payload: unknown): void
  looking(payload: unknown): void
}
/** Told to the other processes. */
export interface Between {
  /** Look again whether everybody in these rooms may be there. */
  recheck(rooms: string[]): void
  /** What the live queues show may have changed. */
  liveQueues(): void
  /** Jobs are due. */
  wake(): void
}

/** Ids only: a thousand idle sockets must cost little. */
export interface DeskData {
  operatorId: string
  sessionId: string
  typedAt: number
  /** The request that is open there. */
  looksAt: string | null
}
export interface WidgetData {
  visitorId: string
  siteId: string
  typedAt: number
}
type DeskSends = Emits<DeskEvents> & { typing(payload: TypingEvent): void; looking(payload: LookingEvent): void }
export type DeskNamespace = Namespace<Receives, DeskSends, Between, DeskData>
export type DeskSocket = Socket<Receives, DeskSends, Between, DeskData>
export type WidgetNamespace = Namespace<Receives, Emits<WidgetEvents>, Between, WidgetData>
export type WidgetSocket = Socket<Receives, Emits<WidgetEvents>, Between, WidgetData>

export interface Doors {
  io: Server
  desk: DeskNamespace
  widget: WidgetNamespace
}
export type Acknowledge = (answer: Ack) => void
