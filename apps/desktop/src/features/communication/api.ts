import type { ActivityDetails } from '@care/contract'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { activityKeys, putActivity } from '../../shared/entities/activity.ts'

/** Puts a task in progress back into its queue. */
export function useReturnTask(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (activityId) => call('returnTask', { params: { activityId }, body: {} }),
    onSettled: (_done, _error, activityId) => client.invalidateQueries({ queryKey: activityKeys.details(activityId) }),
  })
}

/** Ends the talk without closing the request. */
export function useEndActivity(): UseMutationResult<ActivityDetails, Error, string> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (activityId) => call('endActivity', { params: { activityId } }),
    onSuccess: (activity) => putActivity(client, activity),
  })
}
