import type { Api, BodyInputOf, Callback } from '@care/contract'
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { activityKeys } from '../../shared/entities/activity.ts'
import { customerKeys } from '../../shared/entities/customer.ts'
import { callbackKey } from './realtime.ts'

export const useCallBack = (activityId: string) =>
  useQuery({
    queryKey: callbackKey(activityId),
    queryFn: () => call('getCallback', { params: { activityId } }),
  })

/** What is done to one: it is shown as it is now, and tasks and the activity are fetched. */
function useChange<T>(
  activityId: string,
  change: (input: T) => Promise<Callback>,
): UseMutationResult<Callback, Error, T> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (callback) => {
      client.setQueryData(callbackKey(activityId), callback)
      for (const queryKey of [['tasks'], activityKeys.details(activityId)]) void client.invalidateQueries({ queryKey })
    },
    // Somebody was faster, or the customer moved it meanwhile.
    onError: () => void client.invalidateQueries({ queryKey: callbackKey(activityId) }),
  })
}

export const useNoteAttempt = (activityId: string) =>
  useChange(activityId, (body: BodyInputOf<Api['noteAttempt']>) =>
    call('noteAttempt', { params: { activityId }, body }),
  )
export const useMoveCallback = (activityId: string) =>
  useChange(activityId, (at: number) => call('moveCallback', { params: { activityId }, body: { at } }))
export const useCancelCallback = (activityId: string) =>
  useChange(activityId, (change: string) => call('cancelCallback', { params: { activityId }, change }))

export const useLinkCallback = (activityId: string) =>
  useMutation({ mutationFn: () => call('linkCallback', { params: { activityId } }) })

export function usePlanCallback() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, ...body }: BodyInputOf<Api['planCallback']> & { change: string }) =>
      call('planCallback', { body, change }),
    onSuccess: (_, { customerId }) => void client.invalidateQueries({ queryKey: customerKeys.journey(customerId) }),
  })
}
