import type { CallSignal, IceServers } from '@care/contract'
import type { MyLine } from './call-state.ts'
import { type CallLeg, createLeg } from './leg.ts'
import { chooseSpeaker } from './microphone.ts'

type Peer = MyLine['peers'][number]

interface Standing {
  leg: CallLeg | null
  peer: Peer
  player: HTMLAudioElement
  isConnected: boolean
  wasConnected: boolean
  isLate: boolean
}
export interface LegsPorts {
  servers: () => Promise<IceServers>
  stream: () => MediaStream | null
  signal: (to: string, signal: CallSignal) => void
  outputId: () => string | null
  /** A connection stands or not; `isLost` where one that stood is lost, or is back. */
  onChange: (isLost: boolean | null) => void
  onTrouble: (reason: string) => void
}

const asBrowserWants = ({ urls, username, credential }: IceServers[number]): RTCIceServer => ({
  urls,
  ...(username === undefined || credential === undefined ? {} : { username, credential }),
})

/** Signals of a side that one has not heard of yet are kept: its seat may be told a moment later. */
const mostKept = 300
/** What does not stand so long after both sides sit most likely never will, in ms: nothing of their networks meets. */
const lateAfterMs = 15_000

/** The connections of one side, one for each sitting of the others. */
class Legs {
  readonly #ports: LegsPorts
  readonly #all = new Map<string, Standing>()
  readonly #early = new Map<string, CallSignal[]>()
  #state: MyLine['state'] = 'waiting'
  #isConsulted = false

  constructor(ports: LegsPorts) {
    this.#ports = ports
  }

  /** Opens what is new, closes what is gone, holds what is held. `isConsulted`: one is the colleague who is asked. */
  follow(peers: readonly Peer[], state: MyLine['state'], isConsulted: boolean): void {
    this.#state = state
    this.#isConsulted = isConsulted
    const wanted = new Map(peers.flatMap((peer) => (peer.seatId === null ? [] : [[peer.seatId, peer] as const])))
    for (const seatId of this.#all.keys()) if (!wanted.has(seatId)) this.#close(seatId)
    for (const [seatId, peer] of wanted) {
      const known = this.#all.get(seatId)
      if (known) this.#keep(known, peer)
      else void this.#open(seatId, peer)
    }
  }
  hear(seatId: string, signal: CallSignal): void {
    const leg = this.#all.get(seatId)?.leg
    if (leg) return leg.hear(signal)
    const kept = this.#early.get(seatId) ?? []
    if (kept.length < mostKept) this.#early.set(seatId, [...kept, signal])
  }
  replace(stream: MediaStream): void {
    const [track] = stream.getAudioTracks()
    if (track) for (const { leg } of this.#all.values()) leg?.replace(track)
  }
  restart(): void {
    for (const { leg } of this.#all.values()) leg?.restart()
  }
  restartBroken(): void {
    for (const { leg, isConnected } of this.#all.values()) if (!isConnected) leg?.restart()
  }
  listenBy(outputId: string | null): void {
    for (const { player } of this.#all.values()) void chooseSpeaker(player, outputId ?? '')
  }
  clear(): void {
    for (const seatId of this.#all.keys()) this.#close(seatId)
    this.#early.clear()
  }
  /** The connection to whom one talks with now: a colleague who is asked, else the only other side. */
  main(): RTCPeerConnection | null {
    return this.#main()?.leg?.pc ?? null
  }
  /** What is heard of a side; null while it is not connected. */
  soundOf(side: Peer['side']): MediaStream | null {
    const one = [...this.#all.values()].find(({ peer }) => peer.side === side)
    return one?.player.srcObject instanceof MediaStream ? one.player.srcObject : null
  }
  standing(): { isConnected: boolean | null; wasConnected: boolean; isLate: boolean; isAside: boolean } {
    const one = this.#main()
    return {
      isConnected: one?.isConnected ?? null,
      wasConnected: one?.wasConnected ?? false,
      isLate: one?.isLate ?? false,
      isAside: one?.peer.side === 'consult',
    }
  }

  #main(): Standing | undefined {
    const all = [...this.#all.values()]
    return all.find(({ peer }) => peer.side === 'consult') ?? all[0]
  }
  /** The customer is held, a colleague who is asked is not. */
  #isHeldWith({ side }: Peer): boolean {
    return this.#state === 'held' && side !== 'consult' && !this.#isConsulted
  }
  #keep(known: Standing, peer: Peer): void {
    known.peer = peer
    known.leg?.hold(this.#isHeldWith(peer))
    known.player.muted = this.#isHeldWith(peer)
  }
  async #open(seatId: string, peer: Peer): Promise<void> {
    const player = new Audio()
    player.autoplay = true
    const one: Standing = { leg: null, peer, player, isConnected: false, wasConnected: false, isLate: false }
    this.#all.set(seatId, one)
    setTimeout(() => this.#onLate(seatId, one), lateAfterMs)
    const servers = await this.#ports.servers().catch((): IceServers => [])
    const stream = this.#ports.stream()
    // It may have gone while the servers were asked for.
    if (this.#all.get(seatId) !== one || !stream) return
    const leg = createLeg({
      servers: servers.map(asBrowserWants),
      stream,
      track: stream.getAudioTracks()[0] ?? null,
      begins: peer.begins,
      isHeld: this.#isHeldWith(peer),
      send: (signal) => this.#ports.signal(seatId, signal),
      onSound: (sound) => this.#play(player, sound),
      onState: (isConnected) => this.#onState(one, isConnected),
      onTrouble: this.#ports.onTrouble,
    })
    one.leg = leg
    for (const signal of this.#early.get(seatId) ?? []) leg.hear(signal)
    this.#early.delete(seatId)
  }
  #play(player: HTMLAudioElement, sound: MediaStream): void {
    player.srcObject = sound
    const outputId = this.#ports.outputId()
    if (outputId !== null) void chooseSpeaker(player, outputId)
    void player.play().catch(() => undefined)
  }
  #onState(one: Standing, isConnected: boolean): void {
    const { wasConnected, isConnected: before } = one
    one.isConnected = isConnected
    one.wasConnected ||= isConnected
    this.#ports.onChange(wasConnected && before !== isConnected ? !isConnected : null)
  }
  #onLate(seatId: string, one: Standing): void {
    if (this.#all.get(seatId) !== one) return
    one.isLate = true
    this.#ports.onChange(null)
  }
  #close(seatId: string): void {
    const one = this.#all.get(seatId)
    this.#all.delete(seatId)
    one?.leg?.close()
    if (one) one.player.srcObject = null
  }
}
export type CallLegs = Legs
export const createLegs = (ports: LegsPorts): CallLegs => new Legs(ports)
