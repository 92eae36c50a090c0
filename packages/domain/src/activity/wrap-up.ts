import type { Outcome } from '../request/outcome.ts'
import type { EndReason } from './activity-state.ts'

/** How long a new queue gives for wrap-up, in seconds. */
export const wrapUpSecondsDefault = 60
export const wrapUpSecondsMost = 3600

/** With "More time" a wrap-up lasts at most so many times its queue's limit. */
const mostLimits = 3

const talkEnds: ReadonlySet<EndReason> = new Set<EndReason>(['operatorEnded', 'customerLeft', 'connectionLost'])

/**
 * Until when the operator wraps up an interaction that ended at `endedAt`, by his queue's limit; null when there is no
 * wrap-up: none set, or it did not end between the two who talked. Row T7.
 */
export function wrapUpUntil(end: { reason: EndReason; endedAt: number; seconds: number | null }): number | null {
  const { reason, endedAt, seconds } = end
  if (seconds === null || seconds <= 0) return null
  return talkEnds.has(reason) ? endedAt + seconds * 1000 : null
}

/** The end after "More time": the queue's limit again from now, and never past three limits in all; null when it is there already. */
export function moreWrapUp(wrapUp: {
  until: number
  endedAt: number
  seconds: number | null
  now: number
}): number | null {
  const limitMs = (wrapUp.seconds ?? 0) * 1000
  const until = Math.min(wrapUp.now + limitMs, wrapUp.endedAt + mostLimits * limitMs)
  return until > wrapUp.until ? until : null
}

/**
 * The outcome that is recorded when nobody chooses one: the one its type names, else the first that a person may give;
 * null when the type has none. Row T7.
 */
export function defaultOutcomeOf(
  outcomes: readonly (Pick<Outcome, 'key' | 'isSystem'> & { isRetired?: boolean })[],
  named: string | null,
): string | null {
  const given = outcomes.filter((outcome) => !outcome.isSystem && !outcome.isRetired)
  return (given.find(({ key }) => key === named) ?? given[0])?.key ?? null
}
