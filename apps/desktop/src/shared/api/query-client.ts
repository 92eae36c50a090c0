import { isApiError, isWorthRepeating } from '@care/client'
import { QueryClient } from '@tanstack/react-query'

/**
 * Reads repeat themselves only where repeating can help; a refusal is shown at once. Nothing goes stale by time:
 * events and reconnects say what to fetch again, so that opening a task from the cache costs no call.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // The socket's reconnect does it, see realtime/connection.ts.
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && (!isApiError(error) || isWorthRepeating(error)),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
