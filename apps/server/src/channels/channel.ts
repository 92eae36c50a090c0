import type { ChannelKindInfo, ChannelProblem, ChannelSide, Settings } from '@care/domain/channels'
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { Log } from '../kernel/log.ts'
import type { Services } from '../kernel/services.ts'
import type { ChannelRecord } from '../modules/channels/index.ts'
import type { Place } from './line.ts'

/** What a kind needs to speak with the other side: one channel's settings, with the standard where nothing was set. */
export interface Access {
  channelId: string
  settings: Settings
  /** Opened; never logged, stored or sent on. */
  secrets: Readonly<Record<string, string>>
  /** Aborted when the answer is not waited for any more. */
  signal: AbortSignal
}

/** One call of the other side at `/hook/<channel>`, its body as the bytes that were signed. */
export interface Delivery {
  body: Uint8Array
  headers: IncomingHttpHeaders
  query: Readonly<Record<string, string>>
  /** Epoch milliseconds; signatures with a time in them are held against it. */
  at: number
}

/** What a question is answered with. */
export interface HookAnswer {
  contentType: string
  body: string
}

/** One thing that came in, of which a delivery may hold several. */
export interface CameIn {
  /** The other side's name for it, the same whenever it is sent again. */
  externalId: string
  /** What `take` needs of it: the delivery, or its part. */
  raw: Uint8Array
}

/** What came in, as it is taken. */
export interface Intake extends CameIn {
  id: string
  channel: ChannelRecord
  /** Epoch milliseconds. */
  receivedAt: number
  /** Of a kind that `takesBeside`: waits for what came before it and belongs together with it; see `createLine`. */
  turn: Place['turn']
}

/** An answer that goes out. Sent again with the same key it must not reach the customer twice where the other side can tell. */
export interface Outgoing {
  key: string
  /** Whom it is for, as the other side names him. */
  to: string
  text: string
  files: readonly { name: string; contentType: string; size: number; open(): Readable }[]
}

/** What a connection may do with what it hears. */
export interface ConnectorTools {
  /**
   * Resolves when it is durable: only then the other side may be told that it was received. Refuses all of it with TOO_LARGE
   * when one is longer than the kind's limit: the connection has to leave that one out.
   */
  receive(cameIn: readonly CameIn[]): Promise<void>
  /** How far the other side was read when it was last said; null before. */
  readBookmark(): Promise<string | null>
  /** Keeps how far it has been read, once what was read is durable. */
  keepBookmark(mark: string): Promise<void>
  /** The other side answered; cheap to say often. */
  isWell(): void
  log: Log
}

/** A connection that is kept open. */
export interface Connector {
  /** Settles when it ends: rejected with what happened when that was not by `stop`. It is then made again after a pause. */
  ended: Promise<void>
  /** Ends it and everything it waits for. */
  stop(): Promise<void>
}

/**
 * A kind of channel: pure data and functions. What it does not have it leaves out. A new one is a folder with its words, its
 * fake, its contract tests (`testing/channel-contract.ts`) and a line in `index.ts`.
 */
export interface ChannelKind extends ChannelKindInfo {
  /** Whether a delivery is of who knows the channel's secret, over the bytes of its body. Compare with `isSame`. */
  verify?(delivery: Delivery, access: Access): boolean
  /** What is in a delivery; quick and without I/O. A throw says that it cannot be read: it is kept for a person to see. */
  parse?(delivery: Delivery, access: Access): CameIn[]
  /**
   * Answers a question of the other side, verified already, that it waits for: in well under a second, so without calling
   * anybody. Null when it asks nothing that is known here.
   */
  answer?(delivery: Delivery, channel: ChannelRecord, services: Services): Promise<HookAnswer | null>
  /**
   * Runs the commands that what came in leads to. It may run again for the same one, after a crash or beside itself, and what
   * came in earlier may come to it later: idempotent, by `intake.id` as idempotency key or by the other side's name.
   * Throws Unreadable when trying again cannot help.
   */
  take(intake: Intake, services: Services): Promise<void>
  /**
   * A process takes several at once, and `take` calls `intake.turn` as soon as it knows which of them are to wait for each
   * other. Else what came by one channel is taken one after another.
   */
  takesBeside?: true
  /** Sends an answer and resolves with the other side's name for it. Throws ChannelTrouble. */
  send?(outgoing: Outgoing, access: Access): Promise<{ externalId: string }>
  /** Fetches a file that a message only names. Throws ChannelTrouble. */
  fetchFile?(reference: string, access: Access): Promise<Readable>
  /** Whether the other side is there and takes us, for what comes in or what goes out. Throws ChannelTrouble. */
  test(access: Access, side: ChannelSide): Promise<void>
  /** Which sides a channel with these settings has, where they are tried apart; else it is one, `receiving`. */
  sidesOf?(settings: Settings): ChannelSide[]
  /** Whether a channel with these settings keeps a connection; else every one does. */
  connectsWhen?(settings: Settings): boolean
  /** Opens a connection that is kept, in one process at a time. Throws ChannelTrouble. */
  connect?(access: Access, tools: ConnectorTools): Promise<Connector>
}

export type ChannelKinds = ReadonlyMap<string, ChannelKind>

/** What went wrong with the other side. The text is shown to administrators: no secrets, nothing that customers wrote. */
export class ChannelTrouble extends Error {
  readonly problem: ChannelProblem
  constructor(problem: ChannelProblem, text: string, options?: ErrorOptions) {
    super(text, options)
    this.name = 'ChannelTrouble'
    this.problem = problem
  }
}

/** What came in will not be understood the next time either. */
export class Unreadable extends Error {
  constructor(text: string, options?: ErrorOptions) {
    super(text, options)
    this.name = 'Unreadable'
  }
}
