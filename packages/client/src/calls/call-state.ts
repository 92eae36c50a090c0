import type { CallDetails, CallNote, CallSignal, IceServers } from '@care/contract'
import { type CallSample, levelAtFirst, type ShownLevel } from '@care/contract/wire'
import type { MicrophoneProblem } from './microphone.ts'

/** How the server has it, for one side; the desk’s and the widget’s views both are it. */
export interface MyLine {
  /** `waiting` and `ringing` are the same, in the words of either side. */
  state: 'waiting' | 'ringing' | 'active' | 'held' | 'ended'
  mySeat: CallDetails['mySeat']
  peers: CallDetails['peers']
}

export interface CallPorts {
  /** Takes the side for this window; rejects with CALL_ELSEWHERE where another has it. */
  sit(seat: { tabId: string; takesOver: boolean; seatId?: string }): Promise<MyLine>
  signal(body: { from: string; to: string; signal: CallSignal }): Promise<unknown>
  note(note: CallNote): Promise<unknown>
  servers(): Promise<IceServers>
}

/**
 * `preparing`: the microphone is asked for; `waiting`: nobody has answered; `elsewhere`: another window has it;
 * `unreachable`: no way to the other side was found so far; `reconnecting`: what stood is broken.
 */
export type CallPhase =
  | 'preparing'
  | 'noMicrophone'
  | 'waiting'
  | 'connecting'
  | 'unreachable'
  | 'talking'
  | 'held'
  | 'reconnecting'
  | 'elsewhere'
  | 'ended'

export interface CallState {
  phase: CallPhase
  /** Why there is no microphone; `unplugged`: it went in mid-call, the other side is still heard. */
  problem: MicrophoneProblem | 'unplugged' | null
  isMuted: boolean
  /** Of the last second, and how it is shown. */
  sample: CallSample
  quality: ShownLevel['level']
  /** How loud both are, from 0 to 1. */
  mine: number
  theirs: number
}

export const callAtFirst: CallState = {
  phase: 'preparing',
  problem: null,
  isMuted: false,
  sample: { delayMs: null, jitterMs: null, lossPercent: null },
  quality: levelAtFirst.level,
  mine: 0,
  theirs: 0,
}

/** What a person is to see of a line whose microphone is open. */
export function phaseOf(of: {
  line: MyLine
  seatId: string | null
  /** How the connection to whom one talks with stands; null: there is none yet. */
  isConnected: boolean | null
  wasConnected: boolean
  /** It should have stood by now. */
  isLate: boolean
  /** A colleague is talked to: the customer is held meanwhile. */
  isAside: boolean
}): CallPhase {
  const { line, seatId, isConnected, wasConnected, isLate, isAside } = of
  if (line.state === 'ended') return 'ended'
  if (seatId !== null && line.mySeat !== null && line.mySeat.seatId !== seatId) return 'elsewhere'
  if (line.state === 'waiting' || line.state === 'ringing') return 'waiting'
  if (line.state === 'held' && !isAside) return 'held'
  if (isConnected === true) return 'talking'
  if (wasConnected) return 'reconnecting'
  return isLate ? 'unreachable' : 'connecting'
}
