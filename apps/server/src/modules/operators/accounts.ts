import { type AccountProblem, closingProblem, type Role, roleProblem } from '@care/domain'
import { and, eq } from '../../db/drizzle.ts'
import { inTurn, plus } from '../../db/sql.ts'
import { AppError, notFound } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { refuseStale } from '../settings/index.ts'

export interface AccountRecord {
  id: string
  name: string
  role: Role
  isActive: boolean
  version: number
}

/**
 * An account that is about to lose or get back rights, as it is now. Those who do that come one after the other, so that two
 * administrators who close each other at once leave one. Refuses an actor whose own account was closed meanwhile.
 */
export async function lockAccount(ctx: Ctx, operatorId: string): Promise<AccountRecord> {
  await inTurn(ctx.tx, 'operator accounts')
  const { operators } = ctx.tx.t
  if (ctx.actor.kind === 'operator') {
    const [actor] = await ctx.tx
      .select({ isActive: operators.isActive })
      .from(operators)
      .where(eq(operators.id, ctx.actor.id))
    if (!actor?.isActive) throw new AppError('NOT_SIGNED_IN', 'the account was closed')
  }
  // Writing locks the row: an editor, or who gives him work, comes before or after.
  const [row] = await ctx.tx
    .update(operators)
    .set({ version: plus(operators.version, 0) })
    .where(eq(operators.id, operatorId))
    .returning({
      id: operators.id,
      name: operators.name,
      role: operators.role,
      isActive: operators.isActive,
      version: operators.version,
    })
  if (!row) throw notFound('operator')
  return row
}

/** Refuses with CONFLICT, and what the account is now, whoever has seen an older one (rule 4). */
export async function refuseStaleAccount(ctx: Ctx, account: AccountRecord, version: number): Promise<void> {
  const { id: operatorId, name, role, isActive } = account
  const seen = { name, role, isActive }
  const edited = { type: 'operator.edited', id: { operatorId } } as const
  await refuseStale(ctx, edited, { version: account.version, ...seen }, version, seen)
}

/** Refuses with NOT_ALLOWED_NOW (OWN_ACCOUNT, LAST_ADMIN) to close it, or to give it another role. `lockAccount` came before. */
export async function refuseLosing(
  ctx: Ctx,
  { id: operatorId, role }: Pick<AccountRecord, 'id' | 'role'>,
  to: Role | 'closed',
): Promise<void> {
  const { operators } = ctx.tx.t
  const rows = await ctx.tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.role, 'admin'), eq(operators.isActive, true)))
  const actorId = ctx.actor.kind === 'operator' ? ctx.actor.id : null
  const change = { operatorId, role, actorId, admins: rows.map(({ id }) => id) }
  const problem = to === 'closed' ? closingProblem(change) : roleProblem(change, to)
  if (problem !== null) throw new AppError('NOT_ALLOWED_NOW', says[problem], { problem })
}

const says: Readonly<Record<AccountProblem, string>> = {
  OWN_ACCOUNT: 'nobody shuts himself out',
  LAST_ADMIN: 'one administrator has to stay',
}
