import { and, eq, ne } from '../../db/drizzle.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { Projections } from '../../kernel/module.ts'
import type {} from '../operators/index.ts'
import type {} from './events.ts'

/** Whoever is signed in with what holds no more is signed out, on every device. */
async function endSessionsOf(ctx: Ctx, operatorId: string, keepSessionId: string | null): Promise<void> {
  const { sessions } = ctx.tx.t
  const gone = await ctx.tx
    .delete(sessions)
    .where(
      and(eq(sessions.operatorId, operatorId), keepSessionId === null ? undefined : ne(sessions.id, keepSessionId)),
    )
    .returning({ id: sessions.id })
  for (const { id: sessionId } of gone) ctx.emit('session.ended', { operatorId, sessionId, reason: 'revoked' })
}

/** Sockets end after the commit: the door of the command sees to that. */
export const authProjections: Projections = {
  'operator.closed': (ctx, { facts }) => endSessionsOf(ctx, facts.operatorId, null),
  'operator.passwordSet': (ctx, { facts }) => endSessionsOf(ctx, facts.operatorId, facts.keepSessionId),
}
