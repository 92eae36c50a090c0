import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findRow } from '../store.ts'

/** "They are not the same": the two are not suggested to each other any more. */
export const partCustomers = command({
  name: 'part-customers',
  action: 'customers.edit',
  async load(ctx, { customerId, otherId }: { customerId: string; otherId: string }) {
    if (!(await findRow(ctx.tx, customerId)) || !(await findRow(ctx.tx, otherId))) throw notFound('customer')
    return null
  },
  allow: () => true,
  async run(ctx, _none, { customerId, otherId }) {
    const [firstId = '', secondId = ''] = [customerId, otherId].toSorted()
    const { customerPairs } = ctx.tx.t
    await ctx.tx.insert(customerPairs).values({ firstId, secondId, saidAt: ctx.now }).onConflictDoNothing()
    ctx.emit('customer.parted', { customerId, otherId })
    return { customerId }
  },
})
