function median(values: readonly number[]): number | null {
  const sorted = values.filter((value) => Number.isFinite(value) && value >= 0).sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper
  return ((lower ?? upper) + upper) / 2
}

/**
 * How long a customer at this place (1 = next) will probably wait, in whole seconds; null when nobody is
 * available or nothing is known. Half from how fast the operators get through those before him, half from how
 * long others have waited lately, which knows what the first cannot: several chats at once, pauses. Rule 18.
 */
export function expectedWaitSeconds(queue: {
  place: number
  /** Whole waits of those accepted lately, in seconds. */
  recentWaits: readonly number[]
  /** How long one task takes lately, in seconds; null when there was none. */
  recentHandleSeconds: number | null
  operatorsAvailable: number
}): number | null {
  if (!(queue.operatorsAvailable > 0)) return null
  const byWaits = median(queue.recentWaits)
  const handle = queue.recentHandleSeconds
  const byPace =
    handle === null || !(handle >= 0) ? null : (Math.max(1, queue.place) * handle) / queue.operatorsAvailable
  if (byPace === null) return byWaits === null ? null : Math.ceil(byWaits)
  return Math.ceil(byWaits === null ? byPace : (byPace + byWaits) / 2)
}
