import type { Customer } from '@care/contract'
import { queryOptions, skipToken, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { keepNewest, newest } from './versions.ts'

export const customerKeys = {
  details: (customerId: string) => ['customer', customerId, 'details'] as const,
  journey: (customerId: string) => ['customer', customerId, 'journey'] as const,
}

export const customerQuery = (customerId: string | null) =>
  queryOptions({
    queryKey: customerKeys.details(customerId ?? ''),
    queryFn: customerId === null ? skipToken : () => call('getCustomer', { params: { customerId } }),
    structuralSharing: newest,
  })

export const useCustomer = (customerId: string | null): UseQueryResult<Customer> => useQuery(customerQuery(customerId))

export function putCustomer(client: QueryClient, customer: Customer): void {
  keepNewest(client, customerKeys.details(customer.id), customer)
}
