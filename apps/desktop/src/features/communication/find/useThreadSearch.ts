import type { ThreadHit } from '@care/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../shared/api/client.ts'
import { activityKeys } from '../../../shared/entities/activity.ts'

export interface ThreadSearch {
  hits: readonly ThreadHit[]
  /** More may be found further back. */
  hasMore: boolean
  isLooking: boolean
  hasFailed: boolean
  more: () => Promise<unknown>
  again: () => void
}

/** What the server finds in a thread, latest first; `more` looks further back. */
export function useThreadSearch(activityId: string, search: string): ThreadSearch {
  const query = useInfiniteQuery({
    queryKey: [...activityKeys.messages(activityId), 'search', search],
    enabled: search !== '',
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('searchThread', {
        params: { activityId },
        query: { search, ...(pageParam !== undefined && { beforeSeq: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.nextBeforeSeq ?? undefined,
    staleTime: 0,
    gcTime: 0,
  })
  const hits = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data])
  return {
    hits,
    hasMore: query.hasNextPage,
    isLooking: query.isFetching,
    hasFailed: query.isError,
    more: query.fetchNextPage,
    again: () => void query.refetch(),
  }
}
