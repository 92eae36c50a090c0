import { media } from '@care/domain'
import { type Api, type BodyOf, type ResponseOf, room } from '@care/contract'
import { and, eq } from '../../../db/drizzle.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import type { ExecuteOptions } from '../../../kernel/execute.ts'
import type { Services } from '../../../kernel/services.ts'
import { giveBack, handOver, leaveDesk, tasksInProgress } from '../../routing/index.ts'

/** What becomes of the tasks in progress: all go back, or slow work is kept (live talks never can be). */
export type SignOutTasks = 'return' | 'keep' | undefined

/** What becomes of one task. */
export type Fate = BodyOf<Api['leaveDesk']>['tasks'][number]
type Result = ResponseOf<Api['leaveDesk']>['results'][number]

export interface SignOut {
  tasks?: SignOutTasks
  /** One by one, instead of the same for all. */
  fates?: readonly Fate[]
  reason?: string
}

/**
 * Ends the own session and goes offline at once, all of it or nothing. With tasks in progress it refuses (NOT_ALLOWED_NOW
 * with how many) until the operator has said what becomes of each; a refusal of one names it. Rule 22.
 */
export const signOut = command({
  name: 'sign-out',
  action: 'signedIn',
  load: async (ctx, _input: SignOut) => (ctx.actor.kind === 'operator' ? tasksInProgress(ctx, ctx.actor.id) : []),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, tasks, { tasks: all, fates, reason = '' }) {
    const { actor } = ctx
    if (actor.kind !== 'operator') return { results: [] }
    const isSaid = (task: Task): boolean => fates?.some(({ activityId }) => activityId === task.id) ?? all !== undefined
    if (!tasks.every(isSaid)) {
      const live = tasks.filter((task) => media[task.medium].isLive).length
      throw new AppError('NOT_ALLOWED_NOW', 'say what becomes of the tasks in progress', {
        live,
        slow: tasks.length - live,
      })
    }
    const results: Result[] = []
    for (const fate of fates ?? []) results.push(await settle(ctx, tasks, fate, reason))
    await leaveDesk(ctx, actor.id, all ?? 'keep')
    const { sessions } = ctx.tx.t
    await ctx.tx.delete(sessions).where(and(eq(sessions.id, actor.sessionId), eq(sessions.operatorId, actor.id)))
    ctx.emit('session.ended', { operatorId: actor.id, sessionId: actor.sessionId, reason: 'signOut' })
    return { results }
  },
})

type Task = Awaited<ReturnType<typeof tasksInProgress>>[number]

async function settle(ctx: Ctx, tasks: readonly Task[], fate: Fate, reason: string): Promise<Result> {
  const { activityId, operatorId, groupId, queueId } = fate
  const task = tasks.find(({ id }) => id === activityId)
  // The customer has left, or somebody has it: nothing is left to say.
  if (!task || task.operatorId === null) return { activityId, result: 'gone' }
  const wrong = (message: string): AppError =>
    new AppError('INVALID_INPUT', message, { activityId, issues: [{ path: 'tasks', message }] })
  if (fate.fate === 'keep') {
    // A colleague is asked already and may still say yes.
    if (task.transferToId !== null) return { activityId, result: 'asked' }
    if (media[task.medium].isLive) throw wrong('a live talk cannot be kept')
    return { activityId, result: 'kept' }
  }
  try {
    if (fate.fate === 'return') {
      await giveBack(ctx, task, task.operatorId, 'signedOut')
      return { activityId, result: 'returned' }
    }
    if (reason === '') throw wrong('a transfer needs a reason')
    if (operatorId !== undefined) {
      await handOver(ctx, task, { operatorId }, reason)
      return { activityId, result: 'asked' }
    }
    if (groupId !== undefined) await handOver(ctx, task, { groupId }, reason)
    else if (queueId !== undefined) await handOver(ctx, task, { queueId }, reason)
    else throw wrong('to whom')
    return { activityId, result: 'transferred' }
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.message, { ...error.details, activityId })
    throw error
  }
}

/**
 * Signs out and ends the operator's sockets on every process. Those of another session connect again by themselves,
 * which puts him back at his desk there.
 */
export async function signOutNow(
  services: Services,
  actor: OperatorActor,
  input: SignOut,
  options: ExecuteOptions,
): Promise<{ results: Result[] }> {
  const done = await services.execute(signOut, actor, input, options)
  services.live.disconnect(room.operator(actor.id))
  return done
}
