import type { TiedKind } from '@care/domain/identity'

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
    'customer.merged': { customerId: string; sourceId: string; mergeId: string; requests: number; version: number }
    'customer.unmerged': { customerId: string; sourceId: string; mergeId: string; version: number }
    'customer.parted': { customerId: string; otherId: string }
    'customer.confirmed': { customerId: string }
    /** An id of a site or messenger is his from now on; never which. */
    'customer.tied': { customerId: string; identityId: string; kind: TiedKind; issuer: string }
    'company.edited': { companyId: string; fields: string[]; version: number }
    'customerField.added': { fieldId: string; kind: string }
    'customerField.edited': { fieldId: string; fields: string[] }
  }
}
export type CustomerEvent =
  | 'customer.created'
  | 'customer.edited'
  | 'customer.merged'
  | 'customer.unmerged'
  | 'customer.parted'
  | 'customer.confirmed'
  | 'customer.tied'
  | 'company.edited'
  | 'customerField.added'
  | 'customerField.edited'
