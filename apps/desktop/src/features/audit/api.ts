import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

/** Who looked at what, latest first, page by page. */
export const useAudit = () =>
  useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => call('listAudit', { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
