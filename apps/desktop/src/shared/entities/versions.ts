import { replaceEqualDeep, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** What an event of some version means for what is cached. */
export type Freshness = 'ignore' | 'patch' | 'refetch'

/**
 * Cached version at or past the event's: ignore (often the echo of one's own change); one behind: the event's own
 * content is the whole difference, patch; further behind, or nothing known: refetch.
 */
export function freshness(cached: number | undefined, event: number): Freshness {
  if (cached === undefined) return 'refetch'
  if (cached >= event) return 'ignore'
  return cached === event - 1 ? 'patch' : 'refetch'
}

interface Versioned {
  version: number
}

const versionOf = (value: unknown): number => Number((value as Partial<Versioned> | undefined)?.version ?? 0)

/**
 * For `structuralSharing` of a query: an answer that was asked for before a change and comes after it is older than what
 * stands there, and is left out.
 */
export const newest = (old: unknown, value: unknown): unknown =>
  versionOf(old) > versionOf(value) ? old : replaceEqualDeep(old, value)

/** Puts an answer into the cache unless something newer already stands there. */
export function keepNewest<T extends Versioned>(client: QueryClient, key: QueryKey, value: T): void {
  client.setQueryData<T>(key, (old) => (old !== undefined && old.version > value.version ? old : value))
}

/** For events that only name a version: fetches again what is cached, unless the cache already has that version. */
export function refetchIfOlder(client: QueryClient, key: QueryKey, version: number): void {
  const cached = client.getQueryData<Versioned>(key)?.version
  if (cached !== undefined && cached >= version) return
  void client.invalidateQueries({ queryKey: key, exact: true })
}
