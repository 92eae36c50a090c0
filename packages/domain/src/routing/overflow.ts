/** What a customer can be offered who waits too long. Rule 18. */
export const overflowOffers = ['message', 'callback'] as const

export type OverflowOffer = (typeof overflowOffers)[number]

/** Shortest and longest limit of a queue, in seconds. Rule 18. */
export const overflowSecondsLimits = { least: 10, most: 86_400 } as const

/** Through so many queues work overflows at most in one wait. Rule 18. */
export const overflowHopsMost = 5

/** How long it lets a customer wait before a group's task goes to its queue, in seconds. Rule 24. */
export const groupWaitSeconds = { default: 120, least: 10, most: 3_600 } as const

/** What a queue says about work that waits too long in it. */
export interface OverflowSettings {
  id: string
  overflowSeconds: number | null
  overflowQueueId: string | null
  overflowOffer: OverflowOffer | null
  isActive: boolean
  isOpen: boolean
}

/** Where the work goes and what its customer is offered; null = it stays, nothing is offered. */
export interface Overflow {
  toQueueId: string | null
  offer: OverflowOffer | null
}

/**
 * What becomes of work that has waited longer than its queue's limit. `path` are the queues from which it overflowed in
 * this wait: it never comes back to one of them, nor to a queue that is closed now or archived. Rule 18.
 */
export function overflowOf(
  queue: OverflowSettings,
  target: OverflowSettings | null,
  path: readonly string[],
): Overflow {
  if (queue.overflowSeconds === null) return { toQueueId: null, offer: null }
  const mayGo =
    target !== null &&
    target.id === queue.overflowQueueId &&
    target.id !== queue.id &&
    target.isActive &&
    target.isOpen &&
    !path.includes(target.id) &&
    path.length < overflowHopsMost
  return { toQueueId: mayGo ? target.id : null, offer: queue.overflowOffer }
}

/** Why a queue cannot overflow into another one. */
export type OverflowProblem = 'unknown' | 'self' | 'circle' | 'tooLong'

/**
 * Whether `queueId` may overflow into `targetId`, with what the other queues say now; null = it may. A new queue is ''.
 * Rule 18.
 */
export function overflowProblem(
  queueId: string,
  targetId: string,
  targets: ReadonlyMap<string, string | null>,
): OverflowProblem | null {
  if (targetId === queueId) return 'self'
  if (!targets.has(targetId)) return 'unknown'
  let hops = 1
  for (let at = targets.get(targetId) ?? null; at !== null; at = targets.get(at) ?? null) {
    if (at === queueId) return 'circle'
    hops += 1
    // Also where others of old stand in a circle of their own.
    if (hops > overflowHopsMost) return 'tooLong'
  }
  return null
}
