import { overflowProblem } from '@care/domain'
import { and, eq, inArray, isNull, ne } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'

/**
 * Refuses with INVALID_INPUT a queue to overflow into that is not there or archived, the queue itself, one that comes back
 * to it, and a chain that is too long (rule 18). Queues are edited one at a time.
 */
export async function requireOverflow(ctx: Ctx, queueId: string, targetId: string | null): Promise<void> {
  if (targetId === null) return
  const { queues } = ctx.tx.t
  const rows = await ctx.tx
    .select({ id: queues.id, to: queues.overflowQueueId })
    .from(queues)
    .where(eq(queues.isActive, true))
  const problem = overflowProblem(queueId, targetId, new Map(rows.map(({ id, to }) => [id, to])))
  if (problem !== null)
    throw new AppError('INVALID_INPUT', problem, { issues: [{ path: 'overflowQueueId', message: problem }] })
}

/** So many are counted at most. */
const most = 100

/**
 * Refuses to archive a queue in which something stands or to which something leads: nothing may wait where nobody looks.
 * `details`: how many tasks wait or are in progress, how many open requests there are (100 = as many or more), which sites,
 * channels and other queues lead there.
 */
export async function refuseInUse(ctx: Ctx, queueId: string): Promise<void> {
  const { activities, requests, sites, channels, queues } = ctx.tx.t
  const work = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.queueId, queueId), inArray(activities.state, ['waiting', 'offered', 'active', 'wrapUp'])))
    .limit(most)
  const open = await ctx.tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.queueId, queueId), ne(requests.category, 'closed')))
    .limit(most)
  const leading = await ctx.tx.select({ name: sites.name }).from(sites).where(eq(sites.queueId, queueId))
  const coming = await ctx.tx
    .select({ name: channels.name })
    .from(channels)
    .where(and(eq(channels.queueId, queueId), isNull(channels.removedAt)))
  const overflowing = await ctx.tx
    .select({ name: queues.name })
    .from(queues)
    .where(and(eq(queues.overflowQueueId, queueId), eq(queues.isActive, true)))
  if (work.length + open.length + leading.length + coming.length + overflowing.length === 0) return
  throw new AppError('NOT_ALLOWED_NOW', 'the queue is in use', {
    problem: 'IN_USE',
    tasks: work.length,
    requests: open.length,
    sites: leading.map(({ name }) => name),
    channels: coming.map(({ name }) => name),
    queues: overflowing.map(({ name }) => name),
  })
}
