/** Names of the columns that changed; never what stands in them (rule 47). */
export type CustomerField =
  | 'name'
  | 'email'
  | 'phone'
  | 'companyName'
  | 'language'
  | 'timeZone'
  | 'isVip'
  | 'groups'
  | 'attributes'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'customer.created': { customerId: string; fields: CustomerField[]; version: number }
    'customer.edited': { customerId: string; fields: CustomerField[]; version: number }
    'company.edited': { companyId: string; fields: string[]; version: number }
    'customerField.added': { fieldId: string; kind: string }
    'customerField.edited': { fieldId: string; fields: string[] }
  }
}
export type CustomerEvent =
  | 'customer.created'
  | 'customer.edited'
  | 'company.edited'
  | 'customerField.added'
  | 'customerField.edited'
