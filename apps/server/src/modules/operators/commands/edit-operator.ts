import type { Api, BodyOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { refuseStale } from '../../settings/index.ts'

export interface EditOperator {
  operatorId: string
  version: number
  patch: BodyOf<Api['editOperator']>
}

/** Changes an account's name, capacity or skills; refused with the current values when somebody was faster (rule 4). */
export const editOperator = command({
  name: 'edit-operator',
  action: 'settings.operators',
  async load({ tx }, { operatorId }: EditOperator) {
    const { operators } = tx.t
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(operators)
      .set({ version: plus(operators.version, 1) })
      .where(eq(operators.id, operatorId))
      .returning({
        version: operators.version,
        name: operators.name,
        capacity: operators.capacity,
        skills: operators.skills,
      })
    if (!row) throw notFound('operator')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { operatorId, version, patch }) {
    await refuseStale(ctx, { type: 'operator.edited', id: { operatorId } }, before, version, patch)
    const { operators } = ctx.tx.t
    const fields = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    if (Object.keys(fields).length > 0) await ctx.tx.update(operators).set(fields).where(eq(operators.id, operatorId))
    // Routing reacts: what he may now be offered is offered at once.
    ctx.emit('operator.edited', { operatorId, fields: Object.keys(fields) })
    return null
  },
})
