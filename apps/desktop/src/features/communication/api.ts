import type { ActivityDetails } from '@care/contract'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { activityKeys, putActivity } from '../../shared/entities/activity.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { forgetMarks, sendMarks } from './marks.ts'

/** `change` names it for the undo. */
export interface TaskChange {
  activityId: string
  change: string
}

/** Puts a task in progress back into its queue. */
export function useReturnTask(): UseMutationResult<unknown, Error, TaskChange> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ activityId, change }) => call('returnTask', { params: { activityId }, body: {}, change }),
    onSettled: (_done, _error, { activityId }) =>
      client.invalidateQueries({ queryKey: activityKeys.details(activityId) }),
  })
}

/** Ends the talk without closing the request. */
export function useEndActivity(): UseMutationResult<ActivityDetails, Error, TaskChange> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ activityId, change }) => call('endActivity', { params: { activityId }, change }),
    onSuccess: (activity) => putActivity(client, activity),
  })
}

/** The talk counts as unread until it is opened again. */
export function useMarkUnread(): UseMutationResult<unknown, Error, string> {
  const t = useT()
  return useMutation({
    mutationFn: async (activityId) => {
      await sendMarks(activityId)
      forgetMarks(activityId)
      return call('markUnread', { params: { activityId } })
    },
    onSuccess: () => showToast(t('communication.markedUnread')),
    onError: (error) => showToast(errorText(t, error)),
  })
}
