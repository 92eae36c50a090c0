import type { CallSample } from '@care/contract/wire'
import { noReading, readStats } from './stats.ts'

export interface WatchPorts {
  /** The connection to whom one talks with; null while there is none. */
  pc: () => RTCPeerConnection | null
  onLevels: (levels: { mine: number; theirs: number }) => void
  onSecond: (sample: CallSample) => void
}
const levelsEveryMs = 250
const perSecond = 4

/** Reads a connection four times a second for the levels, and each second for its quality. */
export function createWatch({ pc, onLevels, onSecond }: WatchPorts) {
  let timer: ReturnType<typeof setInterval> | undefined
  let reading = noReading
  let of: RTCPeerConnection | null = null
  let turn = 0

  async function look(): Promise<void> {
    const now = pc()
    if (now !== of) [of, reading, turn] = [now, noReading, 0]
    if (now?.connectionState !== 'connected') return
    const stats = await now.getStats()
    if (of !== now) return
    const { sample, reading: next, mine, theirs } = readStats(stats.values(), reading)
    onLevels({ mine, theirs })
    turn += 1
    if (turn % perSecond !== 0) return
    // The first second has nothing before it to differ from.
    if (turn > perSecond) onSecond(sample)
    reading = next
  }
  return {
    start: (): void => {
      timer ??= setInterval(() => void look().catch(() => undefined), levelsEveryMs)
    },
    stop: (): void => {
      clearInterval(timer)
      timer = undefined
    },
  }
}
