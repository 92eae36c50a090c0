import type { Customer } from '@care/contract'
import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'

export const customerFieldsQuery = queryOptions({
  queryKey: ['customer-fields'],
  queryFn: () => call('listCustomerFields').then(({ items }) => items),
})
/** The workspace's own fields in their order, removed ones too. */
export const useCustomerFields = (isWanted = true) => useQuery({ ...customerFieldsQuery, enabled: isWanted })

/** Groups whose name begins so; without a beginning the first ones. */
export const useGroups = (beginning: string, isWanted = true) =>
  useQuery({
    queryKey: ['customer-groups', beginning],
    queryFn: () => call('suggestGroups', { query: { search: beginning } }).then(({ items }) => items),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })

export const hintsKey = (customerId: string) => ['customer', customerId, 'hints'] as const

/**
 * What is missing, who may be the same, what was merged. Asked anew when the customer changes; until the answer is there those
 * of before are shown.
 */
export const useHints = (customer: Pick<Customer, 'id' | 'version'> | undefined) =>
  useQuery({
    queryKey: [...hintsKey(customer?.id ?? ''), customer?.version],
    queryFn: customer ? () => call('getCustomerHints', { params: { customerId: customer.id } }) : skipToken,
    placeholderData: (before, query) => (query?.queryKey[1] === customer?.id ? before : undefined),
  })
