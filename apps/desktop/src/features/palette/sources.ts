import type { RequestFilter } from '@care/contract'
import { searchReplies } from '@care/domain/quick-replies'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { useCan } from '../../shared/entities/me.ts'
import { quickReplyKeys } from '../../shared/entities/quick-replies.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'
import { serverNow } from '../../shared/clock.ts'

const most = 6
/** By one letter everybody would be found. */
const isWorthAsking = (words: string): boolean => Array.from(words).length >= 2

/** Customers by any part of name, mail or phone. */
export function useCustomersFound(words: string) {
  const isAllowed = useCan('customers.view')
  return useQuery({
    queryKey: ['customers', 'palette', words],
    queryFn: () => call('listCustomers', { query: { search: words, limit: most } }),
    enabled: isAllowed && isWorthAsking(words),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** Requests by what was said in them, whoever has them. */
export function useRequestsFound(words: string) {
  const isAllowed = useCan('requests.view')
  return useQuery({
    queryKey: ['requests', 'palette', words],
    queryFn: () =>
      call('listRequests', {
        query: {
          filter: JSON.stringify({ words } satisfies RequestFilter),
          dayEndsAt: new Date(serverNow()).setHours(24, 0, 0, 0),
          limit: most,
        },
      }),
    enabled: isAllowed && isWorthAsking(words),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

export function useOperators() {
  const isAllowed = useCan('operators.view')
  return useQuery({ ...operatorsQuery, enabled: isAllowed })
}

const mostReplies = 100

/** Quick replies, best first; as the composer finds them: here when all fit in a page, else on the server. */
export function useRepliesFound(words: string, isWanted: boolean) {
  const all = useQuery({
    queryKey: [...quickReplyKeys.all, 'picker', ''],
    queryFn: () => call('listQuickReplies', { query: { limit: mostReplies } }),
    staleTime: Infinity,
    enabled: isWanted && isWorthAsking(words),
  })
  const isWhole = all.data !== undefined && all.data.nextCursor === null
  const found = useQuery({
    queryKey: [...quickReplyKeys.all, 'palette', words],
    queryFn: () => call('listQuickReplies', { query: { limit: most, search: words } }),
    enabled: isWanted && all.data !== undefined && !isWhole && isWorthAsking(words),
    placeholderData: keepPreviousData,
  })
  const items = isWhole ? all.data.items : (found.data?.items ?? [])
  return {
    items: isWanted && isWorthAsking(words) ? searchReplies(items, words).slice(0, most) : [],
    isError: all.isError || found.isError,
    isFetching: all.isFetching || found.isFetching,
    refetch: () => void Promise.all([all.refetch(), ...(isWhole ? [] : [found.refetch()])]),
  }
}
