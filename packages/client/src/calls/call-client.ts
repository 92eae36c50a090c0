import type { CallNote, CallSignalEvent } from '@care/contract'
import { type CallSample, levelAtFirst, rateCall, settleLevel } from '@care/contract/wire'
import { isApiError } from '../api-error.ts'
import { callAtFirst, type CallPorts, type CallState, type MyLine, phaseOf } from './call-state.ts'
import { type CallLegs, createLegs } from './legs.ts'
import { closeStream, microphoneProblem, openMicrophone } from './microphone.ts'
import { tabId } from './tab-id.ts'
import { createWatch } from './watch.ts'

export interface CallOptions {
  inputId?: string | null
  outputId?: string | null
}

/** So often at most the server is told how good the line is, in ms. */
const qualityEveryMs = 15_000

/**
 * One side of a call in one window: microphone, connections and what is shown of them. The server’s word on the call comes
 * by `update`, the other sides’ by `hear`; everything else follows from that.
 */
class Client {
  readonly #ports: CallPorts
  readonly #listeners = new Set<() => void>()
  readonly #legs: CallLegs
  readonly #watch
  #options: CallOptions
  #state: CallState
  #line: MyLine
  #seatId: string | null = null
  #stream: MediaStream | null = null
  #isStopped = false
  #level = levelAtFirst
  #sum = { delayMs: 0, jitterMs: 0, lossPercent: 0, seconds: 0, poorSeconds: 0 }
  #toldAt = 0

  constructor(line: MyLine, ports: CallPorts, options: CallOptions) {
    this.#line = line
    this.#state = { ...callAtFirst, isMuted: line.mySeat?.isMuted ?? false }
    this.#ports = ports
    this.#options = options
    this.#legs = createLegs({
      servers: () => ports.servers(),
      stream: () => this.#stream,
      signal: (to, signal) => {
        if (this.#seatId !== null) ports.signal({ from: this.#seatId, to, signal }).catch(() => undefined)
      },
      outputId: () => this.#options.outputId ?? null,
      onChange: (isLost) => this.#onConnection(isLost),
      onTrouble: (reason) => this.#note({ what: 'badSignal', reason: reason.slice(0, 200) }),
    })
    this.#watch = createWatch({
      pc: () => this.#legs.main(),
      onLevels: (levels) => this.#set(levels),
      onSecond: (sample) => this.#measured(sample),
    })
  }

  get(): CallState {
    return this.#state
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Asks for the microphone and sits down. Without one nothing is sat down: `problem` says why. Rejects with a refusal. */
  async start({ takesOver = false } = {}): Promise<void> {
    this.#set({ phase: 'preparing', problem: null })
    try {
      if (!this.#stream) this.#use(await openMicrophone(this.#options.inputId ?? null))
    } catch (error) {
      return this.#set({ phase: 'noMicrophone', problem: microphoneProblem(error) })
    }
    if (this.#isStopped) return this.#release()
    await this.#sit(takesOver)
  }
  update(line: MyLine): void {
    if (this.#isStopped) return
    this.#line = line
    if (line.state === 'ended') this.#end()
    else if (this.#isElsewhere()) this.#leave()
    else this.#follow()
    this.#draw()
  }
  hear({ from, to, signal }: CallSignalEvent): void {
    if (to === this.#seatId) this.#legs.hear(from, signal)
  }
  /** The socket is back: the same sitting goes on, its connections stand. */
  lineIsBack(): void {
    if (this.#seatId !== null && !this.#isStopped && !this.#isElsewhere())
      void this.#sit(false, this.#seatId).catch(() => undefined)
  }
  networkChanged(): void {
    this.#legs.restart()
  }
  setMuted(isMuted: boolean): void {
    this.#show(isMuted)
    this.#note({ what: 'muted', isMuted })
  }
  async speakBy(inputId: string | null): Promise<void> {
    this.#options = { ...this.#options, inputId }
    await this.#reopen()
  }
  listenBy(outputId: string | null): void {
    this.#options = { ...this.#options, outputId }
    this.#legs.listenBy(outputId)
  }
  /** What is said here, and what the customer says, for whoever records it. */
  sound(): { mine: MediaStream | null; theirs: MediaStream | null } {
    return { mine: this.#stream, theirs: this.#legs.soundOf('customer') }
  }
  /** Lets go of microphone and connections; the call itself goes on or not as the server has it. */
  stop(): void {
    this.#isStopped = true
    this.#release()
  }

  #show(isMuted: boolean): void {
    this.#stream?.getTracks().forEach((track) => (track.enabled = !isMuted))
    this.#set({ isMuted })
  }
  async #sit(takesOver: boolean, seatId?: string): Promise<void> {
    try {
      const line = await this.#ports.sit({ tabId: tabId(), takesOver, ...(seatId === undefined ? {} : { seatId }) })
      const isOther = this.#seatId !== (line.mySeat?.seatId ?? null)
      this.#seatId = line.mySeat?.seatId ?? null
      if (isOther) this.#legs.clear()
      // Whoever was muted before a reload is so after it.
      if (isOther && line.mySeat) this.#show(line.mySeat.isMuted)
      this.#watch.start()
      this.update(line)
      if (!isOther) this.#legs.restartBroken()
    } catch (error) {
      if (isApiError(error) && error.code === 'CALL_ELSEWHERE') return this.#leave()
      if (isApiError(error) && error.code !== 'OFFLINE') {
        this.#end()
        this.#set({ phase: 'ended' })
        throw error
      }
      // No answer: the socket says when it is back.
      if (this.#seatId === null && !this.#isStopped)
        setTimeout(() => void this.#sit(takesOver).catch(() => undefined), 1_000)
    }
  }
  #isElsewhere(): boolean {
    const { mySeat } = this.#line
    return this.#seatId !== null && mySeat !== null && mySeat.seatId !== this.#seatId
  }
  #leave(): void {
    this.#release()
    this.#seatId = null
    this.#set({ phase: 'elsewhere' })
  }
  #end(): void {
    this.#tellQuality()
    this.#release()
    this.#seatId = null
  }
  #release(): void {
    this.#watch.stop()
    this.#legs.clear()
    closeStream(this.#stream)
    this.#stream = null
  }
  /** Connections as the server has the other sides; without a seat there are none. */
  #follow(): void {
    if (this.#seatId === null) return
    this.#legs.follow(this.#line.peers, this.#line.state, this.#line.mySeat?.side === 'consult')
  }
  #onConnection(isLost: boolean | null): void {
    if (isLost !== null) this.#note({ what: 'network', isLost })
    this.#draw()
  }
  #draw(): void {
    if (this.#state.phase === 'preparing' && this.#seatId === null) return
    if (this.#state.phase === 'noMicrophone' || (this.#state.phase === 'elsewhere' && this.#seatId === null)) {
      if (this.#line.state === 'ended') this.#set({ phase: 'ended' })
      return
    }
    const standing = this.#legs.standing()
    const isAside = standing.isAside || this.#line.mySeat?.side === 'consult'
    this.#set({ phase: phaseOf({ ...standing, line: this.#line, seatId: this.#seatId, isAside }) })
  }
  #use(stream: MediaStream): void {
    this.#stream = stream
    for (const track of stream.getTracks()) {
      track.enabled = !this.#state.isMuted
      track.addEventListener('ended', () => void this.#onUnplugged(stream))
    }
  }
  async #onUnplugged(stream: MediaStream): Promise<void> {
    if (this.#stream !== stream) return
    this.#set({ problem: 'unplugged' })
    this.#note({ what: 'microphone', isLost: true })
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#reopen(), { once: true })
    await this.#reopen()
  }
  /** Another microphone in place of the one there was; where none can be opened the call goes on without. */
  async #reopen(): Promise<void> {
    try {
      const before = this.#stream
      const stream = await openMicrophone(this.#options.inputId ?? null)
      if (this.#isStopped || this.#seatId === null) return closeStream(stream)
      this.#use(stream)
      this.#legs.replace(stream)
      closeStream(before)
      if (this.#state.problem === 'unplugged') this.#note({ what: 'microphone', isLost: false })
      this.#set({ problem: null })
    } catch (error) {
      if (this.#state.problem === null) this.#set({ problem: microphoneProblem(error) })
    }
  }
  #measured(sample: CallSample): void {
    const level = rateCall(sample)
    this.#level = settleLevel(this.#level, level)
    this.#sum.seconds += 1
    this.#sum.poorSeconds += level === 'poor' ? 1 : 0
    for (const name of ['delayMs', 'jitterMs', 'lossPercent'] as const) this.#sum[name] += sample[name] ?? 0
    this.#set({ sample, quality: this.#level.level })
    if (Date.now() - this.#toldAt >= qualityEveryMs) this.#tellQuality()
  }
  #tellQuality(): void {
    const { seconds, poorSeconds, ...sums } = this.#sum
    if (seconds === 0) return
    this.#toldAt = Date.now()
    const mean = (sum: number): number => Math.round((sum / seconds) * 10) / 10
    const { delayMs, jitterMs, lossPercent } = sums
    const quality = { delayMs: mean(delayMs), jitterMs: mean(jitterMs), lossPercent: mean(lossPercent) }
    this.#note({ what: 'quality', quality: { ...quality, seconds, poorSeconds } })
  }
  #note(note: NoteWithoutSeat): void {
    if (this.#seatId === null) return
    this.#ports.note({ ...note, seatId: this.#seatId } as CallNote).catch(() => undefined)
  }
  #set(patch: Partial<CallState>): void {
    this.#state = { ...this.#state, ...patch }
    for (const listener of this.#listeners) listener()
  }
}

type NoteWithoutSeat = CallNote extends infer N ? (N extends CallNote ? Omit<N, 'seatId'> : never) : never
export type CallClient = Client

/** A side of the call that `line` is of; nothing happens before `start`. */
export const createCallClient = (line: MyLine, ports: CallPorts, options: CallOptions = {}): CallClient =>
  new Client(line, ports, options)
