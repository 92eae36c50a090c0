import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { addCustomerField } from './commands/add-customer-field.ts'
import { editCompany } from './commands/edit-company.ts'
import { editCustomerField } from './commands/edit-customer-field.ts'
import { getCompany, listCompanies, suggestCompanies } from './queries/companies.ts'
import { getCustomerField, listCustomerFields } from './queries/customer-fields.ts'

export const companyHandlers: Handlers<'suggestCompanies' | 'listCompanies' | 'getCompany' | 'editCompany'> = {
  suggestCompanies: async (call, { store }) => ({ items: await suggestCompanies(store.read, call.query.search) }),
  listCompanies: (call, { store }) => listCompanies(store.read, call.actor, call.query),
  getCompany: (call, { store }) => getCompany(store.read, call.actor, call.params.companyId),
  editCompany: async (call, { execute, store }) => {
    const { companyId } = call.params
    await execute(editCompany, call.actor, { companyId, version: call.version, patch: call.body }, optionsOf(call))
    return getCompany(store.read, call.actor, companyId)
  },
}

export const customerFieldHandlers: Handlers<'listCustomerFields' | 'addCustomerField' | 'editCustomerField'> = {
  listCustomerFields: async (_, { store }) => ({ items: await listCustomerFields(store.read) }),
  addCustomerField: async (call, { execute, store }) => {
    const { fieldId } = await execute(addCustomerField, call.actor, call.body, optionsOf(call))
    return getCustomerField(store.read, fieldId)
  },
  editCustomerField: async (call, { execute, store }) => {
    const { fieldId } = call.params
    await execute(editCustomerField, call.actor, { fieldId, version: call.version, patch: call.body }, optionsOf(call))
    return getCustomerField(store.read, fieldId)
  },
}
