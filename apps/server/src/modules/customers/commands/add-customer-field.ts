import type { Api, BodyOf } from '@care/contract'
import { limits } from '@care/domain'
import { count } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { keyedOptions } from '../field-options.ts'

/** Defines an own field of customers, after the others (row C2). */
export const addCustomerField = command({
  name: 'add-customer-field',
  action: 'settings.customerFields',
  load: async () => null,
  allow: () => true,
  async run(ctx, _none, { name, kind, options }: BodyOf<Api['addCustomerField']>) {
    const { customerFields } = ctx.tx.t
    await inTurn(ctx.tx, 'customer fields')
    const [known] = await ctx.tx.select({ total: count() }).from(customerFields)
    const position = Number(known?.total ?? 0)
    if (position >= limits.customerFields) throw new AppError('NOT_ALLOWED_NOW', 'there are too many fields already')
    const fieldId = ctx.newId()
    await ctx.tx.insert(customerFields).values({
      id: fieldId,
      name,
      kind,
      options: kind === 'choice' || kind === 'choices' ? keyedOptions(ctx, [], options) : [],
      position,
      isRemoved: false,
      createdAt: ctx.now,
      version: 1,
    })
    ctx.emit('customerField.added', { fieldId, kind })
    return { fieldId }
  },
})
