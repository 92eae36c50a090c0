import type { Ack } from '@care/contract'
import { namespaces } from '@care/contract/wire'
import { ApiError, offline } from './api-error.ts'
import { connectFrame, eventFrame, goodbyeFrame, pong, readFrame, type Frame } from './lite-wire.ts'
import type { LiveSocket, SocketOptions } from './socket.ts'

const firstPauseMs = 500
const longestPauseMs = 5_000
const answerWithinMs = 20_000

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

/**
 * The same as createSocket in a tenth of its size, for the widget: websocket only, JSON only. Reconnects by itself,
 * 0.5 to 5 s apart, after every loss, also after the server's goodbye; not after a refusal, which `onRefused` reports.
 */
export function createLiteSocket<Events>(
  namespace: keyof typeof namespaces,
  options: SocketOptions = {},
): LiveSocket<Events> {
  const path = namespaces[namespace]
  const handlers = createHandlers()
  const waiting = new Map<number, (ack: Ack | null) => void>()
  let socket: WebSocket | null = null
  let isConnected = false
  let isWanted = false
  let connectedBefore = false
  let tries = 0
  let lastAck = 0
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let silenceMs = answerWithinMs

  /** A dead network closes nothing: silence longer than the server's rhythm counts as lost. */
  const watch = (): void => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => lose('ping timeout'), silenceMs)
  }
  const dial = (): void => {
    clearTimeout(pause)
    if (socket) return
    silenceMs = answerWithinMs
    const base = new URL(options.baseUrl || globalThis.location.origin)
    const mine = new WebSocket(
      `${base.protocol === 'https:' ? 'wss' : 'ws'}://${base.host}/socket.io/?EIO=4&transport=websocket`,
    )
    socket = mine
    watch()
    mine.onmessage = (event: MessageEvent) => {
      if (socket === mine && typeof event.data === 'string') hear(readFrame(event.data))
    }
    mine.onclose = () => {
      if (socket === mine) lose('transport close')
    }
  }
  const hear = (frame: Frame): void => {
    watch()
    if (frame.kind === 'ping') socket?.send(pong)
    else if (frame.kind === 'open') {
      silenceMs = frame.pingInterval + frame.pingTimeout
      socket?.send(connectFrame(path, options.auth?.() ?? {}))
    } else if (frame.kind === 'connected') {
      const isFirst = !connectedBefore
      connectedBefore = isConnected = true
      tries = 0
      handlers.run('+connect', isFirst)
    } else if (frame.kind === 'event') handlers.run(frame.name, frame.payload)
    else if (frame.kind === 'ack') waiting.get(frame.id)?.(frame.value as Ack)
    else if (frame.kind === 'gone') lose('io server disconnect')
    else if (frame.kind === 'close') lose('transport close')
    else if (frame.kind === 'refused') {
      isWanted = false
      lose('refused')
      handlers.run('+refused', frame.message)
    }
  }
  const lose = (reason: string): void => {
    const wasConnected = isConnected
    const old = socket
    socket = null
    isConnected = false
    clearTimeout(watchdog)
    old?.close()
    for (const settle of waiting.values()) settle(null)
    if (wasConnected) handlers.run('+disconnect', reason)
    if (isWanted) again()
  }
  const again = (): void => {
    const grown = Math.min(longestPauseMs, firstPauseMs * 2 ** tries)
    tries += 1
    // Spread, so that a restarted server is not met by everybody at once.
    pause = setTimeout(
      () => {
        handlers.run('+try', tries)
        dial()
      },
      grown * (0.5 + Math.random() / 2),
    )
  }
  const emit = async (event: string, payload: unknown): Promise<unknown> => {
    if (!isConnected) throw offline()
    const id = ++lastAck
    const ack = await new Promise<Ack | null>((settle) => {
      const timer = setTimeout(() => settle(null), options.ackTimeoutMs ?? 8_000)
      waiting.set(id, (answer) => {
        clearTimeout(timer)
        settle(answer)
      })
      socket?.send(eventFrame(path, event, payload, id))
    })
    waiting.delete(id)
    if (!ack) throw offline()
    if (ack.ok) return ack.value
    throw new ApiError(ack.error)
  }
  const retryNow = (): void => {
    if (!isWanted || isConnected) return
    const stuck = socket
    socket = null
    stuck?.close()
    tries = 0
    dial()
  }
  // A laptop that wakes up or a phone that leaves the tunnel must not sit out the pause.
  globalThis.addEventListener?.('online', retryNow)
  return {
    on: (event, handler) => handlers.add(event, handler as Handler),
    emit,
    volatile: (event, payload) => {
      if (isConnected) socket?.send(eventFrame(path, event, payload))
    },
    call: (name, input) => emit('call', { endpoint: name, ...input }) as Promise<never>,
    onConnect: (handler) => handlers.add('+connect', handler as Handler),
    onDisconnect: (handler) => handlers.add('+disconnect', handler as Handler),
    onRefused: (handler) => handlers.add('+refused', handler as Handler),
    onTry: (handler) => handlers.add('+try', handler as Handler),
    retryNow,
    get isConnected() {
      return isConnected
    },
    connect: () => {
      isWanted = true
      dial()
    },
    close: () => {
      isWanted = false
      clearTimeout(pause)
      if (isConnected) socket?.send(goodbyeFrame(path))
      globalThis.removeEventListener?.('online', retryNow)
      lose('io client disconnect')
    },
  }
}
