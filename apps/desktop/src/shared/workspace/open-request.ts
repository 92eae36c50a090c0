import type { JourneyRequest } from '@care/contract'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { customerKeys } from '../entities/customer.ts'
import { useSelection } from './selection.ts'

type Journey = InfiniteData<{ items: JourneyRequest[] }>

/** The newest activity of a request, as far as the journey of its customer was fetched. */
export function newestActivityOf(client: QueryClient, customerId: string, requestId: string): string | null {
  const journey = client.getQueryData<Journey>(customerKeys.journey(customerId))
  const request = journey?.pages.flatMap((page) => page.items).find(({ id }) => id === requestId)
  return request?.activities.toSorted((a, b) => b.startedAt - a.startedAt)[0]?.id ?? null
}

/** Shows a request of a customer: with what was said last in it, or alone when nothing was. */
export function openRequest(client: QueryClient, request: { requestId: string; customerId: string }): void {
  const activityId = newestActivityOf(client, request.customerId, request.requestId)
  const { viewActivity, viewRequestAlone } = useSelection.getState()
  if (activityId === null) viewRequestAlone(request)
  else viewActivity(activityId)
}
