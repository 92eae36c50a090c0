import type { RequestDetails } from '@care/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { putRequest } from '../../shared/entities/request.ts'

export const snoozedQuery = infiniteQueryOptions({
  queryKey: ['snoozed'],
  queryFn: ({ pageParam }) => call('listSnoozed', pageParam ? { query: { cursor: pageParam } } : {}),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
})

export interface SnoozeChoice {
  /** Epoch ms. */
  until: number
  wakesOnAnswer: boolean
  /** Names it for the undo. */
  change: string
}

function useRequestChange<V>(change: (value: V) => Promise<RequestDetails>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (request) => {
      putRequest(client, request)
      for (const key of ['snoozed', 'tasks']) void client.invalidateQueries({ queryKey: [key] })
    },
  })
}

/** Puts the request aside (row A4). */
export const useSnooze = (requestId: string) =>
  useRequestChange(({ change, ...body }: SnoozeChoice) =>
    call('snoozeRequest', { params: { requestId }, body, change }),
  )

export const useWake = (requestId: string) => useRequestChange(() => call('wakeRequest', { params: { requestId } }))
