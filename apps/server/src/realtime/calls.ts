import { api, type Endpoint, type EndpointName, socketCall } from '@care/contract'
import type { Actor } from '../kernel/actor.ts'
import { AppError } from '../kernel/app-error.ts'
import { newId } from '../kernel/ids.ts'
import type { Services } from '../kernel/services.ts'
import { toRefusal } from '../http/errors.ts'
import type { Invoke } from '../http/invoke.ts'
import type { Metrics } from '../http/metrics.ts'
import { parseShape } from '../http/parse.ts'
import type { LiveQueuesWatch } from './live-queues.ts'
import type { Acknowledge } from './sockets.ts'

/** Runs work for an emit and answers through its acknowledgement, refusals in the envelope of the HTTP API. */
export async function reply(
  { log }: Services,
  ack: unknown,
  work: (requestId: string) => Promise<unknown>,
): Promise<string> {
  const requestId = newId(Date.now())
  const answer: Acknowledge = typeof ack === 'function' ? (ack as Acknowledge) : () => {}
  try {
    answer({ ok: true, value: await work(requestId) })
    return 'OK'
  } catch (error) {
    const { body } = toRefusal(error, requestId, log)
    answer({ ok: false, error: body })
    return body.code
  }
}

export interface CallParts {
  services: Services
  invoke: Invoke
  metrics: Metrics
}
/** The same for the sockets, which share one line. */
export interface SocketParts extends CallParts {
  liveQueues: LiveQueuesWatch
  line: Line
}

/** An endpoint called through the socket: the same parsing, rights and refusals as over HTTP. */
export async function callEndpoint(
  { services, invoke, metrics }: CallParts,
  namespace: 'desk' | 'widget',
  payload: unknown,
  ack: unknown,
  caller: { socketId: string; actorOf: () => Promise<Actor> },
): Promise<void> {
  const startedAt = performance.now()
  let name = 'unknown'
  const code = await reply(services, ack, async (requestId) => {
    const { endpoint: wanted, params, query, body } = parseShape(socketCall, payload)
    const endpoint: Endpoint | undefined = Object.hasOwn(api, wanted) ? api[wanted as EndpointName] : undefined
    const isOfHere = endpoint?.overSocket === true && (endpoint.access === 'visitor') === (namespace === 'widget')
    if (!isOfHere) throw new AppError('NOT_FOUND', 'this endpoint is not for this socket')
    name = wanted
    return invoke(wanted as EndpointName, {
      actor: await caller.actorOf(),
      params: params ?? {},
      query: query ?? {},
      body,
      ifMatch: undefined,
      idempotencyKey: undefined,
      requestId,
      socketId: caller.socketId,
      http: null,
    })
  })
  const ms = performance.now() - startedAt
  metrics.socketCall(name, code, ms)
  services.log.debug({ endpoint: name, code, ms: Math.round(ms * 10) / 10 }, 'socket call')
}

export interface Line {
  /** One after another for each socket, so that messages keep the order in which they were sent. */
  run(socket: object, work: () => Promise<void>): void
  /** Takes nothing more, which the client then repeats elsewhere, and waits until what was taken is answered. */
  close(): Promise<void>
}

export function createLine(): Line {
  const tails = new WeakMap<object, Promise<void>>()
  const busy = new Set<Promise<void>>()
  let isClosed = false
  return {
    run(socket, work) {
      if (isClosed) return
      const before = tails.get(socket)
      const turn = before ? before.then(work) : work()
      tails.set(socket, turn)
      busy.add(turn)
      void turn.finally(() => {
        busy.delete(turn)
        if (tails.get(socket) === turn) tails.delete(socket)
      })
    },
    async close() {
      isClosed = true
      await Promise.all(busy)
    },
  }
}
