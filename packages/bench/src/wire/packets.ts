/** Packets of Engine.IO 4 and Socket.IO 5 as text, as far as a load generator needs them. */

export interface PacketHandlers {
  /** Engine.IO asks for a sign of life; the reader gives the answer to send. */
  onPing(pong: string): void
  onConnected(): void
  onRefused(reason: string): void
  /** `text` from `from` on is the JSON array of the acknowledgement. */
  onAck(id: number, text: string, from: number): void
  /** `text` from `from` on is the JSON array `["name",payload]`. */
  onEvent(text: string, from: number): void
}

const code = { ping: 50, message: 52, connect: 48, event: 50, ack: 51, refused: 52 } as const

/** Reads packets of one namespace ('' is the root). */
export function packetReader(namespace: string, handlers: PacketHandlers): (text: string) => void {
  const body = 2 + prefixOf(namespace).length
  return (text) => {
    const kind = text.charCodeAt(0)
    if (kind === code.ping) return handlers.onPing('3')
    if (kind !== code.message) return undefined
    switch (text.charCodeAt(1)) {
      case code.connect:
        return handlers.onConnected()
      case code.refused:
        return handlers.onRefused(text.slice(body))
      case code.event:
        return handlers.onEvent(text, body)
      case code.ack: {
        const from = text.indexOf('[', body)
        return handlers.onAck(Number(text.slice(body, from)), text, from)
      }
      default:
        return undefined
    }
  }
}

const prefixOf = (namespace: string): string => (namespace === '' ? '' : `${namespace},`)

export const connectPacket = (namespace: string, auth: unknown): string =>
  `40${prefixOf(namespace)}${JSON.stringify(auth)}`

/** An event that asks for an acknowledgement; `payload` is JSON already. */
export const emitPacket = (namespace: string, id: number, event: string, payload: string): string =>
  `42${prefixOf(namespace)}${id}["${event}",${payload}]`

/** The whole number that follows `mark` in a text; NaN when it is not there. */
export function numberAfter(text: string, mark: string, from = 0): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? Number.NaN : Number.parseInt(text.slice(at + mark.length, at + mark.length + 15), 10)
}
