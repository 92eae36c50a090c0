/**
 * The part of the Engine.IO 4 and Socket.IO 5 text protocols that a websocket-only client without binary data speaks.
 * A frame is `<engine digit>[<packet digit>/<namespace>,[ack id][json]]`.
 */
export type Frame =
  | { kind: 'open'; pingInterval: number; pingTimeout: number }
  | { kind: 'ping' }
  | { kind: 'close' }
  | { kind: 'connected' }
  | { kind: 'refused'; message: string }
  | { kind: 'gone' }
  | { kind: 'event'; name: string; payload: unknown }
  | { kind: 'ack'; id: number; value: unknown }
  | { kind: 'unknown' }

export const pong = '3'
export const connectFrame = (namespace: string, auth: unknown): string => `40${namespace},${JSON.stringify(auth)}`
export const eventFrame = (namespace: string, event: string, payload: unknown, ackId?: number): string =>
  `42${namespace},${ackId ?? ''}${JSON.stringify([event, payload])}`
export const goodbyeFrame = (namespace: string): string => `41${namespace},`

const packet = /^4([0-4])(?:\/[^,]*,)?(\d*)(.*)$/s

/** Reads one text frame; what a newer server may add is 'unknown' and not an error. */
export function readFrame(text: string): Frame {
  if (text === '2') return { kind: 'ping' }
  if (text === '1') return { kind: 'close' }
  try {
    if (text.startsWith('0'))
      return { kind: 'open', ...(JSON.parse(text.slice(1)) as { pingInterval: number; pingTimeout: number }) }
    const [, type, id, json = ''] = packet.exec(text) ?? []
    const value: unknown = json ? JSON.parse(json) : undefined
    if (type === '0') return { kind: 'connected' }
    if (type === '1') return { kind: 'gone' }
    if (type === '4') return { kind: 'refused', message: (value as { message?: string } | undefined)?.message ?? '' }
    if (!Array.isArray(value)) return { kind: 'unknown' }
    if (type === '2') return { kind: 'event', name: String(value[0]), payload: value[1] }
    if (type === '3') return { kind: 'ack', id: Number(id), value: value[0] }
  } catch {
    // Half a frame cannot arrive over a websocket; a broken one is not ours.
  }
  return { kind: 'unknown' }
}
