/** Reads bytes one after the other, little-endian. Reading past the end throws a RangeError. */
export function readerOf(bytes: Buffer) {
  let at = 0
  const step = (length: number): number => {
    const from = at
    if (length > bytes.length - at) throw new RangeError('it ends too early')
    at += length
    return from
  }
  return {
    isOver: (): boolean => at >= bytes.length,
    left: (): number => bytes.length - at,
    byte: (): number => bytes.readUInt8(step(1)),
    short: (): number => bytes.readUInt16LE(step(2)),
    long: (): number => bytes.readUInt32LE(step(4)),
    take(length: number): Buffer {
      const from = step(length)
      return bytes.subarray(from, from + length)
    },
  }
}
export type Reader = ReturnType<typeof readerOf>
