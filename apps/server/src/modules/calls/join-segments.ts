import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  ALL_FORMATS,
  type EncodedPacket,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'

/** Files of one segment, whose bytes behind each other are a WebM as a browser streams it: without length and places. */
export type SegmentFiles = readonly string[]

export interface Joined {
  path: string
  ms: number
  bytes: number
}

/**
 * Writes segments behind each other into one WebM with its length and the places of its clusters, so that players wind
 * in it. Nothing is decoded; sound that is not Opus, and what cannot be read, is left out. Null: nothing is left.
 * `take` gets the file before it goes.
 */
export async function withJoined<T>(
  segments: readonly SegmentFiles[],
  take: (joined: Joined | null) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'care-recording-'))
  try {
    return await take(await joinIn(folder, segments))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function joinIn(folder: string, segments: readonly SegmentFiles[]): Promise<Joined | null> {
  const path = join(folder, 'joined.webm')
  const output = new Output({ format: new WebMOutputFormat(), target: new FilePathTarget(path) })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  let seconds = 0
  for (const [i, files] of segments.entries()) {
    const part = join(folder, String(i))
    await pipeline(Readable.from(bytesOf(files)), (await open(part, 'w')).createWriteStream())
    seconds = await append(source, part, seconds)
    await rm(part)
  }
  if (seconds === 0) {
    await output.cancel()
    return null
  }
  await output.finalize()
  return { path, ms: Math.round(seconds * 1_000), bytes: (await stat(path)).size }
}

async function* bytesOf(files: SegmentFiles): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* createReadStream(file) as AsyncIterable<Uint8Array>
}

/** Adds the sound of a file behind what is there; gives back where it ends, in seconds. */
async function append(source: EncodedAudioPacketSource, path: string, from: number): Promise<number> {
  const input = new Input({ source: new FilePathSource(path), formats: [WEBM] })
  try {
    const track = await opusOf(input)
    return track ? await copyPackets(source, track, from) : from
  } finally {
    input.dispose()
  }
}

/** Its track of sound; null: this is no WebM with Opus, for example one of which the beginning is lost. */
async function opusOf(input: Input): Promise<InputAudioTrack | null> {
  try {
    const track = await input.getPrimaryAudioTrack()
    return track && (await track.getCodec()) === 'opus' ? track : null
  } catch {
    return null
  }
}

async function copyPackets(source: EncodedAudioPacketSource, track: InputAudioTrack, from: number): Promise<number> {
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  let first: number | null = null
  let end = from
  for await (const packet of readable(new EncodedPacketSink(track).packets())) {
    first ??= packet.timestamp
    const timestamp = Math.max(end, from + packet.timestamp - first)
    await source.add(packet.clone({ timestamp }), decoderConfig && { decoderConfig })
    end = timestamp + packet.duration
  }
  return end
}

/** Until the first that cannot be read: a tail that was cut off takes nothing else with it. */
async function* readable(packets: AsyncIterable<EncodedPacket>): AsyncGenerator<EncodedPacket> {
  try {
    yield* packets
  } catch {
    return
  }
}

/** How long a recording of any kind is, in ms; 0 where nobody can tell. */
export async function lengthOf(path: string): Promise<number> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })
  try {
    return Math.round((await input.computeDuration()) * 1_000)
  } catch {
    return 0
  } finally {
    input.dispose()
  }
}
