import type { WidgetEvents } from '@care/contract'
import { createLiteSocket, type LiveSocket } from '@care/client'

export interface LivePorts {
  token: () => string
  /** What came while the connection was away has to be fetched: a push that was missed is not repeated. */
  onConnected: () => void
  onDisconnected: () => void
  /** The server does not know the token any more. */
  onUnknownVisitor: () => void
  events: { [K in keyof WidgetEvents]: (payload: WidgetEvents[K]) => void }
}
export type Live = Pick<LiveSocket<WidgetEvents>, 'call' | 'volatile' | 'isConnected' | 'connect' | 'retryNow'>

/** The visitor's live connection. A refusal is tried again after a pause, an unknown visitor is reported. */
export function createLive(ports: LivePorts): Live {
  const socket = createLiteSocket<WidgetEvents>('widget', { auth: () => ({ token: ports.token() }) })
  for (const [name, handler] of Object.entries(ports.events)) socket.on(name as keyof WidgetEvents, handler as never)
  socket.onConnect(ports.onConnected)
  socket.onDisconnect(ports.onDisconnected)
  socket.onRefused((code) => {
    if (code === 'VISITOR_UNKNOWN') ports.onUnknownVisitor()
    else setTimeout(() => socket.connect(), 5_000)
  })
  return socket
}
