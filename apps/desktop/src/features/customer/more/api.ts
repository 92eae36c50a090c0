import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'

export const customerFieldsQuery = queryOptions({
  queryKey: ['customer-fields'],
  queryFn: () => call('listCustomerFields').then(({ items }) => items),
})
/** The workspace's own fields in their order, removed ones too. */
export const useCustomerFields = () => useQuery(customerFieldsQuery)

export const useGroupSuggestions = (typed: string) =>
  useQuery({
    queryKey: ['customer-groups', typed],
    queryFn: () => call('suggestGroups', { query: { search: typed } }).then(({ items }) => items),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
  })
