import { levelAtFirst, rateCall, settleLevel } from '@care/contract/wire'
import type { EndEvent, IceCandidateEvent, RTCSession } from 'jssip/lib/RTCSession.js'
import { chooseSpeaker, closeStream } from '../calls/microphone.ts'
import { createWatch } from '../calls/watch.ts'
import { causeOf, phoneCallAtFirst, type PhoneCallState, phonePhaseOf } from './phone-state.ts'

export interface PhoneCallPorts {
  outputId: () => string | null
  onChange: (state: PhoneCallState) => void
  /** The microphone went in mid-call. */
  onUnplugged: () => void
}

/** After so long without another candidate the description is sent, in ms: waiting for all of them takes seconds. */
const candidatesWithinMs = 300
const digitMs = 160
const betweenDigitsMs = 120

/** One session of the line, from its ringing to its end, as a state that a screen can show. */
class Call {
  readonly #session: RTCSession
  readonly #ports: PhoneCallPorts
  readonly #player = new Audio()
  readonly #watch
  #state: PhoneCallState
  #pc: RTCPeerConnection | null = null
  #stream: MediaStream | null = null
  #level = levelAtFirst
  #isHeld = false
  #wasConnected = false
  #gathering: ReturnType<typeof setTimeout> | undefined

  constructor(session: RTCSession, first: Pick<PhoneCallState, 'id' | 'direction' | 'number'>, ports: PhoneCallPorts) {
    this.#session = session
    this.#ports = ports
    this.#state = phoneCallAtFirst(first)
    this.#player.autoplay = true
    this.#watch = createWatch({
      pc: () => this.#pc,
      onLevels: (levels) => this.#set(levels),
      onSecond: (sample) => {
        this.#level = settleLevel(this.#level, rateCall(sample))
        this.#set({ sample, quality: this.#level.level })
      },
    })
    session.on('peerconnection', ({ peerconnection }) => this.#connect(peerconnection))
    session.on('icecandidate', (event) => this.#gather(event))
    session.on('accepted', () => this.#set({ wasAnswered: true }))
    session.on('confirmed', () => this.#set({ wasAnswered: true }))
    // Nobody else decides whom this line calls: it could be a number that costs.
    session.on('refer', ({ reject }) => reject())
    session.on('ended', (event) => this.#end(event))
    session.on('failed', (event) => this.#end(event))
    // An outgoing session has its connection before anybody can listen.
    const { connection } = session as { connection: RTCPeerConnection | null }
    if (connection) this.#connect(connection)
  }

  get(): PhoneCallState {
    return this.#state
  }
  /** Takes an incoming call with this microphone. */
  answer(stream: MediaStream, iceServers: RTCIceServer[]): void {
    this.use(stream)
    this.#session.answer({ mediaStream: stream, pcConfig: { iceServers } })
  }
  /** The microphone that is spoken by; it is let go of with the call. */
  use(stream: MediaStream): void {
    const before = this.#stream
    this.#stream = stream
    const [track] = stream.getAudioTracks()
    if (!track) return
    track.enabled = !this.#state.isMuted
    track.addEventListener('ended', () => {
      if (this.#stream !== stream || this.#state.phase === 'ended') return
      this.#set({ problem: 'unplugged' })
      this.#ports.onUnplugged()
    })
    if (before === null) return
    void this.#pc?.getSenders()[0]?.replaceTrack(track)
    closeStream(before)
    this.#set({ problem: null })
  }
  fail(problem: PhoneCallState['problem']): void {
    if (this.#state.problem === null) this.#set({ problem })
  }
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld || !this.#session.isEstablished()) return
    const isDone = isHeld ? this.#session.hold() : this.#session.unhold()
    // False while another change of the session is under way: nothing has happened then.
    if (!isDone) return
    this.#isHeld = isHeld
    this.#player.muted = isHeld
    this.#set({})
  }
  mute(isMuted: boolean): void {
    this.#stream?.getTracks().forEach((track) => (track.enabled = !isMuted))
    this.#set({ isMuted })
  }
  /** As tones in the sound (RFC 4733) where the other side takes them, else by SIP INFO. */
  sendDigits(digits: string): void {
    if (!this.#session.isEstablished() || !/^[0-9A-D*#,]+$/i.test(digits)) return
    const sender = this.#pc?.getSenders()[0]?.dtmf
    const transportType = sender?.canInsertDTMF ? 'RFC2833' : 'INFO'
    this.#session.sendDTMF(digits, {
      duration: digitMs,
      interToneGap: betweenDigitsMs,
      transportType: transportType as never,
    })
  }
  /** The other side is asked to call `address` instead (RFC 3515); once it is through, this talk ends. */
  transfer(address: string): void {
    if (!this.#session.isEstablished()) return
    this.#set({ transfer: 'asked' })
    const failed = (): void => this.#set({ transfer: 'failed' })
    this.#session.refer(address, {
      eventHandlers: { requestFailed: failed, failed, accepted: () => this.hangUp() },
    })
  }
  hangUp(): void {
    if (!this.#session.isEnded()) this.#session.terminate()
  }
  listenBy(outputId: string | null): void {
    void chooseSpeaker(this.#player, outputId ?? '')
  }
  /** The network has changed, or what stood is broken: other ways for the sound are looked for (RFC 8445, 2.4). */
  restart(): void {
    if (this.#session.isEstablished() && this.#session.isReadyToReOffer())
      this.#session.renegotiate({ rtcOfferConstraints: { iceRestart: true } })
  }
  isOf(session: RTCSession): boolean {
    return this.#session === session
  }
  isOn(): boolean {
    return this.#state.wasAnswered && this.#state.phase !== 'ended'
  }

  #connect(pc: RTCPeerConnection): void {
    if (this.#pc === pc) return
    this.#pc = pc
    pc.addEventListener('track', ({ track, streams }) => {
      this.#player.srcObject = streams[0] ?? new MediaStream([track])
      const outputId = this.#ports.outputId()
      if (outputId !== null) void chooseSpeaker(this.#player, outputId)
      void this.#player.play().catch(() => undefined)
    })
    pc.addEventListener('connectionstatechange', () => {
      this.#wasConnected ||= pc.connectionState === 'connected'
      this.#set({})
    })
    this.#watch.start()
  }
  #gather({ ready }: IceCandidateEvent): void {
    clearTimeout(this.#gathering)
    this.#gathering = setTimeout(ready, candidatesWithinMs)
  }
  #end({ originator, message, cause }: EndEvent): void {
    clearTimeout(this.#gathering)
    this.#watch.stop()
    closeStream(this.#stream)
    this.#stream = null
    this.#player.srcObject = null
    // Without a message where this side ended it by itself.
    const last = message as { status_code?: number; getHeader?: (name: string) => string | undefined } | null
    const { direction, wasAnswered } = this.#state
    this.#state = { ...this.#state, phase: 'ended', mine: 0, theirs: 0 }
    this.#set({
      cause: causeOf({
        direction,
        wasAnswered,
        isByThisSide: (originator as string) !== 'remote',
        name: cause,
        status: last?.status_code ?? null,
        reason: last?.getHeader?.('Reason') ?? null,
      }),
    })
  }
  #set(patch: Partial<PhoneCallState>): void {
    const next = { ...this.#state, ...patch }
    const isConnected = this.#pc?.connectionState === 'connected'
    const of = { ...next, isHeld: this.#isHeld, isConnected, wasConnected: this.#wasConnected }
    this.#state = { ...next, phase: next.phase === 'ended' ? 'ended' : phonePhaseOf(of) }
    this.#ports.onChange(this.#state)
  }
}
export type PhoneCall = Call
export const createPhoneCall = (...of: ConstructorParameters<typeof Call>): PhoneCall => new Call(...of)
