/** A customer who leaves so soon was hardly there: he does not count. Rule 19. */
export const shortAbandonMs = 10_000

/** What a queue promises; each queue has its own. */
export interface QueueTargets {
  /** Accepted within so long is in target. */
  serviceLevelSeconds: number
  /** So many of a hundred should be. */
  serviceLevelPercent: number
  /** Nobody should wait longer. */
  maxWaitSeconds: number
}
export const defaultTargets: QueueTargets = { serviceLevelSeconds: 60, serviceLevelPercent: 90, maxWaitSeconds: 300 }

/** Waits that ended on one day. `abandoned` includes the short ones. */
export interface WaitCounts {
  accepted: number
  acceptedInTime: number
  abandoned: number
  shortAbandoned: number
}
export const noWaits: WaitCounts = { accepted: 0, acceptedInTime: 0, abandoned: 0, shortAbandoned: 0 }

export const addWaits = (a: WaitCounts, b: WaitCounts): WaitCounts => ({
  accepted: a.accepted + b.accepted,
  acceptedInTime: a.acceptedInTime + b.acceptedInTime,
  abandoned: a.abandoned + b.abandoned,
  shortAbandoned: a.shortAbandoned + b.shortAbandoned,
})

/** Waits that count: accepted ones and those who left, but not at once (rules 19, 45). */
export const countedWaits = (waits: WaitCounts): number => waits.accepted + waits.abandoned - waits.shortAbandoned

/** Accepted within the threshold of every hundred that count; null while there are none (rule 45). */
export function serviceLevel(waits: WaitCounts): number | null {
  const all = countedWaits(waits)
  return all === 0 ? null : (100 * waits.acceptedInTime) / all
}

export const isShortAbandon = (waitedMs: number): boolean => waitedMs < shortAbandonMs
