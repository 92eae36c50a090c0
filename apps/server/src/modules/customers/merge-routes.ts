import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { confirmCustomer } from './commands/confirm-customer.ts'
import { mergeCustomers } from './commands/merge-customers.ts'
import { partCustomers } from './commands/part-customers.ts'
import { undoCustomerMerge } from './commands/undo-customer-merge.ts'
import { getCustomer } from './queries/customer.ts'
import { getCustomerHints } from './queries/customer-hints.ts'

type MergeEndpoints = 'getCustomerHints' | 'mergeCustomers' | 'undoCustomerMerge' | 'partCustomers' | 'confirmCustomer'

export const customerMergeHandlers: Handlers<MergeEndpoints> = {
  getCustomerHints: (call, { store, clock }) =>
    getCustomerHints(store.read, call.actor, call.params.customerId, clock.now()),
  mergeCustomers: async (call, { execute, store }) => {
    const input = { ...call.params, ...call.body, version: call.version }
    const { mergeId, customerId } = await execute(mergeCustomers, call.actor, input, optionsOf(call))
    return { mergeId, customer: await getCustomer(store.read, call.actor, customerId) }
  },
  undoCustomerMerge: async (call, { execute, store }) => {
    const { customerId } = await execute(undoCustomerMerge, call.actor, call.params, optionsOf(call))
    return getCustomer(store.read, call.actor, customerId)
  },
  partCustomers: async (call, { execute }) => {
    await execute(partCustomers, call.actor, { ...call.params, ...call.body }, optionsOf(call))
    return { ok: true }
  },
  confirmCustomer: async (call, { execute }) => {
    await execute(confirmCustomer, call.actor, call.params, optionsOf(call))
    return { ok: true }
  },
}
