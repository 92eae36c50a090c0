import type { CallDetails } from '@care/contract'
import type { CallState } from '@care/client/calls'
import type { PhoneCallState } from '@care/client/softphone'

type Legs = readonly PhoneCallState[]

const isOn = ({ phase }: PhoneCallState): boolean => phase !== 'ended'
const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')
/** So many digits of a number tell it from all others that may ring in the same moment. */
const tellingDigits = 7

/** Two ways of writing one number: an exchange may leave the country out. */
export function isSameNumber(a: string, b: string): boolean {
  const [one, other] = [digitsOf(a), digitsOf(b)]
  if (Math.min(one.length, other.length) < tellingDigits) return a === b
  return one.endsWith(other) || other.endsWith(one)
}

/** The line’s side of one’s call; null while it has none. `dialledId`: what this window has dialled for it. */
export function legOf(call: CallDetails, legs: Legs, dialledId: string | undefined): PhoneCallState | null {
  const { phone, mySeat } = call
  if (!phone || !mySeat) return null
  const on = legs.filter(isOn)
  if (mySeat.side === 'consult') return on.find(({ number }) => number === phone.operatorLine) ?? null
  const named = on.find(({ id }) => id === phone.callId || id === dialledId)
  const { number } = phone
  if (named || number === null) return named ?? null
  // Handed over: the exchange has another name for it, and has not told it yet.
  return on.find((leg) => leg.direction === 'in' && leg.phase !== 'ringing' && isSameNumber(leg.number, number)) ?? null
}

/** The talk with the colleague who is asked first. */
export const consultLegOf = ({ phone, mySeat }: CallDetails, legs: Legs): PhoneCallState | null =>
  (mySeat?.side === 'operator' && legs.find((leg) => isOn(leg) && leg.number === phone?.consultLine)) || null

/**
 * What rings at the line for a call that one has accepted already: its own call, its customer’s second one after a hand-over, or
 * the colleague’s who asks.
 */
export function ringsForMe(call: CallDetails, legs: Legs): PhoneCallState | null {
  const { phone, mySeat, state } = call
  if (!phone || !mySeat || state === 'ended') return null
  const ringing = legs.filter(({ phase }) => phase === 'ringing')
  if (mySeat.side === 'consult') return ringing.find(({ number }) => number === phone.operatorLine) ?? null
  const { callId, number: customers } = phone
  const own = ringing.find(({ id }) => id === callId)
  if (own || customers === null || legs.some((leg) => isOn(leg) && leg.id === callId)) return own ?? null
  return ringing.find(({ number }) => isSameNumber(number, customers)) ?? null
}

/** A leg as the pane shows a side of a call, in the words of calls in the browser. */
export function lineOfLeg(leg: PhoneCallState): CallState {
  const { phase, problem, isMuted, sample, quality, mine, theirs } = leg
  const isDeaf = phase === 'ringing' && problem !== null
  const rings = phase === 'ringing' || phase === 'calling'
  return {
    phase: isDeaf ? 'noMicrophone' : rings ? 'waiting' : phase,
    problem,
    isMuted,
    sample,
    quality,
    mine,
    theirs,
  }
}
