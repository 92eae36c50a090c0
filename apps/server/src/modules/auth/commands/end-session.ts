import { and, eq } from '../../../db/drizzle.ts'
import { room } from '@care/contract'
import type { Actor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import type { ExecuteOptions } from '../../../kernel/execute.ts'
import type { Services } from '../../../kernel/services.ts'

export interface EndSession {
  sessionId: string
  reason: 'signOut' | 'revoked' | 'expired'
}

/** Ends one session of one's own. Refuses those of others as if there were none. */
export const endSession = command({
  name: 'end-session',
  action: 'signedIn',
  async load({ tx }, { sessionId }: EndSession) {
    const { sessions } = tx.t
    const [session] = await tx
      .select({ operatorId: sessions.operatorId })
      .from(sessions)
      .where(eq(sessions.id, sessionId))
    if (!session) throw notFound('session')
    return session
  },
  allow({ actor }, session) {
    if (actor.kind === 'operator' && actor.id !== session.operatorId) throw notFound('session')
    return true
  },
  async run(ctx, { operatorId }, { sessionId, reason }) {
    const { sessions } = ctx.tx.t
    const gone = await ctx.tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.operatorId, operatorId)))
      .returning({ id: sessions.id })
    if (gone.length > 0) ctx.emit('session.ended', { operatorId, sessionId, reason })
    return { operatorId }
  },
})

/** Ends a session and, once it is committed, its sockets on every process. */
export async function endSessionNow(
  services: Services,
  actor: Actor,
  input: EndSession,
  options?: ExecuteOptions,
): Promise<void> {
  await services.execute(endSession, actor, input, options)
  services.live.disconnect(room.session(input.sessionId))
}
