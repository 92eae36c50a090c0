import type { ListedRequest, Snippet } from '@care/contract'
import { useQueries } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { listKeys } from './api.ts'

/** Rows that are asked for together; what is scrolled to later is asked then. */
const atOnce = 25

/** Where the words were found, of the rows from `first` to `last`: null = further back than is looked; missing = not known yet. */
export function useSnippets(
  words: string | undefined,
  requests: readonly ListedRequest[],
  first: number,
  last: number,
): ReadonlyMap<string, Snippet | null> {
  const chunks: string[][] = []
  if (words !== undefined)
    for (let from = Math.floor(first / atOnce) * atOnce; from <= last && from < requests.length; from += atOnce)
      chunks.push(requests.slice(from, from + atOnce).map(({ id }) => id))
  return useQueries({
    queries: chunks.map((ids) => ({
      queryKey: listKeys.snippets(words ?? '', ids),
      queryFn: () => call('listSnippets', { query: { words: words ?? '', ids: JSON.stringify(ids) } }),
      staleTime: 60_000,
    })),
    combine: (answers) => {
      const found = new Map<string, Snippet | null>()
      for (const [at, { data }] of answers.entries()) {
        if (!data) continue
        for (const id of chunks[at] ?? []) found.set(id, null)
        for (const snippet of data.items) found.set(snippet.requestId, snippet)
      }
      return found
    },
  })
}
