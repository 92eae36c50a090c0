import type { CallSignal, IceServers } from '@care/contract'
import type { MyLine } from './call-state.ts'
import { type CallLeg, createLeg } from './leg.ts'
import { useSpeaker } from './microphone.ts'

type Peer = MyLine['peers'][number]

interface Standing {
  leg: CallLeg | null
  peer: Peer
  player: HTMLAudioElement
  isConnected: boolean
  wasConnected: boolean
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

/** The connections of one side, one for each sitting of the others. */
export function createLegs(ports: LegsPorts) {
  const all = new Map<string, Standing>()
  const early = new Map<string, CallSignal[]>()

  function onState(one: Standing, isConnected: boolean): void {
    const { wasConnected, isConnected: before } = one
    one.isConnected = isConnected
    one.wasConnected ||= isConnected
    ports.onChange(wasConnected && before !== isConnected ? !isConnected : null)
  }
  async function open(seatId: string, peer: Peer, isHeld: () => boolean): Promise<void> {
    const player = new Audio()
    player.autoplay = true
    const one: Standing = { leg: null, peer, player, isConnected: false, wasConnected: false }
    all.set(seatId, one)
    const servers = await ports.servers().catch((): IceServers => [])
    const stream = ports.stream()
    // It may have gone while the servers were asked for.
    if (all.get(seatId) !== one || !stream) return
    one.leg = createLeg({
      servers: servers.map(asBrowserWants),
      stream,
      track: stream.getAudioTracks()[0] ?? null,
      begins: peer.begins,
      isHeld: isHeld(),
      send: (signal) => ports.signal(seatId, signal),
      onSound: (sound) => {
        player.srcObject = sound
        const outputId = ports.outputId()
        if (outputId !== null) void useSpeaker(player, outputId)
        void player.play().catch(() => undefined)
      },
      onState: (isConnected) => onState(one, isConnected),
      onTrouble: ports.onTrouble,
    })
    for (const signal of early.get(seatId) ?? []) one.leg.hear(signal)
    early.delete(seatId)
  }
  function close(seatId: string): void {
    const one = all.get(seatId)
    all.delete(seatId)
    one?.leg?.close()
    if (one) one.player.srcObject = null
  }

  let state: MyLine['state'] = 'waiting'
  /** The customer is held, a colleague who is asked is not. */
  const isHeldWith = ({ side }: Peer): boolean => state === 'held' && side !== 'consult'
  const aside = (): Standing | undefined => [...all.values()].find(({ peer }) => peer.side === 'consult')
  const main = (): Standing | undefined => aside() ?? [...all.values()][0]

  return {
    /** Opens what is new, closes what is gone, holds what is held. `isConsulted`: one is the colleague who is asked. */
    follow(peers: readonly Peer[], next: MyLine['state'], isConsulted: boolean): void {
      state = next
      const wanted = new Map(peers.flatMap((peer) => (peer.seatId === null ? [] : [[peer.seatId, peer] as const])))
      for (const seatId of all.keys()) if (!wanted.has(seatId)) close(seatId)
      for (const [seatId, peer] of wanted) {
        const known = all.get(seatId)
        const isHeld = (): boolean => isHeldWith(peer) && !isConsulted
        if (!known) void open(seatId, peer, isHeld)
        else {
          known.peer = peer
          known.leg?.hold(isHeld())
          known.player.muted = isHeld()
        }
      }
    },
    hear(seatId: string, signal: CallSignal): void {
      const leg = all.get(seatId)?.leg
      if (leg) return leg.hear(signal)
      const kept = early.get(seatId) ?? []
      if (kept.length < mostKept) early.set(seatId, [...kept, signal])
    },
    replace(stream: MediaStream): void {
      const [track] = stream.getAudioTracks()
      if (track) for (const { leg } of all.values()) leg?.replace(track)
    },
    restart: (): void => all.forEach(({ leg }) => leg?.restart()),
    restartBroken: (): void => all.forEach(({ leg, isConnected }) => isConnected || leg?.restart()),
    useSpeaker: (outputId: string | null): void => all.forEach(({ player }) => void useSpeaker(player, outputId ?? '')),
    clear(): void {
      for (const seatId of all.keys()) close(seatId)
      early.clear()
    },
    main: (): RTCPeerConnection | null => main()?.leg?.pc ?? null,
    standing() {
      const one = main()
      return {
        isConnected: one?.isConnected ?? null,
        wasConnected: one?.wasConnected ?? false,
        isAside: aside() !== undefined,
      }
    },
  }
}
