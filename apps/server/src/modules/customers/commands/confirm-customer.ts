import { eq } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findRow } from '../store.ts'

/** "All of it is still right": takes the mark of old data away for a year. */
export const confirmCustomer = command({
  name: 'confirm-customer',
  action: 'customers.edit',
  async load(ctx, { customerId }: { customerId: string }) {
    const found = await findRow(ctx.tx, customerId)
    if (!found) throw notFound('customer')
    return found.row
  },
  allow: () => true,
  async run(ctx, { id }) {
    const { customers } = ctx.tx.t
    await ctx.tx.update(customers).set({ checkedAt: ctx.now }).where(eq(customers.id, id))
    ctx.emit('customer.confirmed', { customerId: id })
    return { customerId: id }
  },
})
