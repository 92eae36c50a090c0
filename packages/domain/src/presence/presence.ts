import { minuteMs } from '../time.ts'

/** What an operator chooses for himself; the other axis is whether he is connected. Rule 20. */
export const chosenPresences = ['available', 'busy', 'away', 'offline'] as const

export type ChosenPresence = (typeof chosenPresences)[number]

/** Why an operator is away; `missedOffers` is set by routing. Rule 16. */
export const awayReasons = ['lunch', 'break', 'training', 'meeting', 'other', 'missedOffers'] as const

export type AwayReason = (typeof awayReasons)[number]

export type ShownPresence = 'available' | 'busy' | 'away' | 'offline'

/** How long a lost connection is forgiven: a reload, a tunnel. Rule 21. */
export const reconnectGraceMs = minuteMs

/**
 * What colleagues see: the chosen presence while connected and in the grace after losing the connection
 * (`graceUntil`, epoch ms), then offline. Rules 20, 21.
 */
export function shownPresence(operator: {
  chosen: ChosenPresence
  isConnected: boolean
  graceUntil: number | null
  /** Since when he is not to be disturbed: available in name only, and colleagues see what routing does. */
  dndSince?: number | null | undefined
  now: number
}): ShownPresence {
  const { chosen, isConnected, graceUntil, now } = operator
  const isInGrace = graceUntil !== null && now < graceUntil
  if (!isConnected && !isInGrace) return 'offline'
  return chosen === 'available' && isUndisturbed(operator) ? 'busy' : chosen
}

const isUndisturbed = ({ dndSince }: { dndSince?: number | null | undefined }): boolean => (dndSince ?? null) !== null

/**
 * Whether routing may offer him tasks: only when available, connected and open to being disturbed. The grace does not count, because
 * offers that ring unheard go on at once. Rule 21.
 */
export function takesOffers(operator: {
  chosen: ChosenPresence
  isConnected: boolean
  dndSince?: number | null | undefined
}): boolean {
  return operator.chosen === 'available' && operator.isConnected && !isUndisturbed(operator)
}
