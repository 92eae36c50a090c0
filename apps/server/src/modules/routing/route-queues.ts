import { areSkillsRelaxed, hasRoom, hasSkills, pickOperator, type RoutingStrategy, skillSet } from '@care/domain'
import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Cause } from '../../kernel/event.ts'
import type { Services } from '../../kernel/services.ts'
import { idsOfGroupsOf } from '../groups/index.ts'
import { asCandidate, availableDesks, type Desk, hasLine, openMedia, placeOf } from './candidates.ts'
import { offerTask } from './commands/offer-task.ts'
import type { Place } from './order.ts'
import { waitsNow } from './store.ts'
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
  const desks = await availableDesks(store.read, queueIds, await groupsWaitedFor(store.read, queueIds))
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

/** Whether anybody of the queue has the skills, the line and room for such a task, whoever of them has let it go. */
function couldBeTaken(activity: WaitingActivity, round: Round, now: number): boolean {
  const { queueId, medium, skills, lines } = activity
  const placeId = placeOf(activity)
  const rules = queueId === null ? undefined : round.rules.get(queueId)
  if (placeId === null || !rules) return false
  const isRelaxed = areRelaxed(activity, rules, now)
  const kind = JSON.stringify([queueId, placeId, medium, isRelaxed ? null : skills, lines?.channelId ?? null])
  if (round.hopeless.has(kind)) return false
  const needed = skillSet(rules.skills, skills)
  const isPossible = round.desks.some(
    (desk) =>
      desk.placeIds.has(placeId) &&
      hasLine(desk, lines) &&
      (isRelaxed || hasSkills(desk.skills, needed)) &&
      hasRoom(desk.capacity, desk.held, medium, now),
  )
  if (!isPossible) round.hopeless.add(kind)
  return isPossible
}

/** Rings at the best one who can take it; when he cannot after all, at the next best. Skills cost no query. */
async function offerToSomebody({ execute, clock }: Services, task: WaitingTask, round: Round): Promise<boolean> {
  const { activity, queueId } = task
  const placeId = placeOf(activity) ?? queueId
  const { desks, refused, cause } = round
  const rules = round.rules.get(queueId)
  // The queue has just been removed.
  if (!rules) return false
  const needed = skillSet(rules.skills, activity.skills)
  const key = (operatorId: string) => `${operatorId} ${placeId} ${activity.medium}`
  for (;;) {
    const now = clock.now()
    const candidates = desks
      .filter(
        ({ operatorId, placeIds }) =>
          placeIds.has(placeId) && !refused.has(key(operatorId)) && !task.resting.has(operatorId),
      )
      .map((desk) => asCandidate(desk, activity, needed, now))
    const picked = pickOperator({
      strategy: rules.strategy,
      candidates,
      tried: task.tried,
      preferredId: task.knowsIt,
      retryTried: true,
      skillsRelaxed: areRelaxed(activity, rules, now),
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

/** Whoever hands a task to a group has chosen its people: skills only prefer among them. */
const areRelaxed = ({ groupId, eligibleSince }: WaitingActivity, rules: QueueRules, now: number): boolean =>
  groupId !== null || areSkillsRelaxed(eligibleSince, rules.relaxSkillsSeconds, now)

/** Groups in use for which something waits in these queues: mostly none. */
async function groupsWaitedFor(db: Reader, queueIds: readonly string[]): Promise<string[]> {
  const { activities, groups } = db.t
  const rows = await db
    .selectDistinct({ id: groups.id, queueId: activities.queueId })
    .from(activities)
    .innerJoin(groups, and(eq(groups.id, activities.groupId), eq(groups.isActive, true)))
    .where(and(isNotNull(activities.groupId), waitsNow(activities)))
  return [...new Set(rows.filter(({ queueId }) => queueIds.includes(queueId ?? '')).map(({ id }) => id))]
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

/** Offers this operator what his queues and groups have for him, the oldest of all first; does nothing when he takes no offers. */
export async function routeOperator(services: Services, operatorId: string, cause?: Cause): Promise<number> {
  const { read } = services.store
  const { activities, queueMembers, presence } = read.t
  const [there] = await read
    .select({ id: presence.operatorId })
    .from(presence)
    .where(and(eq(presence.operatorId, operatorId), eq(presence.chosen, 'available'), eq(presence.isConnected, true)))
  if (!there) return 0
  const own = await read
    .select({ queueId: queueMembers.queueId })
    .from(queueMembers)
    .where(eq(queueMembers.operatorId, operatorId))
  const ofGroups = await read
    .selectDistinct({ queueId: activities.queueId })
    .from(activities)
    .where(and(inArray(activities.groupId, idsOfGroupsOf(read, operatorId)), waitsNow(activities)))
  const queueIds = new Set([...own, ...ofGroups].flatMap(({ queueId }) => queueId ?? []))
  return routeQueues(services, [...queueIds], cause)
}
