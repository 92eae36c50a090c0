import { areSkillsRelaxed, hasRoom, hasSkills, pickOperator, type RoutingStrategy, skillSet } from '@care/domain'
import { and, eq, inArray } from 'drizzle-orm'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Cause } from '../../kernel/event.ts'
import type { Services } from '../../kernel/services.ts'
import { asCandidate, availableDesks, type Desk, openMedia } from './candidates.ts'
import { offerTask } from './commands/offer-task.ts'
import type { Place } from './order.ts'
import { type WaitingActivity, type WaitingTask, waitingWork } from './waiting-work.ts'

/** Tasks looked at in one pass, and passes in one job: more is left to the next job or the sweep. */
const tasksPerPass = 100
/** Of passes in which there was something to offer; those over tasks that nobody can take cost little and are more. */
const passes = 10
const emptyPasses = 100

/** What a queue says about who gets its work. */
interface QueueRules {
  strategy: RoutingStrategy
  skills: readonly string[]
  relaxSkillsSeconds: number | null
}

/** What one job knows while it hands out work. */
interface Round {
  desks: Desk[]
  rules: ReadonlyMap<string, QueueRules>
  /** Who turned out to have no room for a medium, because another process was faster. */
  refused: Set<string>
  /** Kinds of tasks that nobody has the skills and room for. In one round that only becomes worse. */
  hopeless: Set<string>
  cause: Cause | undefined
}

/**
 * Offers what waits in these queues, oldest first, as long as somebody has room (rules 13, 14). A task that nobody can
 * take now does not hold up those behind it. Any number of processes may do so at once: `offerTask` decides.
 */
export async function routeQueues(services: Services, queueIds: readonly string[], cause?: Cause): Promise<number> {
  if (queueIds.length === 0) return 0
  const { store, clock } = services
  const desks = await availableDesks(store.read, queueIds)
  if (desks.length === 0) return 0
  const round: Round = {
    desks,
    rules: await rulesOf(services, queueIds),
    refused: new Set(),
    hopeless: new Set(),
    cause,
  }
  let offered = 0
  let from: Place | null = null
  let left = { passes, empty: emptyPasses }
  while (left.passes > 0 && left.empty > 0) {
    const now = clock.now()
    const media = openMedia(desks, now)
    if (media.length === 0) return offered
    const isPossible = (activity: WaitingActivity) => couldBeTaken(activity, round, now)
    const { tasks, next } = await waitingWork(store.read, {
      queueIds,
      media,
      from,
      limit: tasksPerPass,
      now,
      isPossible,
    })
    for (const task of tasks) if (await offerToSomebody(services, task, round)) offered++
    if (next === null) return offered
    from = next
    left = tasks.length > 0 ? { ...left, passes: left.passes - 1 } : { ...left, empty: left.empty - 1 }
  }
  return offered
}

/** Whether anybody of the queue has the skills and room for such a task, whoever of them has let it go. */
function couldBeTaken({ queueId, medium, skills, eligibleSince }: WaitingActivity, round: Round, now: number): boolean {
  const rules = queueId === null ? undefined : round.rules.get(queueId)
  if (queueId === null || !rules) return false
  const isRelaxed = areSkillsRelaxed(eligibleSince, rules.relaxSkillsSeconds, now)
  const kind = JSON.stringify([queueId, medium, isRelaxed ? null : skills])
  if (round.hopeless.has(kind)) return false
  const needed = skillSet(rules.skills, skills)
  const isPossible = round.desks.some(
    (desk) =>
      desk.queueIds.has(queueId) &&
      (isRelaxed || hasSkills(desk.skills, needed)) &&
      hasRoom(desk.capacity, desk.held, medium, now),
  )
  if (!isPossible) round.hopeless.add(kind)
  return isPossible
}

/** Rings at the best one who can take it; when he cannot after all, at the next best. Skills cost no query. */
async function offerToSomebody({ execute, clock }: Services, task: WaitingTask, round: Round): Promise<boolean> {
  const { activity, queueId } = task
  const { desks, refused, cause } = round
  const rules = round.rules.get(queueId)
  // The queue has just been removed.
  if (!rules) return false
  const needed = skillSet(rules.skills, activity.skills)
  const key = (operatorId: string) => `${operatorId} ${queueId} ${activity.medium}`
  for (;;) {
    const now = clock.now()
    const candidates = desks
      .filter(
        ({ operatorId, queueIds }) =>
          queueIds.has(queueId) && !refused.has(key(operatorId)) && !task.resting.has(operatorId),
      )
      .map((desk) => asCandidate(desk, activity.medium, needed, now))
    const picked = pickOperator({
      strategy: rules.strategy,
      candidates,
      tried: task.tried,
      preferredId: task.knowsIt,
      retryTried: true,
      skillsRelaxed: areSkillsRelaxed(activity.eligibleSince, rules.relaxSkillsSeconds, now),
    })
    const desk = desks.find((one) => one.operatorId === picked?.operatorId)
    if (!desk) return false
    try {
      await execute(offerTask, system, { activityId: activity.id, operatorId: desk.operatorId }, { cause })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Another process gave him work, or he has just left: the next best. The task itself is gone: nobody's turn.
      if (error.code !== 'NOT_ALLOWED_NOW') return false
      refused.add(key(desk.operatorId))
      continue
    }
    desk.lastOfferedAt = now
    desk.held.push({
      medium: activity.medium,
      state: 'offered',
      lastCustomerMessageAt: activity.lastCustomerMessageAt,
      acceptedAt: null,
    })
    return true
  }
}

async function rulesOf({ store }: Services, queueIds: readonly string[]): Promise<Map<string, QueueRules>> {
  const { queues } = store.t
  const rows = await store.read
    .select({
      id: queues.id,
      strategy: queues.strategy,
      skills: queues.skills,
      relaxSkillsSeconds: queues.relaxSkillsSeconds,
    })
    .from(queues)
    .where(inArray(queues.id, [...queueIds]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Offers this operator what his queues have for him, the oldest of all of them first; does nothing when he takes no offers. */
export async function routeOperator(services: Services, operatorId: string, cause?: Cause): Promise<number> {
  const { queueMembers, presence } = services.store.t
  const rows = await services.store.read
    .select({ queueId: queueMembers.queueId })
    .from(queueMembers)
    .innerJoin(presence, eq(presence.operatorId, queueMembers.operatorId))
    .where(
      and(eq(queueMembers.operatorId, operatorId), eq(presence.chosen, 'available'), eq(presence.isConnected, true)),
    )
  return routeQueues(
    services,
    rows.map((row) => row.queueId),
    cause,
  )
}
