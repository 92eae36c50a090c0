/**
 * The life of an activity: it may be planned for later, when nobody is offered it yet; it waits in a queue, is offered to one operator, is active in his progress, is
 * wrapped up, and has ended.
 */
export const activityStates = ['planned', 'waiting', 'offered', 'active', 'wrapUp', 'ended'] as const

export type ActivityState = (typeof activityStates)[number]

/**
 * Why an activity ended. `abandoned`: the customer left before anyone accepted (rule 19); `connectionLost`: one of two who
 * talked by voice did not come back in time.
 */
export const endReasons = [
  'closed',
  'customerLeft',
  'operatorEnded',
  'abandoned',
  'autoClosed',
  'moved',
  'connectionLost',
] as const

export type EndReason = (typeof endReasons)[number]

/** Whether the two talk no more: it has ended, or its operator wraps it up. */
export function isTalkOver(state: ActivityState): boolean {
  return state === 'ended' || state === 'wrapUp'
}

/** Whether something is still to be done about the activity. */
export function isOpenActivity(state: ActivityState): boolean {
  return state !== 'ended'
}
