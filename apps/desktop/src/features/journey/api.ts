import type { JourneyRequest, Message } from '@care/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { customerKeys } from '../../shared/entities/customer.ts'

/** Begins like everything of the activity, so that reconnects and joins refresh it too. */
export const viewerKey = (activityId: string) => ['activity', activityId, 'viewer'] as const

const requestsPerPage = 25
const messagesPerPage = 60

/** All requests of the customer with their activities, latest update first, page by page. */
export const useJourney = (customerId: string | null) =>
  useInfiniteQuery({
    queryKey: customerKeys.journey(customerId ?? ''),
    queryFn: ({ pageParam }) =>
      call('getJourney', {
        params: { customerId: customerId ?? '' },
        query: { limit: requestsPerPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: customerId !== null,
  })

/** Requests may move to the front between two pages; each is shown once, where it was seen first. */
export function uniqueRequests(pages: readonly { items: JourneyRequest[] }[]): JourneyRequest[] {
  return [...new Map(pages.flatMap((page) => page.items).map((request) => [request.id, request] as const)).values()]
}

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
