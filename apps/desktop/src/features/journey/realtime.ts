import type { QueryClient } from '@tanstack/react-query'
import { customerKeys } from '../../shared/entities/customer.ts'
import type { DeskEventHandlers } from '../../shared/realtime/events.ts'
import { refreshLine, viewerKey } from './api.ts'

const settleMs = 1_000
const waiting = new Set<string>()

/** One talk makes many changes a minute; the journey of its customer is fetched at most once a second. */
function refreshJourney(client: QueryClient, customerId: string): void {
  if (waiting.has(customerId)) return
  waiting.add(customerId)
  setTimeout(() => {
    waiting.delete(customerId)
    refreshLine(client, customerId)
    // The number of his requests stands with the customer and has no event of its own.
    void client.invalidateQueries({ queryKey: customerKeys.details(customerId) })
  }, settleMs)
}

/** The journey carries no versions: a change of one of its requests or activities fetches what is on the screen again. */
export const journeyEvents = {
  'request.changed': (client, { customerId }) => refreshJourney(client, customerId),
  'activity.changed': (client, { customerId }) => refreshJourney(client, customerId),
  // His requests may have become another's, or another's his.
  'customer.changed': (client, { customerId }) =>
    void client.invalidateQueries({ queryKey: customerKeys.journey(customerId) }),
  'message.added': (client, { message }) => void client.invalidateQueries({ queryKey: viewerKey(message.activityId) }),
} satisfies Partial<DeskEventHandlers>
