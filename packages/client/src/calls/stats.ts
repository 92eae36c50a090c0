import type { CallSample } from '@care/contract/wire'

/** What of a connection is counted from its beginning; the difference of two readings is what happened in between. */
export interface Reading {
  received: number
  lost: number
}
export const noReading: Reading = { received: 0, lost: 0 }

interface Stat {
  type: string
  kind?: string
  state?: string
  nominated?: boolean
  currentRoundTripTime?: number
  roundTripTime?: number
  jitter?: number
  packetsReceived?: number
  packetsLost?: number
  audioLevel?: number
}
const ms = (seconds: number | undefined): number | null => (seconds === undefined ? null : seconds * 1_000)

/**
 * One second of a call from the browser's statistics (W3C webrtc-stats): delay there and back, jitter, and how many of
 * the packets since the last reading did not arrive. Levels are from 0 to 1.
 */
export function readStats(
  report: Iterable<Stat>,
  before: Reading,
): { sample: CallSample; reading: Reading; mine: number; theirs: number } {
  const stats = [...report]
  const inbound = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
  const pair = stats.find(
    ({ type, state, currentRoundTripTime }) =>
      type === 'candidate-pair' && state === 'succeeded' && currentRoundTripTime !== undefined,
  )
  const remote = stats.find(({ type }) => type === 'remote-inbound-rtp')
  const reading = { received: inbound?.packetsReceived ?? 0, lost: Math.max(0, inbound?.packetsLost ?? 0) }
  const received = Math.max(0, reading.received - before.received)
  const lost = Math.max(0, reading.lost - before.lost)
  return {
    reading,
    mine: stats.find(({ type }) => type === 'media-source')?.audioLevel ?? 0,
    theirs: inbound?.audioLevel ?? 0,
    sample: {
      delayMs: ms(pair?.currentRoundTripTime ?? remote?.roundTripTime),
      jitterMs: ms(inbound?.jitter),
      lossPercent: received + lost === 0 ? null : (lost / (received + lost)) * 100,
    },
  }
}
