import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'
import { lockAccount, refuseLosing } from '../accounts.ts'
import type {} from '../events.ts'

export interface EditOperator {
  operatorId: string
  version: number
  patch: BodyOf<Api['editOperator']>
}

/**
 * Changes an account's name, role, capacity or skills; refused with the current values when somebody was faster (rule 4). Refuses
 * another role for oneself and for the last administrator (NOT_ALLOWED_NOW). Who handles no tasks any more gives back what he
 * has (a projection of routing).
 */
export const editOperator = command({
  name: 'edit-operator',
  action: 'settings.operators',
  async load(ctx, { operatorId, patch }: EditOperator) {
    const { tx } = ctx
    const { operators } = tx.t
    if (patch.role !== undefined) await lockAccount(ctx, operatorId)
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(operators)
      .set({ version: plus(operators.version, 1) })
      .where(eq(operators.id, operatorId))
      .returning({
        version: operators.version,
        name: operators.name,
        role: operators.role,
        capacity: operators.capacity,
        skills: operators.skills,
      })
    if (!row) throw notFound('operator')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { operatorId, version, patch }) {
    await refuseStale(ctx, { type: 'operator.edited', id: { operatorId } }, before, version, patch)
    const { role: from } = before
    const { role: to = from } = patch
    if (to !== from) await refuseLosing(ctx, { id: operatorId, role: from }, to)
    const { operators } = ctx.tx.t
    const fields = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    if (Object.keys(fields).length > 0) await ctx.tx.update(operators).set(fields).where(eq(operators.id, operatorId))
    // Routing reacts: what he may now be offered is offered at once.
    const role = to === from ? {} : { role: { from, to } }
    ctx.emit('operator.edited', { operatorId, fields: Object.keys(fields), ...role })
    return { hasOtherRights: to !== from }
  },
})
