import type { ActivityDetails } from '@care/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { putActivity } from './activity.ts'
import { requestKeys } from './request.ts'

/** Requests of one customer that are not closed: where an activity may be moved to (rule 3). */
export const openRequestsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'open-requests'],
    queryFn: () =>
      call('listRequests', { query: { filter: JSON.stringify({ customerId, state: 'open' }), limit: 100 } }).then(
        ({ items }) => items,
      ),
    // Opened by a menu: what stands there must be true now.
    staleTime: 0,
  })

export interface ActivityMove {
  activityId: string
  /** Null makes a new request. */
  requestId: string | null
  /** Another customer, an action of its own. */
  customerId?: string
  /** The request it leaves. */
  fromRequestId: string
  /** Names it for the undo. */
  change: string
}

/** Moves an activity to another open request of its customer, or to a new one; both histories say so. */
export function useMoveActivity() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ activityId, requestId, customerId, change }: ActivityMove): Promise<ActivityDetails> =>
      customerId === undefined
        ? call('moveActivity', { params: { activityId }, body: { requestId }, change })
        : call('moveToCustomer', { params: { activityId }, body: { customerId, requestId }, change }),
    onSuccess: (activity, { fromRequestId }) => {
      putActivity(client, activity)
      for (const id of [fromRequestId, activity.request.id]) {
        void client.invalidateQueries({ queryKey: requestKeys.details(id) })
        void client.invalidateQueries({ queryKey: requestKeys.history(id) })
      }
      // Of both customers, where it went to another one.
      void client.invalidateQueries({ queryKey: ['customer'] })
      void client.invalidateQueries({ queryKey: ['tasks'] })
    },
  })
}
