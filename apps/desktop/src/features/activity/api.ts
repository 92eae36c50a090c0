import type { ActivityDetails } from '@care/contract'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { activityKeys, putActivity } from '../../shared/entities/activity.ts'
import { requestKeys } from '../../shared/entities/request.ts'

/** Fetches again what the change of one activity touches. */
function refresh(client: QueryClient, activity: ActivityDetails): void {
  void client.invalidateQueries({ queryKey: activityKeys.details(activity.id) })
  void client.invalidateQueries({ queryKey: requestKeys.details(activity.request.id) })
  void client.invalidateQueries({ queryKey: ['tasks'] })
  void client.invalidateQueries({ queryKey: ['queue-items'] })
}

/** Puts the task in progress back into its queue. */
export function useReturnTask(activity: ActivityDetails) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ reason, change }: { reason: string; change: string }) =>
      call('returnTask', { params: { activityId: activity.id }, body: { reason }, change }),
    onSuccess: () => refresh(client, activity),
  })
}

/** Ends the talk; the request stays open. */
export function useEndActivity(activity: ActivityDetails) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: string) => call('endActivity', { params: { activityId: activity.id }, change }),
    onSuccess: (ended) => {
      putActivity(client, ended)
      refresh(client, activity)
    },
  })
}

/** Takes a waiting task by hand; exactly one of several takers wins (rule 15). */
export function useTakeTask(activity: ActivityDetails) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('takeTask', { params: { activityId: activity.id } }),
    onSuccess: (taken) => {
      putActivity(client, taken)
      refresh(client, activity)
    },
  })
}
