import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, Output, WebMOutputFormat } from 'mediabunny'

/** Silence as Opus has it: one packet of 20 ms, two channels (RFC 6716, 3.1). */
const silence = new Uint8Array([0xfc, 0xff, 0xfe])
const packetMs = 20

/** The head that Opus wants (RFC 7845, 5.1): version 1, two channels, 48 kHz. */
const opusHead = new Uint8Array([...new TextEncoder().encode('OpusHead'), 1, 2, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0])

/** A WebM with so many ms of silence, as a browser streams it: without its length, and in parts. */
export async function streamedWebm(ms: number, parts: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = { codec: 'opus', numberOfChannels: 2, sampleRate: 48_000, description: opusHead }
  for (let at = 0; at < ms; at += packetMs)
    await source.add(new EncodedPacket(silence, 'key', at / 1_000, packetMs / 1_000), { decoderConfig })
  await output.finalize()
  const whole = new Uint8Array(target.buffer ?? new ArrayBuffer())
  return Array.from({ length: parts }, (_, i) =>
    whole.slice(Math.floor((i * whole.length) / parts), Math.floor(((i + 1) * whole.length) / parts)),
  )
}
