import type { QuickReply } from '@care/contract'
import { replyWords, searchReplies } from '@care/domain/quick-replies'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../shared/api/client.ts'
import { quickReplyKeys } from '../../../shared/entities/quick-replies.ts'

const most = 100

interface Found {
  /** Best first. */
  items: readonly QuickReply[]
  /** The answer to what is typed now is still on its way. */
  isPending: boolean
  /** There are none at all, whatever is typed. */
  isNone: boolean
  error: Error | null
  retry: () => void
}

/** Found as one types: here at once when all of them fit in a page, which the whole team's mostly do, else on the server. */
export function useFoundReplies(query: string): Found {
  const search = replyWords(query).join(' ')
  const all = useQuery({
    queryKey: [...quickReplyKeys.all, 'picker', ''],
    queryFn: () => call('listQuickReplies', { query: { limit: most } }),
    staleTime: Infinity,
  })
  const isWhole = all.data !== undefined && all.data.nextCursor === null
  const found = useQuery({
    queryKey: [...quickReplyKeys.all, 'picker', search],
    queryFn: () => call('listQuickReplies', { query: { limit: most, search: query.trim() } }),
    enabled: all.data !== undefined && !isWhole && search !== '',
    placeholderData: keepPreviousData,
  })
  const page = search === '' || isWhole ? all.data?.items : (found.data?.items ?? all.data?.items)
  const items = useMemo(() => inOrder(page ?? [], query), [page, query])
  const asks = !isWhole && search !== ''
  return {
    items,
    isPending: all.isPending || (asks && (found.isPending || found.isPlaceholderData)),
    isNone: all.data?.items.length === 0,
    error: all.data === undefined ? all.error : null,
    retry: () => void all.refetch(),
  }
}

/** With nothing typed what is used most goes first; own ones before shared ones of the same shortcut. */
function inOrder(items: readonly QuickReply[], query: string): QuickReply[] {
  const ranked = searchReplies(items, query)
  return replyWords(query).length === 0 ? ranked.toSorted((a, b) => b.uses - a.uses) : ranked
}
