import { newKey } from '../call.ts'
import { createMixer, type Sound, type SoundMixer } from './mixer.ts'

/** What a window has just recorded. */
export interface RecordedChunk {
  segmentId: string
  seq: number
  ms: number
  startedAt: number
  peaks: string
  isLast: boolean
  bytes: ArrayBuffer
}
/** Why nothing is recorded though it should be. */
export type RecorderProblem = 'unsupported' | 'silent' | null

export interface RecorderPorts {
  keep: (chunk: RecordedChunk) => Promise<void>
  onProblem: (problem: RecorderProblem) => void
}

const mimeType = 'audio/webm;codecs=opus'
const bitsPerSecond = 32_000
/** A part; a reload loses at most so much, in ms. */
const partMs = 2_000
const levelEveryMs = 250
/** Looks that sound may take to be allowed; there are some each second. */
const patience = 8

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && typeof AudioContext !== 'undefined' && MediaRecorder.isTypeSupported(mimeType)

interface Segment {
  id: string
  media: MediaRecorder
  startedAt: number
  lastAt: number
  seq: number
  peaks: [number, number][]
}

/**
 * Records what both sides say, in segments: each time that it is on it begins a new one, so that what was said while it
 * was off is in none. Parts are given to be kept as they come.
 */
class Recorder {
  readonly #ports: RecorderPorts
  #mixer: SoundMixer | null = null
  #segment: Segment | null = null
  #keeping: Promise<void> = Promise.resolve()
  #tries = 0
  #levels: ReturnType<typeof setInterval> | undefined

  constructor(ports: RecorderPorts) {
    this.#ports = ports
  }

  follow(sound: Sound, isOn: boolean): void {
    if (!isOn || !sound.mine) return this.#end()
    if (!canRecord()) return this.#ports.onProblem('unsupported')
    this.#mixer ??= createMixer()
    this.#mixer.follow(sound)
    if (this.#segment) return
    // Firefox takes what is silent at first for one channel.
    if (this.#mixer.isRunning) this.#begin(this.#mixer)
    else if ((this.#tries += 1) > patience) this.#ports.onProblem('silent')
  }
  /** Ends what is recorded, and lets go of everything; resolves when all is kept. */
  async stop(): Promise<void> {
    this.#end()
    this.#mixer?.close()
    this.#mixer = null
    await this.#keeping
  }

  #begin(mixer: SoundMixer): void {
    const media = new MediaRecorder(mixer.stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
    this.#tries = 0
    const now = Date.now()
    const segment: Segment = { id: newKey(), media, startedAt: now, lastAt: now, seq: 0, peaks: [] }
    this.#segment = segment
    media.addEventListener('dataavailable', ({ data }) => this.#take(segment, data))
    media.start(partMs)
    this.#levels = setInterval(() => this.#look(mixer, segment), levelEveryMs)
  }
  #look(mixer: SoundMixer, segment: Segment): void {
    segment.peaks.push(mixer.levels())
    this.#ports.onProblem(mixer.isRunning ? null : 'silent')
  }
  #end(): void {
    clearInterval(this.#levels)
    const segment = this.#segment
    this.#segment = null
    if (segment && segment.media.state !== 'inactive') segment.media.stop()
    this.#ports.onProblem(null)
  }
  /** Its number is given at once, its bytes are read one after the other. */
  #take(segment: Segment, data: Blob): void {
    if (data.size === 0) return
    const now = Date.now()
    const chunk = {
      segmentId: segment.id,
      seq: segment.seq,
      ms: now - segment.lastAt,
      startedAt: segment.startedAt,
      peaks: packed(segment.peaks),
      isLast: segment.media.state === 'inactive',
    }
    segment.seq += 1
    segment.lastAt = now
    segment.peaks = []
    this.#keeping = this.#keeping
      .then(async () => this.#ports.keep({ ...chunk, bytes: await data.arrayBuffer() }))
      .catch(() => undefined)
  }
}

const packed = (peaks: readonly [number, number][]): string =>
  peaks.map((pair) => pair.map((value) => value.toString(16).padStart(2, '0')).join('')).join('')

export type CallRecorder = Recorder
export const createRecorder = (ports: RecorderPorts): CallRecorder => new Recorder(ports)
