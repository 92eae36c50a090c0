import type { ActivityDetails, Task } from '@care/contract'
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { noteServerTime } from '../../shared/clock.ts'
import { putActivity } from '../../shared/entities/activity.ts'
import { patchQuery, withPatches } from '../../shared/entities/patches.ts'
import { noteAccepted } from '../../shared/workspace/accepted.ts'

export interface TaskList {
  items: Task[]
  serverTime: number
}

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: withPatches(async (): Promise<TaskList> => {
    const list = await call('listTasks')
    noteServerTime(list.serverTime)
    return list
  }),
})

export const queueItemsQuery = infiniteQueryOptions({
  queryKey: ['queue-items'],
  queryFn: ({ pageParam }) => call('listQueueItems', pageParam ? { query: { cursor: pageParam } } : {}),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
})

/** Tasks in progress of everybody, for those who may take them back. */
export const inProgressQuery = infiniteQueryOptions({
  queryKey: ['tasks-in-progress'],
  queryFn: ({ pageParam }) => call('listTasksInProgress', pageParam ? { query: { cursor: pageParam } } : {}),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
})

/** Changes one row of Tasks in progress; nothing when it is not there. */
export function patchTask(client: QueryClient, activityId: string, patch: (task: Task) => Task): void {
  patchQuery<TaskList>(client, tasksQuery.queryKey, (list) =>
    list.items.some((task) => task.activityId === activityId)
      ? { ...list, items: list.items.map((task) => (task.activityId === activityId ? patch(task) : task)) }
      : list,
  )
}

const dropTask = (client: QueryClient, activityId: string): void =>
  patchQuery<TaskList>(client, tasksQuery.queryKey, (list) => ({
    ...list,
    items: list.items.filter((task) => task.activityId !== activityId),
  }))

export function refetchTasks(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: tasksQuery.queryKey })
  refetchQueue(client)
}

/** What waits, and what is in progress with colleagues where that is shown. */
export function refetchQueue(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queueItemsQuery.queryKey })
  void client.invalidateQueries({ queryKey: inProgressQuery.queryKey })
}

function useWork<V>(work: (value: V) => Promise<ActivityDetails>): UseMutationResult<ActivityDetails, Error, V> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: (activity) => {
      putActivity(client, activity)
      noteAccepted(activity.id)
    },
    // Refused or not, the lists are not what they were.
    onSettled: () => refetchTasks(client),
  })
}

export const useAcceptOffer = (): UseMutationResult<ActivityDetails, Error, string> =>
  useWork((activityId: string) => call('acceptOffer', { params: { activityId } }))

/** Takes a waiting task by hand; refused with who was faster (rule 15). */
export const useTakeTask = (): UseMutationResult<ActivityDetails, Error, string> =>
  useWork((activityId: string) => call('takeTask', { params: { activityId } }))

/** Puts a colleague's task back into its queue (requests.assign). */
export function useTakeBack(): UseMutationResult<unknown, Error, { activityId: string; change: string }> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ activityId, change }) => call('returnTask', { params: { activityId }, body: {}, change }),
    onSettled: () => refetchTasks(client),
  })
}

/** The card goes at once; a refusal brings back what the server says. */
export function useDeclineOffer(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (activityId) => call('declineOffer', { params: { activityId } }),
    onMutate: (activityId) => dropTask(client, activityId),
    onSettled: () => refetchTasks(client),
  })
}

/** Takes the next waiting task; null when none waits. */
export function useTakeNext(): UseMutationResult<Task | null, Error, void> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('takeNext').then(({ task }) => task),
    onSuccess: (task) => task && noteAccepted(task.activityId),
    onSettled: () => refetchTasks(client),
  })
}
