import { type CallSample, levelAtFirst, type ShownLevel } from '@care/contract/wire'
import type { MicrophoneProblem } from '../calls/microphone.ts'

/** An operator's line at a telephone exchange that speaks SIP over WebSocket (RFC 7118). */
export interface PhoneAccount {
  /** Of the exchange: `wss://pbx.example/ws`. */
  url: string
  /** What stands behind the @ in the address of the line. */
  domain: string
  user: string
  password: string
}

/** `lost`: it was registered, and is trying again; `refused`: only another account helps. */
export type Registration = 'off' | 'connecting' | 'registered' | 'lost' | 'refused'
/** Why a line is refused. */
export type Refusal = 'password' | 'forbidden' | 'unknownLine' | 'other'

/**
 * `ringing`: it comes in, `calling`: it goes out, nobody has answered; `held`: by this side; `reconnecting`: what stood
 * is broken.
 */
export type PhonePhase = 'ringing' | 'calling' | 'connecting' | 'talking' | 'held' | 'reconnecting' | 'ended'

/** Why a call is over; `missed`: nobody answered here, `elsewhere`: somebody else did. */
export type PhoneCause =
  | 'hungUpHere'
  | 'hungUpThere'
  | 'missed'
  | 'elsewhere'
  | 'busy'
  | 'declined'
  | 'noAnswer'
  | 'notFound'
  | 'refused'
  | 'noSound'
  | 'noMicrophone'
  | 'lineLost'
  | 'failed'

/** One call of the line; what it shares with a call in the browser is named as there. */
export interface PhoneCallState {
  /** Its Call-ID (RFC 3261, 8.1.1.4): the exchange names the call by it too. */
  id: string
  direction: 'in' | 'out'
  /** Whom it is with, as the exchange has it: a number, or a colleague's line. */
  number: string
  phase: PhonePhase
  /** Whether there was a talk at all. */
  wasAnswered: boolean
  cause: PhoneCause | null
  problem: MicrophoneProblem | 'unplugged' | null
  isMuted: boolean
  /** A hand-over that is under way, or that did not work. */
  transfer: 'asked' | 'failed' | null
  /** Of the last second, and how it is shown. */
  sample: CallSample
  quality: ShownLevel['level']
  /** How loud both are, from 0 to 1. */
  mine: number
  theirs: number
}

export interface SoftphoneState {
  registration: Registration
  refusal: Refusal | null
  calls: readonly PhoneCallState[]
}

export const softphoneAtFirst: SoftphoneState = { registration: 'off', refusal: null, calls: [] }

export const phoneCallAtFirst = (call: Pick<PhoneCallState, 'id' | 'direction' | 'number'>): PhoneCallState => ({
  ...call,
  phase: call.direction === 'in' ? 'ringing' : 'calling',
  wasAnswered: false,
  cause: null,
  problem: null,
  isMuted: false,
  transfer: null,
  sample: { delayMs: null, jitterMs: null, lossPercent: null },
  quality: levelAtFirst.level,
  mine: 0,
  theirs: 0,
})

/** What a person is to see of a call that is not over. */
export function phonePhaseOf(of: {
  direction: 'in' | 'out'
  wasAnswered: boolean
  isHeld: boolean
  isConnected: boolean
  wasConnected: boolean
}): PhonePhase {
  if (!of.wasAnswered) return of.direction === 'in' ? 'ringing' : 'calling'
  if (of.isHeld) return 'held'
  if (of.isConnected) return 'talking'
  return of.wasConnected ? 'reconnecting' : 'connecting'
}

/** Why the exchange does not take the line, by the status of its answer (RFC 3261, 21.4); null: try again later. */
export function refusalOf(status: number | null): Refusal | null {
  if (status === null || status >= 500 || status === 408 || status === 480) return null
  if (status === 401 || status === 407) return 'password'
  if (status === 403) return 'forbidden'
  return status === 404 ? 'unknownLine' : 'other'
}

const byStatus: Partial<Record<number, PhoneCause>> = {
  401: 'refused',
  403: 'refused',
  404: 'notFound',
  407: 'refused',
  408: 'noAnswer',
  480: 'noAnswer',
  484: 'notFound',
  486: 'busy',
  487: 'hungUpHere',
  488: 'noSound',
  600: 'busy',
  603: 'declined',
  604: 'notFound',
  606: 'noSound',
}
const byName: Partial<Record<string, PhoneCause>> = {
  'Connection Error': 'lineLost',
  'Request Timeout': 'lineLost',
  'RTP Timeout': 'lineLost',
  'No ACK': 'lineLost',
  'WebRTC Error': 'noSound',
  'Bad Media Description': 'noSound',
  'Incompatible SDP': 'noSound',
  'Missing SDP': 'noSound',
  'User Denied Media Access': 'noMicrophone',
}

/** Why a call is over, from what the SIP library says of it and the other side's last status and Reason (RFC 3326). */
export function causeOf(of: {
  direction: 'in' | 'out'
  wasAnswered: boolean
  isByThisSide: boolean
  name: string
  status: number | null
  reason: string | null
}): PhoneCause {
  const named = byName[of.name]
  if (named) return named
  if (of.wasAnswered) return of.isByThisSide ? 'hungUpHere' : 'hungUpThere'
  if (of.direction === 'in') {
    if (of.isByThisSide && of.name !== 'No Answer' && of.name !== 'Expires') return 'declined'
    // The exchange ends the ringing here once another line has taken the call.
    return of.reason?.includes('cause=200') || of.reason?.includes('elsewhere') ? 'elsewhere' : 'missed'
  }
  if (of.isByThisSide) return 'hungUpHere'
  return (of.status === null ? undefined : byStatus[of.status]) ?? 'failed'
}

/** The address of a number or a line (RFC 3261, 19.1). Whatever is no user part is escaped. */
export const addressOf = (numberOrUser: string, domain: string): string =>
  `sip:${encodeURIComponent(numberOrUser).replaceAll('%2B', '+').replaceAll('%2A', '*')}@${domain}`

/** So long until the next try to register after so many that failed, in ms: twice as long each time, half a minute at most. */
export const retryAfterMs = (failed: number): number => Math.min(30_000, 1_000 * 2 ** Math.max(0, failed - 1))
