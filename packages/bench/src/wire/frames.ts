/** WebSocket frames (RFC 6455) for load generation: no object per frame, no masking work, text frames only. */

const textFrame = 0x81
const pongFrame = 0x8a
const isMasked = 0x80

/** A client's text frame. Its masking key is zero, which the protocol allows, so the payload stands as it is. */
export function encodeText(text: string): Buffer {
  return encode(textFrame, Buffer.byteLength(text), (frame, at) => void frame.write(text, at))
}
function encodePong(payload: Buffer): Buffer {
  return encode(pongFrame, payload.length, (frame, at) => void payload.copy(frame, at))
}

function encode(kind: number, size: number, fill: (frame: Buffer, at: number) => void): Buffer {
  if (size > 0xffff) throw new Error('the load generator sends no frames over 64 KiB')
  const head = size < 126 ? 6 : 8
  const frame = Buffer.allocUnsafe(head + size)
  frame[0] = kind
  frame[1] = isMasked | (size < 126 ? size : 126)
  if (size >= 126) frame.writeUInt16BE(size, 2)
  frame.writeUInt32BE(0, head - 4)
  fill(frame, head)
  return frame
}

export interface FrameHandlers {
  /** Bytes as Latin-1: ids and numbers are ASCII, and nobody here reads the words. */
  onText(text: string): void
  /** A pong that must be sent. */
  onPing(pong: Buffer): void
}

/** Cuts a server's stream into frames, wherever the chunks end. */
export class FrameReader {
  #rest: Buffer | null = null
  readonly #handlers: FrameHandlers
  constructor(handlers: FrameHandlers) {
    this.#handlers = handlers
  }

  push(chunk: Buffer): void {
    const data = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = null
    let at = 0
    for (;;) {
      const next = this.#read(data, at)
      if (next === at) break
      at = next
    }
    // A copy, so that a few bytes do not keep the whole chunk.
    if (at < data.length) this.#rest = Buffer.from(data.subarray(at))
  }

  /** Reads the frame at `at`; gives the place behind it, or `at` itself while it is not complete. */
  #read(data: Buffer, at: number): number {
    if (at + 2 > data.length) return at
    const short = data.readUInt8(at + 1) & 0x7f
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    if (at + head > data.length) return at
    const size =
      short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short
    const from = at + head
    const end = from + size
    if (end > data.length) return at
    const opcode = data.readUInt8(at) & 0x0f
    if (opcode === 1) this.#handlers.onText(data.toString('latin1', from, end))
    else if (opcode === 9) this.#handlers.onPing(encodePong(data.subarray(from, end)))
    return end
  }
}
