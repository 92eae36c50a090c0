import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Requests of RFC 8489 and RFC 8656; `| 0x100` is the answer that all went well, `| 0x110` that it did not. */
export const stunMethods = { binding: 0x0001, allocate: 0x0003, refresh: 0x0004 } as const
export const stunAttributes = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const
/** Protocol number of UDP, as REQUESTED-TRANSPORT has it. */
export const overUdp = Buffer.from([17, 0, 0, 0])

const cookie = 0x2112a442
const headerBytes = 20

export interface StunMessage {
  type: number
  transaction: Buffer
  attributes: ReadonlyMap<number, Buffer>
}
export interface StunLogin {
  username: string
  password: string
  realm: string
}

/** A request; with a login it carries MESSAGE-INTEGRITY under the long-term key (RFC 8489 9.2.2). */
export function writeStun(method: number, attributes: readonly [number, Buffer][], login?: StunLogin): Buffer {
  const body = Buffer.concat(attributes.map(([type, value]) => attribute(type, value)))
  const integrityBytes = login ? 24 : 0
  const header = Buffer.alloc(headerBytes)
  header.writeUInt16BE(method, 0)
  header.writeUInt16BE(body.length + integrityBytes, 2)
  header.writeUInt32BE(cookie, 4)
  randomBytes(12).copy(header, 8)
  const message = Buffer.concat([header, body])
  if (!login) return message
  const key = createHash('md5').update(`${login.username}:${login.realm}:${login.password}`).digest()
  return Buffer.concat([message, attribute(stunAttributes.integrity, createHmac('sha1', key).update(message).digest())])
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** How long the message is that begins here, in bytes; null while its header is not whole. */
export const stunLength = (bytes: Buffer): number | null =>
  bytes.length < headerBytes ? null : headerBytes + bytes.readUInt16BE(2)

/** Reads a message; null when it is none. */
export function readStun(bytes: Buffer): StunMessage | null {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== cookie || stunLength(bytes) !== bytes.length) return null
  const attributes = new Map<number, Buffer>()
  for (let at = headerBytes; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2)
    if (at + 4 + length > bytes.length) return null
    attributes.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  return { type: bytes.readUInt16BE(0), transaction: bytes.subarray(8, headerBytes), attributes }
}

/** ERROR-CODE in words, such as `401 Unauthorized`; null when there is none. */
export function stunError({ attributes }: StunMessage): { code: number; reason: string } | null {
  const value = attributes.get(stunAttributes.errorCode)
  if (!value || value.length < 4) return null
  const code = (value.readUInt8(2) & 7) * 100 + value.readUInt8(3)
  return { code, reason: value.subarray(4).toString('utf8').slice(0, 100) }
}
