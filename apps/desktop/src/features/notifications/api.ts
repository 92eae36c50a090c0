import type { Notification } from '@care/contract'
import {
  infiniteQueryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { notificationsKey, putUnread } from './news.ts'

export type Which = 'open' | 'all'
interface Page {
  items: Notification[]
  nextCursor: string | null
}

export const listQuery = (which: Which) =>
  infiniteQueryOptions({
    queryKey: [...notificationsKey, which],
    queryFn: ({ pageParam }): Promise<Page> =>
      call('listNotifications', { query: { which, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // Others' doings change it while nobody looks.
    staleTime: 0,
  })

export interface Opened {
  requestId: string
  activityId: string | null
}

export async function handleOpened(client: QueryClient, open: Opened): Promise<void> {
  const { unread } = await call('handleNotifications', { body: { open } })
  putUnread(client, unread)
}

function patchLists(client: QueryClient, patch: (items: Notification[], which: Which) => Notification[]): void {
  for (const which of ['open', 'all'] as const)
    client.setQueryData<InfiniteData<Page>>(
      [...notificationsKey, which],
      (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, items: patch(page.items, which) })) },
    )
}

function useSettling<V>(
  work: (value: V) => Promise<{ unread: number }>,
  patch: (value: V) => (items: Notification[], which: Which) => Notification[],
): UseMutationResult<{ unread: number }, Error, V> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onMutate: (value) => patchLists(client, patch(value)),
    onSuccess: ({ unread }) => putUnread(client, unread),
    onSettled: () => client.invalidateQueries({ queryKey: notificationsKey }),
  })
}

/** Marks as read; without ids all of them. */
export const useSee = (): UseMutationResult<{ unread: number }, Error, readonly string[] | undefined> =>
  useSettling(
    (ids) => call('seeNotifications', { body: ids === undefined ? {} : { ids: [...ids] } }),
    (ids) => (items) =>
      items.map((item) =>
        ids === undefined || ids.includes(item.id) ? { ...item, seenAt: item.seenAt ?? item.at } : item,
      ),
  )

/** Says that nothing is left to be done about them. */
export const useHandle = (): UseMutationResult<{ unread: number }, Error, readonly string[]> =>
  useSettling(
    (ids) => call('handleNotifications', { body: { ids: [...ids] } }),
    (ids) => (items, which) =>
      which === 'open'
        ? items.filter(({ id }) => !ids.includes(id))
        : items.map((item) => (ids.includes(item.id) ? { ...item, handledAt: item.handledAt ?? item.at } : item)),
  )
