import type { Ack, Api, BodyInputOf, EndpointName, ParamsInputOf, QueryInputOf, ResponseOf } from '@care/contract'
import { namespaces } from '@care/contract/wire'
import { io, type Socket } from 'socket.io-client'
import { ApiError, offline } from './api-error.ts'

export interface LiveSocket<Events> {
  on<K extends keyof Events & string>(event: K, handler: (payload: Events[K]) => void): () => void
  /** Emits and waits for the acknowledgement; throws ApiError, OFFLINE when none came in time. */
  emit(event: string, payload: unknown): Promise<unknown>
  /** Emits and forgets, dropped while disconnected (typing). */
  volatile(event: string, payload: unknown): void
  /** Calls an endpoint that has `overSocket`; same refusals as over HTTP. */
  call<N extends EndpointName>(
    name: N,
    input: { params?: ParamsInputOf<Api[N]>; query?: QueryInputOf<Api[N]>; body?: BodyInputOf<Api[N]> },
  ): Promise<ResponseOf<Api[N]>>
  /** Runs on every (re)connect, after the server has put the socket into its own rooms. */
  onConnect(handler: (isFirst: boolean) => void): () => void
  onDisconnect(handler: (reason: string) => void): () => void
  /** A failed try to connect; `code` is the server's refusal, e.g. NOT_SIGNED_IN. */
  onRefused(handler: (code: string) => void): () => void
  /** Runs before each try to connect again, with its number from 1. */
  onTry(handler: (tries: number) => void): () => void
  /** Tries at once instead of at the end of the pause between tries. */
  retryNow(): void
  readonly isConnected: boolean
  connect(): void
  close(): void
}

export interface SocketOptions {
  baseUrl?: string
  /** Sent at each connect; a function, so that a renewed token is used. */
  auth?: () => Record<string, unknown>
  /** For clients outside a browser. */
  extraHeaders?: Record<string, string>
  ackTimeoutMs?: number
}

function tries(socket: Socket): Pick<LiveSocket<never>, 'onTry' | 'retryNow'> {
  return {
    onTry: (handler) => {
      socket.io.on('reconnect_attempt', handler)
      return () => void socket.io.off('reconnect_attempt', handler)
    },
    retryNow: () => {
      if (socket.connected) return
      // Ends the running pause; without it `connect` does nothing.
      socket.disconnect()
      socket.connect()
    },
  }
}

/** One live connection for programs outside a browser (tests, tools), by the library: websocket only, so that any load balancer will do. Reconnects by itself, 0.5 to 5 s apart. */
export function createSocket<Events>(
  namespace: keyof typeof namespaces,
  options: SocketOptions = {},
): LiveSocket<Events> {
  const socket: Socket = io((options.baseUrl ?? '') + namespaces[namespace], {
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    auth: (give) => give(options.auth?.() ?? {}),
    ...(options.extraHeaders ? { extraHeaders: options.extraHeaders } : {}),
  })
  let connectedBefore = false
  const onConnected = new Set<(isFirst: boolean) => void>()
  socket.on('connect', () => {
    const isFirst = !connectedBefore
    connectedBefore = true
    for (const handler of onConnected) handler(isFirst)
  })
  const emit = async (event: string, payload: unknown): Promise<unknown> => {
    if (!socket.connected) throw offline()
    let ack: Ack
    try {
      ack = (await socket.timeout(options.ackTimeoutMs ?? 8_000).emitWithAck(event, payload)) as Ack
    } catch {
      throw offline()
    }
    if (ack.ok) return ack.value
    throw new ApiError(ack.error)
  }
  const subscribe = (event: string, handler: (...args: never[]) => void): (() => void) => {
    socket.on(event, handler as (...args: unknown[]) => void)
    return () => void socket.off(event, handler as (...args: unknown[]) => void)
  }
  return {
    on: (event, handler) => subscribe(event, handler),
    emit,
    volatile: (event, payload) => void socket.volatile.emit(event, payload),
    call: (name, input) => emit('call', { endpoint: name, ...input }) as Promise<never>,
    onConnect: (handler) => {
      onConnected.add(handler)
      return () => onConnected.delete(handler)
    },
    onDisconnect: (handler) => subscribe('disconnect', handler),
    onRefused: (handler) =>
      subscribe('connect_error', ((error: Error) => {
        // A refusal of our own carries the code as message; the library does not try again by itself after one.
        if (/^[A-Z_]+$/.test(error.message)) handler(error.message)
      }) as never),
    ...tries(socket),
    get isConnected() {
      return socket.connected
    },
    connect: () => void socket.connect(),
    close: () => void socket.close(),
  }
}
