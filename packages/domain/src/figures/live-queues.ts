import type { AwayReason, ShownPresence } from '../presence/presence.ts'
import { addWaits, noWaits, type QueueTargets, serviceLevel, countedWaits, type WaitCounts } from './service-level.ts'

export interface LiveOperator {
  id: string
  name: string
  shown: ShownPresence
  awayReason: AwayReason | null
  queueIds: readonly string[]
  /** Available, and would be offered one more of some live medium. */
  isFree: boolean
}
export interface LiveQueue {
  id: string
  name: string
  waiting: number
  /** Since when the one waits who waits longest, epoch ms. */
  oldestAt: number | null
  inProgress: number
  today: WaitCounts
  targets: QueueTargets
}
export type PresenceCounts = Record<ShownPresence, number> & { free: number; all: number }

/** How many operators are what; each of the list counts once (rule 45). */
export function countPresence(operators: readonly LiveOperator[]): PresenceCounts {
  const counts: PresenceCounts = { available: 0, busy: 0, away: 0, offline: 0, free: 0, all: operators.length }
  for (const operator of operators) {
    counts[operator.shown] += 1
    if (operator.isFree) counts.free += 1
  }
  return counts
}

/** The operators of one queue; one who is in two queues is in the lists of both. */
export const operatorsOf = <T extends LiveOperator>(operators: readonly T[], queueId: string): T[] =>
  operators.filter((operator) => operator.queueIds.includes(queueId))

export interface LiveTotal {
  waiting: number
  oldestAt: number | null
  inProgress: number
  today: WaitCounts
  /** The queue whose longest wait is nearest to its limit, or furthest above it. */
  tightestLimitSeconds: number
  targetPercent: number
  operators: PresenceCounts
}

/** All queues together. Targets of several queues: the strictest limit, and the percentage weighed by what counted. */
export function liveTotal(queues: readonly LiveQueue[], operators: readonly LiveOperator[]): LiveTotal {
  const oldest = queues.flatMap(({ oldestAt }) => oldestAt ?? [])
  const weights = queues.map(({ today }) => countedWaits(today))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const targetOf = (queue: LiveQueue, i: number): number =>
    queue.targets.serviceLevelPercent * (all === 0 ? 1 / queues.length : (weights[i] ?? 0) / all)
  return {
    waiting: queues.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestAt: oldest.length === 0 ? null : Math.min(...oldest),
    inProgress: queues.reduce((sum, { inProgress }) => sum + inProgress, 0),
    today: queues.reduce((sum, { today }) => addWaits(sum, today), noWaits),
    tightestLimitSeconds: queues.length === 0 ? 0 : Math.min(...queues.map(({ targets }) => targets.maxWaitSeconds)),
    targetPercent: Math.round(queues.reduce((sum, queue, i) => sum + targetOf(queue, i), 0)),
    operators: countPresence(operators),
  }
}

export type WaitTone = 'calm' | 'near' | 'over'

/** How a wait stands to its queue's limit: from half of it on it is near. */
export function waitTone(oldestAt: number | null, maxWaitSeconds: number, now: number): WaitTone {
  const waited = oldestAt === null ? 0 : now - oldestAt
  if (waited > maxWaitSeconds * 1000) return 'over'
  return waited >= maxWaitSeconds * 500 ? 'near' : 'calm'
}

/** How a service level stands to its target: within ten points below it is near. */
export function levelTone(level: number | null, targetPercent: number): WaitTone {
  if (level === null || level >= targetPercent) return 'calm'
  return level >= targetPercent - 10 ? 'near' : 'over'
}

export type LiveAlert =
  | { kind: 'longWait'; queueId: string; queueName: string; oldestAt: number; limitSeconds: number }
  | { kind: 'nobodyThere'; queueId: string; queueName: string; waiting: number }
  | { kind: 'belowTarget'; queueId: string; queueName: string; level: number; targetPercent: number }
  | { kind: 'missedOffers'; operatorId: string; operatorName: string }

/** Of so few a percentage says nothing. */
const fewestForLevel = 5

/** What somebody should do something about, most pressing first. Each kind has one action on the screen. */
export function liveAlerts(queues: readonly LiveQueue[], operators: readonly LiveOperator[], now: number): LiveAlert[] {
  const long: LiveAlert[] = []
  const nobody: LiveAlert[] = []
  const below: LiveAlert[] = []
  for (const { id: queueId, name: queueName, waiting, oldestAt, today, targets } of queues) {
    if (oldestAt !== null && waitTone(oldestAt, targets.maxWaitSeconds, now) === 'over')
      long.push({ kind: 'longWait', queueId, queueName, oldestAt, limitSeconds: targets.maxWaitSeconds })
    if (waiting > 0 && countPresence(operatorsOf(operators, queueId)).available === 0)
      nobody.push({ kind: 'nobodyThere', queueId, queueName, waiting })
    const level = serviceLevel(today)
    const { serviceLevelPercent: targetPercent } = targets
    if (level !== null && countedWaits(today) >= fewestForLevel && levelTone(level, targetPercent) === 'over')
      below.push({ kind: 'belowTarget', queueId, queueName, level, targetPercent })
  }
  const missed = operators.flatMap(({ id, name, shown, awayReason }): LiveAlert[] =>
    shown === 'away' && awayReason === 'missedOffers'
      ? [{ kind: 'missedOffers', operatorId: id, operatorName: name }]
      : [],
  )
  long.sort((a, b) => (a.kind === 'longWait' && b.kind === 'longWait' ? a.oldestAt - b.oldestAt : 0))
  return [...long, ...nobody, ...missed, ...below]
}
