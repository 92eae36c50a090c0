import type { CallInput } from '@care/client'
import type { BlockedSender } from '@care/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

const key = ['blocked-senders'] as const

/** Who is refused now, or with `lifted` who was; latest first, page by page. */
export const useBlockedSenders = (lifted: boolean) =>
  useInfiniteQuery({
    queryKey: [...key, lifted],
    queryFn: ({ pageParam }) =>
      call('listBlockedSenders', {
        query: { lifted: String(lifted), ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export function useBlockSender() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NonNullable<CallInput<'blockSender'>['body']>) => call('blockSender', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useSetLifted() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sender, isLifted }: { sender: BlockedSender; isLifted: boolean }) =>
      call('setBlockLifted', { params: { blockId: sender.id }, body: { isLifted } }),
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
