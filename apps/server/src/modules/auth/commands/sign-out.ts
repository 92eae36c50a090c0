import { media } from '@care/domain'
import { room } from '@care/contract'
import { and, eq } from 'drizzle-orm'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type { ExecuteOptions } from '../../../kernel/execute.ts'
import type { Services } from '../../../kernel/services.ts'
import { leaveDesk, tasksInProgress } from '../../routing/index.ts'

/** What becomes of the tasks in progress: all go back, or slow work is kept (live talks never can be). */
export type SignOutTasks = 'return' | 'keep' | undefined

/**
 * Ends the own session and goes offline at once. With live tasks in progress it refuses (NOT_ALLOWED_NOW with how
 * many) until the operator has said what becomes of them. Rule 22.
 */
export const signOut = command({
  name: 'sign-out',
  action: 'signedIn',
  load: async (ctx) => (ctx.actor.kind === 'operator' ? tasksInProgress(ctx, ctx.actor.id) : []),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, tasks, { tasks: fate }: { tasks: SignOutTasks }) {
    const { actor } = ctx
    if (actor.kind !== 'operator') return null
    const live = tasks.filter((task) => media[task.medium].isLive).length
    if (live > 0 && fate === undefined)
      throw new AppError('NOT_ALLOWED_NOW', 'say what becomes of the tasks in progress', {
        live,
        slow: tasks.length - live,
      })
    await leaveDesk(ctx, actor.id, fate ?? 'keep')
    const { sessions } = ctx.tx.t
    await ctx.tx.delete(sessions).where(and(eq(sessions.id, actor.sessionId), eq(sessions.operatorId, actor.id)))
    ctx.emit('session.ended', { operatorId: actor.id, sessionId: actor.sessionId, reason: 'signOut' })
    return null
  },
})

/**
 * Signs out and ends the operator's sockets on every process. Those of another session connect again by themselves,
 * which puts him back at his desk there.
 */
export async function signOutNow(
  services: Services,
  actor: OperatorActor,
  tasks: SignOutTasks,
  options: ExecuteOptions,
): Promise<void> {
  await services.execute(signOut, actor, { tasks }, options)
  services.live.disconnect(room.operator(actor.id))
}
