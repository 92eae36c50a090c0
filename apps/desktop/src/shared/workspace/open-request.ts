import type { QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { useSelection } from './selection.ts'

/** Shows a request of a customer: with what was said last in it, or alone when nothing was. */
export async function openRequest(
  client: QueryClient,
  request: { requestId: string; customerId: string },
): Promise<void> {
  const { viewActivity, viewRequestAlone } = useSelection.getState()
  // Not staying where one was, should the answer not come.
  const place = await client
    .fetchQuery({
      queryKey: ['request', request.requestId, 'place'],
      queryFn: () => call('locateRequest', { query: { requestId: request.requestId } }),
      staleTime: 0,
    })
    .catch(() => ({ ...request, activityId: null }))
  if (place.activityId === null) viewRequestAlone({ requestId: place.requestId, customerId: place.customerId })
  else viewActivity(place.activityId)
}
