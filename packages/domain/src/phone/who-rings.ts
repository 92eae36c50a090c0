import type { ActivityState } from '../activity/activity-state.ts'

/** So long a call without any event goes on before it is taken to be over, in ms: its end was lost. */
export const silentCallMs = 4 * 60 * 60_000
/** A caller who waits is asked about each second; two minutes of silence say that he, or the phone system, is gone. */
export const silentAskMs = 120_000
/** So long more may come of a call whose lines are all gone, or of which too little is known, in ms. */
export const settleCallMs = 5_000
/** How far the phone system's clock may be off before it is not believed, in ms. */
export const clockSkewMs = 300_000

/** What a phone system is told that asks who is to ring. `end`: it needs not ask again. */
export type WhoRings =
  | { answer: 'wait' }
  | { answer: 'ring'; userName: string; extension: string | null }
  | { answer: 'end'; reason: 'over' | 'closed' }

export interface Line {
  userName: string
  extension: string | null
}

/**
 * Who rings for a waiting call: whoever is offered its task now, or has taken it (rules 13 to 16). Who has no line at this
 * phone system cannot be rung: the caller waits until it is somebody else's.
 */
export function whoRings(call: { state: ActivityState; line: Line | null }): WhoRings {
  const { state, line } = call
  if (state === 'ended' || state === 'wrapUp') return { answer: 'end', reason: 'over' }
  if ((state === 'offered' || state === 'active') && line !== null) return { answer: 'ring', ...line }
  return { answer: 'wait' }
}

/** When an event is taken to have happened: as the phone system says, unless its clock is plainly wrong. */
export const believedAt = (said: number | null, receivedAt: number, oldestMs = 7 * 24 * 60 * 60_000): number =>
  said === null || said > receivedAt + clockSkewMs || said < receivedAt - oldestMs ? receivedAt : said
