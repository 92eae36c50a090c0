export const callLevels = ['good', 'fair', 'poor'] as const
export type CallLevel = (typeof callLevels)[number]

/** One second of a call; null where the browser could not tell yet. */
export interface CallSample {
  /** To the other side and back, in ms. */
  delayMs: number | null
  jitterMs: number | null
  /** Packets that did not arrive, of a hundred. */
  lossPercent: number | null
}

/**
 * From where on it is fair and poor. Delay: ITU-T G.114 has 150 ms one way as good and 400 as the limit, and it is
 * measured both ways; jitter and loss are what Opus conceals and what is heard.
 */
const bounds = {
  delayMs: [300, 600],
  jitterMs: [30, 60],
  lossPercent: [2, 6],
} as const satisfies Record<keyof CallSample, readonly [number, number]>

/** Good, fair or poor: as its worst figure. */
export function rateCall(sample: CallSample): CallLevel {
  const ranks = Object.entries(bounds).map(([name, [fair, poor]]) => {
    const value = sample[name as keyof CallSample] ?? 0
    return Number(value >= fair) + Number(value >= poor)
  })
  return callLevels[Math.max(...ranks)] ?? 'good'
}

/** What is shown, and since how many seconds another level would be. */
export interface ShownLevel {
  level: CallLevel
  other: CallLevel
  times: number
}
export const levelAtFirst: ShownLevel = { level: 'good', other: 'good', times: 0 }
const secondsToTurn = 3

/** What is shown turns only when three seconds in a row say the same: one lost packet is no bad line. */
export function settleLevel(shown: ShownLevel, level: CallLevel): ShownLevel {
  if (level === shown.level) return { level, other: level, times: 0 }
  const times = level === shown.other ? shown.times + 1 : 1
  return times >= secondsToTurn ? { level, other: level, times: 0 } : { level: shown.level, other: level, times }
}
