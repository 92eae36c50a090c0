import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { useLater } from '../hooks/useLater.ts'

/** Tags in use that begin with what is typed; none for nothing. */
export function useKnownTags(typed: string): readonly string[] {
  const search = typed.trim()
  const hasRested = useLater(search !== '', 150)
  const { data } = useQuery({
    queryKey: ['known-tags', search],
    queryFn: () => call('suggestTags', { query: { search } }),
    enabled: hasRested,
    placeholderData: keepPreviousData,
  })
  return search === '' ? [] : (data?.items ?? [])
}
