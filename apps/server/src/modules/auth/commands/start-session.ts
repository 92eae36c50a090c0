import { eq } from '../../../db/drizzle.ts'
import { locked } from '../../../db/sql.ts'
import { command } from '../../../kernel/command.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { hashToken } from '../../../kernel/token.ts'
import { sessionMs } from '../session.ts'

/** Opens a session for an operator whose password was right. Refuses an account closed meanwhile. */
export const startSession = command({
  name: 'start-session',
  action: 'nobody',
  async load({ tx }, input: { operatorId: string; token: string; userAgent: string }) {
    const { operators } = tx.t
    // Until the end of this: a closing ends the session that is begun here, or is over and refuses it.
    const query = tx.select({ isActive: operators.isActive }).from(operators).where(eq(operators.id, input.operatorId))
    const [operator] = await locked(tx, query, operators)
    return operator
  },
  allow: () => true,
  async run(ctx, operator, { operatorId, token, userAgent }) {
    if (!operator?.isActive) throw new AppError('WRONG_CREDENTIALS')
    const id = ctx.newId()
    await ctx.tx.insert(ctx.tx.t.sessions).values({
      id,
      tokenHash: hashToken(token),
      operatorId,
      userAgent: userAgent.slice(0, 300),
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: ctx.now + sessionMs,
    })
    ctx.emit('session.started', { operatorId, sessionId: id })
    return { sessionId: id }
  },
})
