import type { ListedRequest, ListLayout, RequestDetails, RequestFilter, RequestSort } from '@care/contract'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { serverNow } from '../../shared/clock.ts'

export const listKeys = {
  all: ['requests'] as const,
  pages: (filter: RequestFilter, sort: RequestSort) => ['requests', 'pages', filter, sort] as const,
  head: (filter: RequestFilter, sort: RequestSort) => ['requests', 'head', filter, sort] as const,
  snippets: (words: string, ids: readonly string[]) => ['requests', 'snippets', words, ...ids] as const,
  count: (filter: RequestFilter) => ['requests', 'count', filter] as const,
  layout: ['requests', 'layout'] as const,
}
const perPage = 50

/** What is due today is so by the reader's day. */
export const dayEndsAt = (): number => new Date(serverNow()).setHours(24, 0, 0, 0)
const asked = (filter: RequestFilter) => ({ filter: JSON.stringify(filter), dayEndsAt: dayEndsAt() })
const page = (filter: RequestFilter, sort: RequestSort, cursor: string | null) =>
  call('listRequests', {
    query: {
      ...asked(filter),
      sort: JSON.stringify(sort),
      limit: perPage,
      ...(cursor === null ? {} : { cursor }),
    },
  })

/** A list page by page. While another filter loads, what was found stays. It is not read anew under the reader's eyes. */
export const useRequests = (filter: RequestFilter, sort: RequestSort) =>
  useInfiniteQuery({
    queryKey: listKeys.pages(filter, sort),
    queryFn: ({ pageParam }) => page(filter, sort, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })

const headEveryMs = 15_000

/** The first page as it is now, to tell that something has changed. */
export const useHead = (filter: RequestFilter, sort: RequestSort, isWanted: boolean) =>
  useQuery({
    queryKey: listKeys.head(filter, sort),
    queryFn: () => page(filter, sort, null),
    enabled: isWanted,
    refetchInterval: headEveryMs,
    staleTime: headEveryMs,
  })

/** How many there are, fetched apart: the rows do not wait for it. */
export const useCount = (filter: RequestFilter, isWanted = true) =>
  useQuery({
    queryKey: listKeys.count(filter),
    queryFn: () => call('countRequests', { query: asked(filter) }),
    enabled: isWanted,
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  })

export type Pages = InfiniteData<{ items: ListedRequest[]; nextCursor: string | null; isUnfinished: boolean }>

/** A request that was changed stands changed in its place in every list; where it belongs now shows the next reading. */
export function putIntoLists(client: QueryClient, request: RequestDetails): void {
  client.setQueriesData<Pages>({ queryKey: ['requests', 'pages'] }, (list) =>
    list?.pages.some(({ items }) => items.some(({ id, version }) => id === request.id && version < request.version))
      ? { ...list, pages: list.pages.map((one) => ({ ...one, items: one.items.map((row) => patched(row, request)) })) }
      : list,
  )
}

const patched = (row: ListedRequest, request: RequestDetails): ListedRequest => {
  if (row.id !== request.id || row.version >= request.version) return row
  const { title, customer, stage, category, priority, queue, assignee, type, dueAt, closedAt, version } = request
  return {
    ...row,
    title,
    customer,
    stage,
    category,
    priority,
    queue,
    assignee,
    type,
    dueAt,
    closedAt,
    version,
    updatedAt: Math.max(request.updatedAt, closedAt ?? 0),
    outcome: request.outcome?.key ?? null,
    snoozedUntil: request.snoozedUntil,
  }
}

export const useLayoutColumns = () =>
  useQuery({ queryKey: listKeys.layout, queryFn: () => call('getListLayout'), staleTime: Infinity })

/** Keeps the columns; they stand at once, and stay on this screen when they could not be kept. */
export function useKeepColumns() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (columns: ListLayout) => call('setListLayout', { body: { columns } }),
    onMutate: (columns) => client.setQueryData(listKeys.layout, { columns }),
  })
}
