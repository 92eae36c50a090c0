/**
 * The life of an activity: it waits in a queue, is offered to one operator, is active in his progress, is
 * wrapped up, and has ended.
 */
export const activityStates = ['waiting', 'offered', 'active', 'wrapUp', 'ended'] as const

export type ActivityState = (typeof activityStates)[number]

/** Why an activity ended. `abandoned`: the customer left before anyone accepted. Rule 19. */
export const endReasons = ['closed', 'customerLeft', 'operatorEnded', 'abandoned', 'autoClosed', 'moved'] as const

export type EndReason = (typeof endReasons)[number]

/** What each state may become; each line says why. */
export const activityTransitions: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  // offered by routing; taken by hand; abandoned or closed
  waiting: ['offered', 'active', 'ended'],
  // declined or missed; accepted; abandoned or closed
  offered: ['waiting', 'active', 'ended'],
  // returned to the queue; the interaction is over; closed
  active: ['waiting', 'wrapUp', 'ended'],
  // the customer came back; done
  wrapUp: ['active', 'ended'],
  // the customer answered later; reactivated by hand or the ending undone
  ended: ['waiting', 'active'],
}

/** Whether an activity may go from one state to the other in one step; staying is no step. */
export function canBecome(from: ActivityState, to: ActivityState): boolean {
  return activityTransitions[from].includes(to)
}

/** Whether something is still to be done about the activity. */
export function isOpenActivity(state: ActivityState): boolean {
  return state !== 'ended'
}
