import type { Module } from '../../kernel/module.ts'
import { audience } from './audience.ts'

export const customers: Module = { name: 'customers', audience }
export { companyHandlers, customerFieldHandlers } from './company-routes.ts'
export { customerMergeHandlers } from './merge-routes.ts'
export { fittedAttributes } from './attributes.ts'
export { customerHandlers } from './routes.ts'
export { findOrMakeCustomer, makeCustomer } from './make-customer.ts'
export { identifyVisitorCustomer } from './identify-visitor.ts'
export { readPhone, requirePhone, shownPhone } from './read-phone.ts'
export { isPart, rewriteWords, wordsOf } from './words.ts'
export { foldCompany, resolveCustomerId } from './store.ts'
export type { CustomerEvent, CustomerField } from './events.ts'
