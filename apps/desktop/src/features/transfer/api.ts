import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { activityKeys } from '../../shared/entities/activity.ts'
import { requestKeys } from '../../shared/entities/request.ts'

export type Target = { operatorId: string } | { groupId: string } | { queueId: string }

interface OfTask {
  activityId: string
  requestId: string
}

function refresh(client: QueryClient, { activityId, requestId }: OfTask): void {
  for (const queryKey of [activityKeys.details(activityId), requestKeys.details(requestId), ['tasks'], ['queue-items']])
    void client.invalidateQueries({ queryKey })
}

/** Hands a task over with a reason (rule 24); `change` names it for the undo. */
export function useTransfer(task: OfTask) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, to, ...body }: { to: Target; reason: string; isWarm: boolean; change: string }) =>
      call('transferTask', { params: { activityId: task.activityId }, body: { ...to, ...body }, change }),
    onSuccess: () => refresh(client, task),
  })
}

/** Gives it to an operator without asking him; `change` names it for the undo. */
export function useAssign(task: OfTask) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ operatorId, change }: { operatorId: string; change: string }) =>
      call('assignTask', { params: { activityId: task.activityId }, body: { operatorId }, change }),
    onSettled: () => {
      refresh(client, task)
      void client.invalidateQueries({ queryKey: ['tasks-in-progress'] })
    },
  })
}

/** Asks the colleague no more. */
export function useWithdrawTransfer(task: OfTask) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('withdrawTransfer', { params: { activityId: task.activityId } }),
    onSettled: () => refresh(client, task),
  })
}
