/** Names of the columns that changed; never what stands in them (rule 47). */
export type CustomerField = 'name' | 'email' | 'phone' | 'companyName' | 'language' | 'timeZone' | 'isVip'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'customer.created': { customerId: string; fields: CustomerField[]; version: number }
    'customer.edited': { customerId: string; fields: CustomerField[]; version: number }
  }
}
export type CustomerEvent = 'customer.created' | 'customer.edited'
