import { isApiError } from '@care/client'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import type { SaidFate } from './fates.ts'

export interface Leaving {
  tasks: SaidFate[]
  reason: string
}

/** Signs out and says for each task in progress what becomes of it: all of it or nothing (rule 22). */
export function useLeaveDesk(): UseMutationResult<unknown, Error, Leaving> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body) => call('leaveDesk', { body }),
    // A fresh page: nothing of this person stays in memory.
    onSuccess: () => location.assign('/'),
    // Something was not as it stood on the screen: it does now.
    onError: () => {
      for (const queryKey of [['tasks'], ['operators'], ['queues']]) void client.invalidateQueries({ queryKey })
    },
  })
}

/** Of which task the refusal speaks; null = of none. */
export const refusedTask = (error: Error | null): string | null =>
  isApiError(error) && typeof error.details.activityId === 'string' ? error.details.activityId : null

/** A task came while the dialog was open, so that nothing was said of it. */
export const isIncomplete = (error: Error | null): boolean =>
  isApiError(error) && error.code === 'NOT_ALLOWED_NOW' && typeof error.details.live === 'number'
