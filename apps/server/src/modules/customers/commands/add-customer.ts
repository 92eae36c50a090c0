import type { CustomerPatch } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { makeCustomer } from '../make-customer.ts'

/** Makes a customer by hand (row C1). Refuses an email that another customer has. */
export const addCustomer = command({
  name: 'add-customer',
  action: 'customers.edit',
  load: async (_ctx, _input: CustomerPatch) => null,
  allow: () => true,
  async run(ctx, _none, input) {
    const customer = await makeCustomer(ctx, input)
    return { customerId: customer.id }
  },
})
