import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { addCustomer } from './commands/add-customer.ts'
import { editCustomer } from './commands/edit-customer.ts'
import { suggestGroups } from './groups.ts'
import { getCustomer } from './queries/customer.ts'
import { listCustomers } from './queries/customer-list.ts'
import { getJourney } from './queries/journey.ts'
import { requirePhone, shownPhone } from './read-phone.ts'

type CustomerEndpoints =
  | 'listCustomers'
  | 'getCustomer'
  | 'addCustomer'
  | 'editCustomer'
  | 'checkPhone'
  | 'getJourney'
  | 'suggestGroups'

export const customerHandlers: Handlers<CustomerEndpoints> = {
  listCustomers: (call, { store }) => listCustomers(store.read, call.actor, call.query),
  getCustomer: (call, { store }) => getCustomer(store.read, call.actor, call.params.customerId),
  addCustomer: async (call, { execute, store }) => {
    const { customerId } = await execute(addCustomer, call.actor, call.body, optionsOf(call))
    return getCustomer(store.read, call.actor, customerId)
  },
  editCustomer: async (call, { execute, store }) => {
    const { customerId } = call.params
    await execute(editCustomer, call.actor, { customerId, version: call.version, patch: call.body }, optionsOf(call))
    return getCustomer(store.read, call.actor, customerId)
  },
  checkPhone: async ({ query }) => {
    const normal = requirePhone(query.phone, query) ?? ''
    return { number: normal.startsWith('+') ? normal : null, shown: shownPhone(normal) }
  },
  getJourney: (call, { store }) => getJourney(store.read, call.actor, call.params.customerId, call.query),
  suggestGroups: async (call, { store }) => ({ items: await suggestGroups(store.read, call.query.search) }),
}
