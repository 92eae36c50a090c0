import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/client.ts'

/** Own and shared macros, the most used first. */
export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: () => call('listMacros').then(({ items }) => items),
  staleTime: 60_000,
})
