import { expect, it } from 'vitest'
import { encodeText, FrameReader } from './frames.ts'

/** A server's frame: like a client's without the mask. */
function serverFrame(text: string, opcode = 1): Buffer {
  const payload = Buffer.from(text)
  const size = payload.length
  const head =
    size < 126
      ? Buffer.from([0x80 | opcode, size])
      : size <= 0xffff
        ? Buffer.from([0x80 | opcode, 126, size >> 8, size & 255])
        : longHead(opcode, size)
  return Buffer.concat([head, payload])
}
function longHead(opcode: number, size: number): Buffer {
  const head = Buffer.alloc(10)
  head[0] = 0x80 | opcode
  head[1] = 127
  head.writeBigUInt64BE(BigInt(size), 2)
  return head
}
function reading() {
  const texts: string[] = []
  const pongs: Buffer[] = []
  return {
    texts,
    pongs,
    reader: new FrameReader({ onText: (text) => texts.push(text), onPing: (pong) => pongs.push(pong) }),
  }
}

it.each([0, 1, 125, 126, 127, 65_535])('writes a masked text frame of %d bytes that says its length', (size) => {
  const frame = encodeText('a'.repeat(size))
  const head = size < 126 ? 6 : 8
  expect(frame.length).toBe(head + size)
  expect(frame[0]).toBe(0x81)
  expect(frame.readUInt8(1) & 0x80).toBe(0x80)
  expect(size < 126 ? frame.readUInt8(1) & 0x7f : frame.readUInt16BE(2)).toBe(size)
  expect(frame.readUInt32BE(head - 4)).toBe(0)
  expect(frame.toString('utf8', head)).toBe('a'.repeat(size))
})
it('counts bytes, not characters', () => {
  const frame = encodeText('да')
  expect(frame.readUInt8(1) & 0x7f).toBe(4)
  expect(frame.toString('utf8', 6)).toBe('да')
})
it('refuses what it cannot write', () => expect(() => encodeText('a'.repeat(65_536))).toThrow('64 KiB'))

it('reads frames of every length out of one chunk', () => {
  const { texts, reader } = reading()
  const sent = ['', 'a', 'b'.repeat(125), 'c'.repeat(126), 'd'.repeat(70_000)]
  reader.push(Buffer.concat(sent.map((text) => serverFrame(text))))
  expect(texts).toEqual(sent)
})
it('reads frames cut at any byte', () => {
  const sent = ['hello', 'x'.repeat(300), 'end']
  const stream = Buffer.concat(sent.map((text) => serverFrame(text)))
  for (let cut = 1; cut < stream.length; cut++) {
    const { texts, reader } = reading()
    reader.push(stream.subarray(0, cut))
    reader.push(stream.subarray(cut))
    expect(texts).toEqual(sent)
  }
})
it('reads a stream byte by byte', () => {
  const { texts, reader } = reading()
  for (const byte of serverFrame('y'.repeat(200))) reader.push(Buffer.from([byte]))
  expect(texts).toEqual(['y'.repeat(200)])
})
it('answers a ping with its payload and goes on', () => {
  const { texts, pongs, reader } = reading()
  reader.push(Buffer.concat([serverFrame('beat', 9), serverFrame('next')]))
  expect(texts).toEqual(['next'])
  expect(pongs).toHaveLength(1)
  expect(pongs[0]?.readUInt8(0)).toBe(0x8a)
  expect(pongs[0]?.toString('utf8', 6)).toBe('beat')
})
