/** The life of a call: it rings until somebody answers, is talked on or held, and has ended. */
export const callStates = ['ringing', 'active', 'held', 'ended'] as const
export type CallState = (typeof callStates)[number]

/** What can happen to it. `pass`: another operator has it now; `return`: it waits in its queue again. */
export const callSteps = ['answer', 'hold', 'resume', 'pass', 'return', 'end'] as const
export type CallStep = (typeof callSteps)[number]

const next: Record<CallState, Partial<Record<CallStep, CallState>>> = {
  ringing: { answer: 'active', end: 'ended' },
  active: { hold: 'held', pass: 'active', return: 'ringing', end: 'ended' },
  held: { resume: 'active', pass: 'active', return: 'ringing', end: 'ended' },
  ended: {},
}

/** What of a call changes with its steps; all times in epoch milliseconds. */
export interface CallTimes {
  state: CallState
  /** The first answer; who has it later does not change it. */
  answeredAt: number | null
  heldSince: number | null
  /** All holds that are over, together. */
  heldMs: number
  endedAt: number | null
}

export const newCall: CallTimes = { state: 'ringing', answeredAt: null, heldSince: null, heldMs: 0, endedAt: null }

/** The call after a step, or null when it cannot happen now; nothing happens after the end. Rules 2, 24. */
export function stepCall(call: CallTimes, step: CallStep, at: number): CallTimes | null {
  const state = next[call.state][step]
  if (state === undefined) return null
  const held = call.heldSince === null ? 0 : Math.max(0, at - call.heldSince)
  return {
    state,
    answeredAt: call.answeredAt ?? (step === 'answer' ? at : null),
    heldSince: state === 'held' ? at : null,
    heldMs: call.heldMs + held,
    endedAt: state === 'ended' ? at : null,
  }
}

/** How long the two have been connected, holds included, in ms; null when nobody ever answered. */
export const talkMs = ({ answeredAt, endedAt }: CallTimes, now: number): number | null =>
  answeredAt === null ? null : Math.max(0, (endedAt ?? now) - answeredAt)
