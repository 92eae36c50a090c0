import { pickOperator, type RoutingStrategy } from '@care/domain'
import { and, eq, inArray } from 'drizzle-orm'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Cause } from '../../kernel/event.ts'
import type { Services } from '../../kernel/services.ts'
import { asCandidate, availableDesks, type Desk, openMedia } from './candidates.ts'
import { offerTask } from './commands/offer-task.ts'
import type { Place } from './order.ts'
import { type WaitingTask, waitingWork } from './waiting-work.ts'

/** Tasks looked at in one pass, and passes in one job: more is left to the next job or the sweep. */
const tasksPerPass = 100
const passes = 10

/** What one job knows while it hands out work. */
interface Round {
  desks: Desk[]
  strategies: ReadonlyMap<string, RoutingStrategy>
  /** Who turned out to have no room for a medium, because another process was faster. */
  refused: Set<string>
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
  const round: Round = { desks, strategies: await strategiesOf(services, queueIds), refused: new Set(), cause }
  let offered = 0
  let from: Place | null = null
  for (let pass = 0; pass < passes; pass++) {
    const media = openMedia(desks, clock.now())
    if (media.length === 0) return offered
    const tasks: WaitingTask[] = await waitingWork(store.read, queueIds, media, from, tasksPerPass, clock.now())
    for (const task of tasks) if (await offerToSomebody(services, task, round)) offered++
    from = tasks.at(-1)?.activity ?? null
    if (from === null || tasks.length < tasksPerPass) return offered
  }
  return offered
}

/** Rings at the best one who can take it; when he cannot after all, at the next best. */
async function offerToSomebody({ execute, clock }: Services, task: WaitingTask, round: Round): Promise<boolean> {
  const { activity, queueId } = task
  const { desks, strategies, refused, cause } = round
  const key = (operatorId: string) => `${operatorId} ${queueId} ${activity.medium}`
  for (;;) {
    const now = clock.now()
    const candidates = desks
      .filter(
        ({ operatorId, queueIds }) =>
          queueIds.has(queueId) && !refused.has(key(operatorId)) && !task.resting.has(operatorId),
      )
      .map((desk) => asCandidate(desk, activity.medium, now))
    const strategy = strategies.get(queueId) ?? 'longestIdle'
    const picked = pickOperator({
      strategy,
      candidates,
      tried: task.tried,
      preferredId: task.knowsIt,
      retryTried: true,
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

async function strategiesOf({ store }: Services, queueIds: readonly string[]): Promise<Map<string, RoutingStrategy>> {
  const { queues } = store.t
  const rows = await store.read
    .select({ id: queues.id, strategy: queues.strategy })
    .from(queues)
    .where(inArray(queues.id, [...queueIds]))
  return new Map(rows.map((row) => [row.id, row.strategy]))
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
