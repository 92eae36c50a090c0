import type { Api, JourneyItem, JourneyRequest, Message, ResponseOf } from '@care/contract'
import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { customerKeys } from '../../shared/entities/customer.ts'

/** Begins like everything of the activity, so that reconnects and joins refresh it too. */
export const viewerKey = (activityId: string) => ['activity', activityId, 'viewer'] as const

const itemsPerPage = 100
type Page = ResponseOf<Api['getJourney']>
const messagesPerPage = 60

/** The customer's line of time, latest first, page by page; `filter` in the words of the server. */
export const useJourney = (customerId: string | null, filter: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: [...customerKeys.journey(customerId ?? ''), filter],
    queryFn: ({ pageParam }) =>
      call('getJourney', {
        params: { customerId: customerId ?? '' },
        query: { ...filter, limit: itemsPerPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: customerId !== null,
    // A changed filter leaves on the screen what was there until the answer comes.
    placeholderData: keepPreviousData,
  })

export interface Line {
  items: JourneyItem[]
  requests: ReadonlyMap<string, JourneyRequest>
}

/** The pages as one line; something may stand in two pages that were fetched at different times, and is shown once. */
export function lineOf(pages: readonly { items: JourneyItem[]; requests: JourneyRequest[] }[]): Line {
  const requests = new Map<string, JourneyRequest>()
  // The first page is the newest answer.
  for (const page of pages.toReversed()) for (const request of page.requests) requests.set(request.id, request)
  const items = [...new Map(pages.flatMap((page) => page.items).map((item) => [item.id, item] as const)).values()]
  return { items, requests }
}

/** So many pages are fetched again as they are. */
const mostRefetched = 2

/**
 * Something of the customer has changed. A line that was scrolled far down is not fetched again whole: its first stretch is,
 * and put in front of what is there, so that nothing jumps under the eyes.
 */
export function refreshLine(client: QueryClient, customerId: string): void {
  for (const [queryKey, data] of client.getQueriesData<InfiniteData<Page>>({
    queryKey: customerKeys.journey(customerId),
  })) {
    if (!data || data.pages.length <= mostRefetched) void client.invalidateQueries({ queryKey, exact: true })
    else void refreshFirst(client, customerId, queryKey)
  }
}

async function refreshFirst(client: QueryClient, customerId: string, queryKey: readonly unknown[]): Promise<void> {
  const filter = queryKey.at(-1) as Record<string, string>
  const fresh = await call('getJourney', {
    params: { customerId },
    query: { ...filter, limit: itemsPerPage },
  }).catch(() => null)
  const end = fresh?.items.at(-1)
  if (!fresh || !end) return
  client.setQueryData<InfiniteData<Page>>(queryKey, (old) => {
    const [first, ...rest] = old?.pages ?? []
    if (!old || !first) return old
    const older = first.items.filter(({ at, id }) => at < end.at || (at === end.at && id < end.id))
    const requests = [...fresh.requests, ...first.requests.filter(({ id }) => fresh.requests.every((r) => r.id !== id))]
    return { ...old, pages: [{ ...first, items: [...fresh.items, ...older], requests }, ...rest] }
  })
}

/** The first things said in an activity, for a glance at it; reading them marks nothing. */
export const useFirstLines = (activityId: string | null) =>
  useQuery({
    queryKey: ['activity', activityId ?? '', 'first-lines'],
    queryFn:
      activityId === null
        ? skipToken
        : () => call('listMessages', { params: { activityId }, query: { afterSeq: 0, limit: 3 } }),
    staleTime: 60_000,
  })

type Stretch = { beforeSeq: number } | { afterSeq: number } | Record<never, never>

/**
 * The thread of an activity in stretches of seq, growing both ways. A talk that is over is read from its beginning,
 * one that goes on from its end.
 */
export const useThread = (activityId: string, isOver: boolean) =>
  useInfiniteQuery({
    queryKey: viewerKey(activityId),
    queryFn: ({ pageParam }) =>
      call('listMessages', { params: { activityId }, query: { limit: messagesPerPage, ...pageParam } }),
    initialPageParam: (isOver ? { afterSeq: 0 } : {}) as Stretch,
    getPreviousPageParam: (first): Stretch | undefined =>
      first.hasEarlier && first.items[0] ? { beforeSeq: first.items[0].seq } : undefined,
    getNextPageParam: (last): Stretch | undefined => {
      const end = last.items.at(-1)
      return last.hasLater && end ? { afterSeq: end.seq } : undefined
    },
  })

/** Messages of all stretches in the order of seq, each once. */
export function messagesOf(pages: readonly { items: Message[] }[]): Message[] {
  const bySeq = new Map(pages.flatMap((page) => page.items).map((message) => [message.seq, message] as const))
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
}
