import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/client.ts'

/** Who has a line changes seldom. */
const staleTime = 5 * 60_000

/** One’s own lines at phone systems. */
export const myLinesQuery = queryOptions({
  queryKey: ['phone-lines', 'mine'],
  queryFn: () => call('listMyPhoneLines'),
  staleTime,
})
