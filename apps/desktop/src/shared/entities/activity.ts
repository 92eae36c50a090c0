import type { ActivityDetails } from '@care/contract'
import { queryOptions, skipToken, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { withPatches } from './patches.ts'
import { keepNewest, newest } from './versions.ts'

/** Everything of one activity begins with `['activity', id]`: reconnect and joins refresh by that prefix. */
export const activityKeys = {
  details: (activityId: string) => ['activity', activityId, 'details'] as const,
  messages: (activityId: string) => ['activity', activityId, 'messages'] as const,
  comments: (activityId: string) => ['activity', activityId, 'comments'] as const,
}

export const activityQuery = (activityId: string | null) =>
  queryOptions({
    queryKey: activityKeys.details(activityId ?? ''),
    queryFn: activityId === null ? skipToken : withPatches(() => call('getActivity', { params: { activityId } })),
    structuralSharing: newest,
  })

export const useActivity = (activityId: string | null): UseQueryResult<ActivityDetails> =>
  useQuery(activityQuery(activityId))

/** Call with every answer that is an activity: take, accept, tags, move, end. */
export function putActivity(client: QueryClient, activity: ActivityDetails): void {
  keepNewest(client, activityKeys.details(activity.id), activity)
}
