import type { Api, BodyOf, EndpointName, ParamsOf, QueryOf, ResponseOf } from '@care/contract'
import type { Permission } from '@care/domain'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor, NobodyActor, OperatorActor, VisitorActor } from './actor.ts'
import type { Services } from './services.ts'

/** Who can stand behind a call of this endpoint; the door has checked it. */
export type ActorOf<N extends EndpointName> = Api[N]['access'] extends 'signedIn' | Permission
  ? OperatorActor
  : Api[N]['access'] extends 'visitor'
    ? VisitorActor
    : NobodyActor

/** One call of an endpoint, through HTTP or the socket, with everything parsed by the contract. */
export interface Call<N extends EndpointName> {
  actor: ActorOf<N>
  params: ParamsOf<Api[N]>
  query: QueryOf<Api[N]>
  body: BodyOf<Api[N]>
  /** From If-Match; NaN where the endpoint needs none. */
  version: number
  idempotencyKey: string | undefined
  requestId: string
  /** Of a call through a socket. */
  socketId: string | null
  /** Only through HTTP: uploads read `req`, downloads write `res`, sign-in sets cookies. `address`: the caller's IP. */
  http: { req: IncomingMessage; res: ServerResponse; address: string } | null
}
/** Answers a call. A download that has written `res` itself resolves with undefined as response. */
export type Handler<N extends EndpointName> = (call: Call<N>, services: Services) => Promise<ResponseOf<Api[N]>>
export type Handlers<N extends EndpointName = EndpointName> = { [K in N]: Handler<K> }

/** The options that every command of a call gets. */
export const optionsOf = (call: { idempotencyKey: string | undefined; requestId: string }) => ({
  idempotencyKey: call.idempotencyKey,
  requestId: call.requestId,
})
export type { Actor }
