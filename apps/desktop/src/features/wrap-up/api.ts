import type { ActivityDetails } from '@care/contract'
import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { putActivity } from '../../shared/entities/activity.ts'

export interface Draft {
  outcome: string | null
  comment: string
}

/** The task leaves the list or has other times in it. */
function settle(client: QueryClient, activity: ActivityDetails): void {
  putActivity(client, activity)
  for (const queryKey of [['tasks'], ['activity', activity.id]]) void client.invalidateQueries({ queryKey })
}

/** Records the result of the talk; `change` names it for the undo. */
export function useFinishWrapUp(
  activityId: string,
): UseMutationResult<ActivityDetails, Error, { outcome: string; comment: string; change: string }> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, ...body }) => call('finishWrapUp', { params: { activityId }, body, change }),
    onSuccess: (activity) => settle(client, activity),
  })
}

export function useExtendWrapUp(activityId: string): UseMutationResult<ActivityDetails, Error, void> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('extendWrapUp', { params: { activityId } }),
    onSuccess: (activity) => settle(client, activity),
  })
}
