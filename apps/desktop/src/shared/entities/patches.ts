import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

type Patch = (old: never) => unknown

/** Of every query that is on its way, what was patched since it was asked. */
const onTheirWay = new Map<string, Set<Patch[]>>()

/**
 * For `queryFn` of what events patch without a version: an answer that was read before a change and comes after its event
 * would undo it, so what came meanwhile is applied to the answer once more.
 */
export const withPatches =
  <T>(fetch: () => Promise<T>) =>
  async ({ queryKey }: { queryKey: QueryKey }): Promise<T> => {
    const key = hashKey(queryKey)
    const mine: Patch[] = []
    const all = onTheirWay.get(key) ?? new Set()
    onTheirWay.set(key, all.add(mine))
    try {
      const answer = await fetch()
      return mine.reduce<T>((value, patch) => patch(value as never) as T, answer)
    } finally {
      all.delete(mine)
      if (all.size === 0) onTheirWay.delete(key)
    }
  }

/** Changes what is cached, and what is on its way; the patch must be harmless where the answer already has it. */
export function patchQuery<T>(client: QueryClient, key: QueryKey, patch: (old: T) => T): void {
  for (const mine of onTheirWay.get(hashKey(key)) ?? []) mine.push(patch as Patch)
  client.setQueryData<T>(key, (old) => (old === undefined ? old : patch(old)))
}
