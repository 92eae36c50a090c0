/** How long an offer rings when its queue says nothing else, in seconds. Rule 16. */
export const offerSecondsDefault = 30

/** So many missed offers in a row set the operator away with reason "missed offers". Rule 16. */
export const missedOffersToAway = 2

/**
 * What one more missed offer does to its operator. Setting him away begins a new count, so that coming back
 * gives him the full number again; accepting or declining (a sign of life) also resets it to 0. Rule 16.
 */
export function afterMissed(operator: { missedInRow: number }): { missedInRow: number; setAway: boolean } {
  const missedInRow = operator.missedInRow + 1
  return missedInRow >= missedOffersToAway ? { missedInRow: 0, setAway: true } : { missedInRow, setAway: false }
}
