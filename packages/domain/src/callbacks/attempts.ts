import { type BusinessHours, nextOpening } from '../deadlines/business-time.ts'
import { hourMs, minuteMs } from '../time.ts'
import { callbackAheadMost } from './slots.ts'

/** How a try to call somebody back went. `later`: he was reached and asked for another time. */
export const callOutcomes = ['reached', 'notReached', 'busy', 'wrongNumber', 'later'] as const

export type CallOutcome = (typeof callOutcomes)[number]

/** After so many tries without reaching him a call back is given up. */
export const callbackTriesMost = 3

/** Pauses before the next try: after the first and after the second one. */
const pauses: Readonly<Record<'notReached' | 'busy', readonly number[]>> = {
  notReached: [hourMs, 3 * hourMs],
  busy: [15 * minuteMs, 30 * minuteMs],
}

export interface Attempt {
  outcome: CallOutcome
  /** Which try it is, 1 = the first. */
  number: number
  now: number
  /** Opening hours of the queue; null = always open. */
  hours: BusinessHours | null
  /** When the operator or the customer wants the next one; null = after the pause. */
  nextTryAt: number | null
}

/** What becomes of a call back: it is over, tried again, or given up; `problem` when the next time cannot be. */
export type AfterAttempt =
  | { kind: 'done' }
  | { kind: 'again'; at: number }
  | { kind: 'givenUp' }
  | { kind: 'problem'; problem: 'timeMissing' | 'timePast' | 'timeTooFar' }

/** What follows a try (row K4). The next one without a chosen time is never outside the opening hours. */
export function afterAttempt({ outcome, number, now, hours, nextTryAt }: Attempt): AfterAttempt {
  if (outcome === 'reached' || outcome === 'wrongNumber') return { kind: 'done' }
  if (nextTryAt !== null) {
    const problem = timeProblem(nextTryAt, now)
    if (problem !== null) return { kind: 'problem', problem }
  }
  // He was there and asked for it: that counts against nobody.
  if (outcome === 'later')
    return nextTryAt === null ? { kind: 'problem', problem: 'timeMissing' } : { kind: 'again', at: nextTryAt }
  if (number >= callbackTriesMost) return { kind: 'givenUp' }
  if (nextTryAt !== null) return { kind: 'again', at: nextTryAt }
  const pause = pauses[outcome][number - 1] ?? hourMs
  const at = now + pause
  const opening = hours === null ? at : nextOpening(hours, at)
  // Hours that never open again: the next try cannot wait for them.
  return { kind: 'again', at: opening ?? at }
}

/** Why a call back cannot be planned for then; null = it can. */
export function timeProblem(at: number, now: number): 'timePast' | 'timeTooFar' | null {
  if (at <= now) return 'timePast'
  return at > now + callbackAheadMost ? 'timeTooFar' : null
}

/** A missed call makes a call back unless one was made for the same number so lately (row K4). */
export const missedCallPauseMs = hourMs
