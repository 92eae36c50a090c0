import type { CallSignal } from '@care/contract'

export interface LegPorts {
  servers: RTCIceServer[]
  track: MediaStreamTrack | null
  stream: MediaStream
  /** This side makes the first offer; of two offers at once its own gives way. */
  begins: boolean
  isHeld: boolean
  send: (signal: CallSignal) => void
  onSound: (stream: MediaStream) => void
  onState: (isConnected: boolean) => void
  /** What came could not be understood. */
  onTrouble: (reason: string) => void
}
type Description = Extract<CallSignal, { kind: 'description' }>

/** So long a broken connection is left to mend itself, and between two tries to mend it, in ms. */
const restartAfterMs = 1_500
const restartEveryMs = 3_000

/**
 * One connection to another side: perfect negotiation (W3C WebRTC 1.0, 10.7) with what made it reliable here. Signals are
 * taken strictly in their order; the microphone is added by addTrack before anything is heard, or glare would make two
 * lines of sound of which one is silent; only one side makes the first offer.
 */
class Leg {
  readonly pc: RTCPeerConnection
  readonly #ports: LegPorts
  #isHeld: boolean
  #isOffering = false
  #isIgnoring = false
  #isClosed = false
  #chain: Promise<void> = Promise.resolve()
  #mending: ReturnType<typeof setTimeout> | undefined

  constructor(ports: LegPorts) {
    this.#ports = ports
    this.#isHeld = ports.isHeld
    this.pc = new RTCPeerConnection({ iceServers: ports.servers })
    this.pc.onnegotiationneeded = () => void this.#offer()
    this.pc.onicecandidate = ({ candidate }) => {
      if (!candidate) return
      const { sdpMid, sdpMLineIndex } = candidate
      ports.send({ kind: 'candidate', candidate: candidate.candidate, sdpMid, sdpMLineIndex })
    }
    this.pc.ontrack = ({ track, streams }) => ports.onSound(streams[0] ?? new MediaStream([track]))
    this.pc.onconnectionstatechange = () => this.#onState()
    if (ports.track) this.pc.addTrack(ports.track, ports.stream)
  }

  hear(signal: CallSignal): void {
    this.#chain = this.#chain.then(() => (this.#isClosed ? undefined : this.#take(signal)))
  }
  /** No sound either way while held; the side that did not begin says so to the other. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    if (!this.#ports.begins) this.#turn()
  }
  replace(track: MediaStreamTrack): void {
    const [sender] = this.pc.getSenders()
    if (sender) void sender.replaceTrack(track)
    else this.pc.addTrack(track, this.#ports.stream)
  }
  /** The network has changed, or what stood is broken. */
  restart(): void {
    if (this.#isClosed) return
    if (this.#ports.begins) this.pc.restartIce()
    else this.#ports.send({ kind: 'restart' })
  }
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#mending)
    this.pc.close()
  }

  #turn(): void {
    const direction = this.#isHeld ? 'inactive' : 'sendrecv'
    for (const transceiver of this.pc.getTransceivers())
      if (transceiver.direction !== direction) transceiver.direction = direction
  }
  #onState(): void {
    const { connectionState: state } = this.pc
    if (state === 'connected') {
      clearTimeout(this.#mending)
      this.#mending = undefined
      this.#ports.onState(true)
    } else if (state === 'disconnected' || state === 'failed') {
      this.#ports.onState(false)
      this.#mending ??= setTimeout(() => this.#mend(), state === 'failed' ? 0 : restartAfterMs)
    }
  }
  #mend(): void {
    this.restart()
    this.#mending = setTimeout(() => this.#mend(), restartEveryMs)
  }
  async #offer(): Promise<void> {
    if (this.#isClosed || (!this.#ports.begins && !this.pc.remoteDescription)) return
    this.#isOffering = true
    try {
      await this.pc.setLocalDescription()
      this.#tell()
    } catch (error) {
      if (!this.#isClosed) this.#ports.onTrouble(String(error))
    } finally {
      this.#isOffering = false
    }
  }
  #tell(): void {
    const { localDescription: local } = this.pc
    if (local?.type === 'offer' || local?.type === 'answer')
      this.#ports.send({ kind: 'description', type: local.type, sdp: local.sdp })
  }
  async #take(signal: CallSignal): Promise<void> {
    try {
      if (signal.kind === 'restart') this.pc.restartIce()
      else if (signal.kind === 'description') await this.#describe(signal)
      else
        await this.pc.addIceCandidate({
          candidate: signal.candidate,
          sdpMid: signal.sdpMid,
          sdpMLineIndex: signal.sdpMLineIndex,
        })
    } catch (error) {
      // Candidates of an offer that gave way have nowhere to go.
      if (!this.#isIgnoring && !this.#isClosed) this.#ports.onTrouble(String(error))
    }
  }
  async #describe({ type, sdp }: Description): Promise<void> {
    const isCollision = type === 'offer' && (this.#isOffering || this.pc.signalingState !== 'stable')
    this.#isIgnoring = isCollision && !this.#ports.begins
    if (this.#isIgnoring) return
    await this.pc.setRemoteDescription({ type, sdp })
    if (type !== 'offer') return
    if (!this.#ports.begins) this.#turn()
    await this.pc.setLocalDescription()
    this.#tell()
  }
}
export type CallLeg = Leg
export const createLeg = (ports: LegPorts): CallLeg => new Leg(ports)
