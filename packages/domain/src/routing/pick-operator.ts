export const strategies = ['longestIdle', 'leastLoaded', 'roundRobin'] as const

export type RoutingStrategy = (typeof strategies)[number]

/** An operator of the queue as routing sees him; `load` and `capacity` in the same unit, times in epoch ms. */
export interface Candidate {
  operatorId: string
  idleSince: number
  load: number
  capacity: number
  lastOfferedAt: number | null
  hasRoom: boolean
  isAvailable: boolean
  /** He has every skill that the task needs. */
  isSkilled: boolean
  /** His phone can be made to ring: he has a line at the phone system of the call, or the task needs none. */
  hasLine: boolean
}

type Compare = (a: Candidate, b: Candidate) => number

const share = (c: Candidate): number => (c.capacity > 0 ? c.load / c.capacity : c.load)

const longestIdle: Compare = (a, b) => a.idleSince - b.idleSince
const leastLoaded: Compare = (a, b) => share(a) - share(b)
const roundRobin: Compare = (a, b) => {
  if (a.lastOfferedAt === b.lastOfferedAt) return 0
  if (a.lastOfferedAt === null) return -1
  if (b.lastOfferedAt === null) return 1
  return a.lastOfferedAt - b.lastOfferedAt
}
const byId: Compare = (a, b) => (a.operatorId < b.operatorId ? -1 : Number(a.operatorId > b.operatorId))

// The later comparisons only break ties, so that two servers pick the same operator.
const comparisons: Readonly<Record<RoutingStrategy, readonly Compare[]>> = {
  longestIdle: [longestIdle, roundRobin, byId],
  leastLoaded: [leastLoaded, longestIdle, roundRobin, byId],
  roundRobin: [roundRobin, longestIdle, byId],
}

/**
 * Whom to offer a task to, or null when nobody can take it. Only available operators with room; skilled ones, once
 * `skillsRelaxed` the others when no skilled one is left; one already tried for this task only with `retryTried` and
 * when no other is left, then whoever was tried longest ago; never one without a line that the task needs; `preferredId`
 * (who knows the work) before all others under the same conditions. `tried` is in the order of trying. Rules 12, 14, 16.
 */
export function pickOperator(choice: {
  strategy: RoutingStrategy
  candidates: readonly Candidate[]
  tried: ReadonlySet<string>
  preferredId?: string | null | undefined
  retryTried?: boolean | undefined
  skillsRelaxed?: boolean | undefined
}): Candidate | null {
  const turns = [...choice.tried]
  // Of those who were not tried nobody has a turn.
  const inTurn: Compare = (a, b) => turns.indexOf(a.operatorId) - turns.indexOf(b.operatorId)
  const isPreferred = (c: Candidate): number => Number(c.operatorId === choice.preferredId)
  const byPreference: Compare = (a, b) => isPreferred(b) - isPreferred(a)
  const order = [inTurn, byPreference, ...comparisons[choice.strategy]]
  const compare: Compare = (a, b) => {
    for (const by of order) {
      const difference = by(a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
  return poolOf(choice).reduce<Candidate | null>((best, c) => (best === null || compare(c, best) < 0 ? c : best), null)
}

/** The first of those that rule 14 puts one behind the other in which there is anybody. */
function poolOf({ candidates, tried, retryTried, skillsRelaxed }: Parameters<typeof pickOperator>[0]): Candidate[] {
  const able = candidates.filter(
    (c) => c.isAvailable && c.hasRoom && c.hasLine && (c.isSkilled || skillsRelaxed === true),
  )
  const untried = able.filter((c) => !tried.has(c.operatorId))
  const left = untried.length > 0 || retryTried !== true ? untried : able
  const skilled = left.filter((c) => c.isSkilled)
  return skilled.length > 0 ? skilled : left
}
