export interface Sound {
  mine: MediaStream | null
  theirs: MediaStream | null
}
type Side = keyof Sound

/** Left is the customer, right the operator. */
const channels = { theirs: 0, mine: 1 } as const satisfies Record<Side, number>
/** A third of a second at 48 kHz: longer than the pause between two looks. */
const samplesSeen = 16_384

const loudest = (samples: Float32Array): number => {
  let most = 0
  for (const sample of samples) most = Math.max(most, Math.abs(sample))
  return Math.min(255, Math.round(most * 255))
}

/** Both sides in one stream, each on a channel of its own; microphones and connections may change while it runs. */
class Mixer {
  readonly #context = new AudioContext()
  readonly #merger = this.#context.createChannelMerger(2)
  readonly #out = this.#context.createMediaStreamDestination()
  readonly #ground = this.#context.createConstantSource()
  readonly #samples = new Float32Array(samplesSeen)
  readonly #inputs = { mine: this.#input('mine'), theirs: this.#input('theirs') }
  readonly #wake = (): void => void this.#context.resume().catch(() => undefined)

  constructor() {
    this.#out.channelCount = 2
    this.#merger.connect(this.#out)
    // Firefox records one channel when nothing comes on both at first; this is 100 dB below what is heard.
    this.#ground.offset.value = 1e-5
    for (const channel of Object.values(channels)) this.#ground.connect(this.#merger, 0, channel)
    this.#ground.start()
    // A page that was loaded anew may be allowed sound only by the next press.
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, this.#wake)
    this.#wake()
  }

  get stream(): MediaStream {
    return this.#out.stream
  }
  get isRunning(): boolean {
    return this.#context.state === 'running'
  }
  follow(sound: Sound): void {
    for (const side of ['mine', 'theirs'] as const) this.#connect(side, sound[side])
  }
  /** How loud the customer and the operator are just now, 0 to 255. */
  levels(): [number, number] {
    const levelOf = (side: Side): number => {
      this.#inputs[side].analyser.getFloatTimeDomainData(this.#samples)
      return loudest(this.#samples)
    }
    return [levelOf('theirs'), levelOf('mine')]
  }
  close(): void {
    for (const event of ['pointerdown', 'keydown']) removeEventListener(event, this.#wake)
    void this.#context.close().catch(() => undefined)
  }

  #input(side: Side): {
    analyser: AnalyserNode
    stream: MediaStream | null
    trackId: string | null
    node: AudioNode | null
  } {
    const analyser = this.#context.createAnalyser()
    analyser.fftSize = samplesSeen
    // One channel of each side: a microphone with two is mixed.
    analyser.channelCount = 1
    analyser.channelCountMode = 'explicit'
    analyser.connect(this.#merger, 0, channels[side])
    return { analyser, stream: null, trackId: null, node: null }
  }
  #connect(side: Side, stream: MediaStream | null): void {
    const input = this.#inputs[side]
    const trackId = stream?.getAudioTracks()[0]?.id ?? null
    if (input.stream === stream && input.trackId === trackId) return
    input.node?.disconnect()
    input.stream = stream
    input.trackId = trackId
    input.node = stream && trackId !== null ? this.#context.createMediaStreamSource(stream) : null
    input.node?.connect(input.analyser)
  }
}
export type SoundMixer = Mixer
export const createMixer = (): SoundMixer => new Mixer()
