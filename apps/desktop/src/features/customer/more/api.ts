import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'

export const customerFieldsQuery = queryOptions({
  queryKey: ['customer-fields'],
  queryFn: () => call('listCustomerFields').then(({ items }) => items),
})
/** The workspace's own fields in their order, removed ones too. */
export const useCustomerFields = () => useQuery(customerFieldsQuery)

/** Groups whose name begins so; without a beginning the first ones. */
export const useGroups = (beginning: string, isWanted = true) =>
  useQuery({
    queryKey: ['customer-groups', beginning],
    queryFn: () => call('suggestGroups', { query: { search: beginning } }).then(({ items }) => items),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
