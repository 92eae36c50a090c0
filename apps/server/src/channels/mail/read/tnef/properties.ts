import { decodePage } from './code-pages.ts'
import { type Reader, readerOf } from './bytes.ts'

/** Types of values ([MS-OXCDATA] 2.11.1). */
const types = { int: 0x03, object: 0x0d, string8: 0x1e, unicode: 0x1f, binary: 0x102 } as const
const isLong = (type: number): boolean =>
  type === types.object || type === types.string8 || type === types.unicode || type === types.binary
const manyValues = 0x1000

/** Bytes of a value of a fixed length, which takes up four or a multiple of it. */
const fixedBytes: Readonly<Record<number, number>> = {
  0x00: 4,
  0x01: 4,
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
}

/** Of all properties those that are asked for here ([MS-OXPROPS]), by their ids. */
export const property = {
  subject: 0x0037,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  contentType: 0x370e,
  contentId: 0x3712,
  internetPage: 0x3fde,
  page: 0x3ffd,
} as const

interface Value {
  type: number
  bytes: Buffer
}
export type Properties = ReadonlyMap<number, Value>

/** The properties of a message or a file ([MS-OXTNEF] 2.1.3.4), the first value of each. Throws when they are broken. */
export function readProperties(bytes: Buffer): Properties {
  const reader = readerOf(bytes)
  const values = new Map<number, Value>()
  for (let left = reader.long(); left > 0; left -= 1) {
    const type = reader.short()
    const id = reader.short()
    if (id >= 0x8000) passName(reader)
    const value = readValues(reader, type)
    if (value !== null && !values.has(id)) values.set(id, { type: type & ~manyValues, bytes: value })
  }
  return values
}

/** A property of somebody's own bears a GUID and a number or a name. */
function passName(reader: Reader): void {
  reader.take(16)
  const hasName = reader.long() === 1
  if (hasName) takeLong(reader)
  else reader.long()
}

function readValues(reader: Reader, type: number): Buffer | null {
  const single = type & ~manyValues
  const isMany = type !== single
  if (isLong(single)) {
    let first: Buffer | null = null
    for (let left = reader.long(); left > 0; left -= 1) {
      const value = takeLong(reader)
      first ??= value
    }
    return first
  }
  const length = fixedBytes[single]
  if (length === undefined) throw new RangeError('a value of no known type')
  if (!isMany) return reader.take(length)
  const count = reader.long()
  const all = reader.take(count * length)
  return count === 0 ? null : all.subarray(0, length)
}

/** Its length, itself, and what fills it up to a multiple of four. */
function takeLong(reader: Reader): Buffer {
  const length = reader.long()
  const bytes = reader.take(length)
  reader.take(Math.min((4 - (length % 4)) % 4, reader.left()))
  return bytes
}

/** A property as text; null when it is none. `page` is the code page of what is not Unicode. */
export function textOf(properties: Properties, id: number, page: number | null): string | null {
  const value = properties.get(id)
  if (value?.type === types.unicode) return decodePage(value.bytes, 1200)
  if (value?.type === types.string8) return decodePage(value.bytes, page)
  return null
}

export const numberOf = (properties: Properties, id: number): number | null => {
  const value = properties.get(id)
  return value?.type === types.int ? value.bytes.readUInt32LE(0) : null
}

export function bytesOf(properties: Properties, id: number): Buffer | null {
  const value = properties.get(id)
  return value?.type === types.binary ? value.bytes : null
}

/** What an object is, and its bytes. */
export function objectOf(properties: Properties, id: number): { interfaceId: string; bytes: Buffer } | null {
  const value = properties.get(id)
  if (value?.type !== types.object || value.bytes.length < 16) return null
  return { interfaceId: value.bytes.subarray(0, 16).toString('hex'), bytes: value.bytes.subarray(16) }
}
