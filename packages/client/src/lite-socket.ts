import type { Ack } from '@care/contract'
import { namespaces } from '@care/contract/wire'
import { ApiError, offline } from './api-error.ts'
import { createLiteLine } from './lite-line.ts'
import { eventFrame, type Frame } from './lite-wire.ts'
import type { LiveSocket, SocketOptions } from './socket.ts'

type Handler = (value: never) => void
/** Handlers by name; names of pushes and the socket's own news ('+connect') share it. */
function createHandlers() {
  const all = new Map<string, Set<Handler>>()
  return {
    add: (name: string, handler: Handler): (() => void) => {
      all.set(name, (all.get(name) ?? new Set()).add(handler))
      return () => void all.get(name)?.delete(handler)
    },
    run: (name: string, value: unknown): void => all.get(name)?.forEach((handler) => handler(value as never)),
  }
}

/** Questions that wait for their acknowledgement. */
function createAcks(timeoutMs: number) {
  const waiting = new Map<number, (ack: Ack | null) => void>()
  let last = 0
  return {
    ask: async (send: (id: number) => void): Promise<unknown> => {
      const id = ++last
      const ack = await new Promise<Ack | null>((settle) => {
        const timer = setTimeout(() => settle(null), timeoutMs)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          settle(answer)
        })
        send(id)
      })
      waiting.delete(id)
      if (!ack) throw offline()
      if (ack.ok) return ack.value
      throw new ApiError(ack.error)
    },
    answer: (id: number, ack: Ack): void => waiting.get(id)?.(ack),
    giveUp: (): void => waiting.forEach((settle) => settle(null)),
  }
}

/**
 * The same as createSocket in a tenth of its size, for browsers: websocket only, JSON only. Reconnects by itself,
 * 0.5 to 5 s apart, after every loss, also after the server's goodbye; not after a refusal, which `onRefused` reports.
 */
export function createLiteSocket<Events>(
  namespace: keyof typeof namespaces,
  options: SocketOptions = {},
): LiveSocket<Events> {
  const path = namespaces[namespace]
  const handlers = createHandlers()
  const acks = createAcks(options.ackTimeoutMs ?? 8_000)
  let connectedBefore = false
  const hear = (frame: Frame): void => {
    if (frame.kind === 'event') handlers.run(frame.name, frame.payload)
    else if (frame.kind === 'ack') acks.answer(frame.id, frame.value as Ack)
    else if (frame.kind === 'refused') handlers.run('+refused', frame.message)
    else if (frame.kind === 'connected') {
      handlers.run('+connect', !connectedBefore)
      connectedBefore = true
    }
  }
  const line = createLiteLine({
    path,
    baseUrl: options.baseUrl,
    auth: () => options.auth?.() ?? {},
    hear,
    onLost: (reason, wasConnected) => {
      acks.giveUp()
      if (wasConnected) handlers.run('+disconnect', reason)
    },
    onTry: (tries) => handlers.run('+try', tries),
  })
  const emit = async (event: string, payload: unknown): Promise<unknown> => {
    if (!line.isConnected) throw offline()
    return acks.ask((id) => line.send(eventFrame(path, event, payload, id)))
  }
  return {
    on: (event, handler) => handlers.add(event, handler as Handler),
    emit,
    volatile: (event, payload) => {
      if (line.isConnected) line.send(eventFrame(path, event, payload))
    },
    call: (name, input) => emit('call', { endpoint: name, ...input }) as Promise<never>,
    onConnect: (handler) => handlers.add('+connect', handler as Handler),
    onDisconnect: (handler) => handlers.add('+disconnect', handler as Handler),
    onRefused: (handler) => handlers.add('+refused', handler as Handler),
    onTry: (handler) => handlers.add('+try', handler as Handler),
    retryNow: () => line.retryNow(),
    get isConnected() {
      return line.isConnected
    },
    connect: () => line.connect(),
    close: () => line.close(),
  }
}
