import type { Api, BodyOf, ConflictDetails } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { keyedOptions } from '../field-options.ts'

interface EditInput {
  fieldId: string
  version: number
  patch: BodyOf<Api['editCustomerField']>
}

/** Renames a field, changes its options or place, removes it or brings it back; what customers have stays. */
export const editCustomerField = command({
  name: 'edit-customer-field',
  action: 'settings.customerFields',
  async load({ tx }, { fieldId }: EditInput) {
    const { customerFields } = tx.t
    // Writing first locks the row, so that two editors come one after the other.
    const [row] = await tx
      .update(customerFields)
      .set({ version: plus(customerFields.version, 1) })
      .where(eq(customerFields.id, fieldId))
      .returning()
    if (!row) throw notFound('field')
    return { ...row, version: row.version - 1 }
  },
  allow: () => true,
  async run(ctx, before, { fieldId, version, patch }) {
    if (before.version !== version) {
      const { name, options, position, isRemoved } = before
      const current = { name, options, position, isRemoved }
      const details: ConflictDetails = { currentVersion: before.version, changedBy: null, changedAt: null, current }
      throw new AppError('CONFLICT', 'the field was changed meanwhile', { ...details })
    }
    const isChoice = before.kind === 'choice' || before.kind === 'choices'
    if (patch.options !== undefined && (!isChoice || patch.options.length === 0))
      throw new AppError('INVALID_INPUT', 'only a choice has options, and it needs some', {
        issues: [{ path: 'options', message: 'wrong' }],
      })
    const { customerFields } = ctx.tx.t
    const fields = {
      ...(patch.name === undefined ? {} : { name: patch.name }),
      ...(patch.position === undefined ? {} : { position: patch.position }),
      ...(patch.isRemoved === undefined ? {} : { isRemoved: patch.isRemoved }),
      ...(patch.options === undefined ? {} : { options: keyedOptions(ctx, before.options, patch.options) }),
    }
    if (Object.keys(fields).length > 0)
      await ctx.tx.update(customerFields).set(fields).where(eq(customerFields.id, fieldId))
    ctx.emit('customerField.edited', { fieldId, fields: Object.keys(fields) })
    return { fieldId }
  },
})
