import { eq } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { resolveCustomerId } from '../customers/index.ts'
import { findRequest, sees } from '../requests/index.ts'

/** Whom a new to-do or deal is for: no merge moves him before the commit, and an alias stands for who he is now. */
export async function loadSubject(
  ctx: Ctx,
  { customerId, requestId = null }: { customerId: string; requestId?: string | null | undefined },
): Promise<{ customerId: string; requestId: string | null }> {
  const id = await resolveCustomerId(ctx.tx, customerId, true)
  if (id === null) throw notFound('customer')
  if (requestId === null) return { customerId: id, requestId: null }
  const found = await findRequest(ctx.tx, requestId)
  if (!found || !sees(ctx.actor, found)) throw notFound('request')
  if (found.request.customerId !== id)
    throw new AppError('INVALID_INPUT', 'the request is of another customer', {
      issues: [{ path: 'requestId', message: 'of another customer' }],
    })
  return { customerId: id, requestId }
}

/** The colleague it is given to, or oneself. Refuses who is not there any more. */
export async function loadOwner(ctx: Ctx, ownerId: string | undefined): Promise<string> {
  const own = ctx.actor.kind === 'operator' ? ctx.actor.id : null
  const id = ownerId ?? own
  if (id === null) throw new AppError('FORBIDDEN')
  if (id === own) return id
  const { operators } = ctx.tx.t
  const [row] = await locked(ctx.tx, ctx.tx.select().from(operators).where(eq(operators.id, id)), operators)
  if (!row?.isActive) throw notFound('operator')
  return id
}

export const actorId = (ctx: Ctx): string | null => (ctx.actor.kind === 'operator' ? ctx.actor.id : null)
