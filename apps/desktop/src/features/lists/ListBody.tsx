import type { ListedRequest, ListLayout, RequestFilter, RequestSort, Snippet } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { type ReactNode, type RefObject } from 'react'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { listKeys, useHead, type useRequests } from './api.ts'
import { useList } from './list-store.ts'
import { ListEmpty } from './ListEmpty.tsx'
import { ListTable } from './ListTable.tsx'
import styles from './lists.module.css'
import { useListNews } from './useListNews.ts'

interface ListBodyProps {
  list: ReturnType<typeof useRequests>
  requests: readonly ListedRequest[]
  filter: RequestFilter
  sort: RequestSort
  layout: ListLayout
  grid: RefObject<HTMLDivElement | null>
  hasBoxes: boolean
  isFiltered: boolean
  onOpen: (request: ListedRequest, snippet?: Snippet | null) => void
  onLayout: (layout: ListLayout) => void
  onClear: () => void
  /** Leaves the words and takes out all else. */
  onDropFilters: () => void
  onAdd?: () => void
}
/** So many pages that found nothing are read on by themselves; then one is asked. */
const mostEmptyPages = 40

/** The table, or why there is none: loading, did not load, nothing fits, none at all. */
export function ListBody(props: ListBodyProps): ReactNode {
  const { list, requests, filter, sort, layout, grid, hasBoxes, isFiltered, onOpen, onLayout } = props
  const { onClear, onDropFilters, onAdd } = props
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isPlaceholderData } = list
  const key = JSON.stringify([filter, sort])
  const { changedIds, forget } = useListNews(key, requests)
  const hasMoved = useHasMoved(list, filter, sort, !isOffline && !isPlaceholderData) || changedIds.size > 0
  if (!data)
    return isError ? (
      <ErrorState title={t('lists.didNotLoad')} onRetry={() => void refetch()} />
    ) : (
      <div className={styles.waiting}>
        <SkeletonLines lines={12} />
      </div>
    )
  const emptyPages = data.pages.length - 1 - data.pages.findLastIndex(({ items }) => items.length > 0)
  const isSearching = hasNextPage && data.pages.at(-1)?.isUnfinished === true
  const isAsking = isSearching && emptyPages >= mostEmptyPages
  if (requests.length === 0 && !hasNextPage)
    return (
      <ListEmpty
        words={filter.words}
        isFiltered={isFiltered}
        onClear={onClear}
        onDropFilters={onDropFilters}
        {...(onAdd && { onAdd })}
      />
    )
  const refresh = (): void => {
    useList.setState({ scrollTop: 0 })
    forget()
    grid.current?.firstElementChild?.scrollTo({ top: 0 })
    // Only the first page is read again: the others belong to what was.
    void client.resetQueries({ queryKey: listKeys.pages(filter, sort) })
    void client.invalidateQueries({ queryKey: ['requests', 'count'] })
  }
  return (
    <div className={styles.body} aria-busy={isPlaceholderData}>
      {hasMoved && (
        <button type="button" className={styles.news} onClick={refresh}>
          <RefreshCw size={12} aria-hidden="true" />
          {t('lists.hasChanged')}
        </button>
      )}
      <ListTable
        // Another list begins at its top.
        key={key}
        grid={grid}
        requests={requests}
        layout={layout}
        changedIds={changedIds}
        hasMore={hasNextPage && !isAsking}
        isLoadingMore={isFetchingNextPage}
        hasFailed={isError}
        hasBoxes={hasBoxes}
        onMore={() => void fetchNextPage()}
        onOpen={onOpen}
        onLayout={onLayout}
      >
        {isError && hasNextPage ? (
          <output className={styles.more}>
            {t('lists.moreDidNotLoad')}{' '}
            <LinkButton onClick={() => void fetchNextPage()}>{t('common.tryAgain')}</LinkButton>
          </output>
        ) : (
          isSearching && (
            <output className={styles.more}>
              {t(isAsking ? 'lists.searchedSoFar' : 'lists.searching', { count: format.number(requests.length) })}{' '}
              {isAsking && <LinkButton onClick={() => void fetchNextPage()}>{t('lists.goOn')}</LinkButton>}
            </output>
          )
        )}
      </ListTable>
    </div>
  )
}

/** Whether the first page is another one by now than what stands on the screen. */
function useHasMoved(
  list: ReturnType<typeof useRequests>,
  filter: RequestFilter,
  sort: RequestSort,
  isWanted: boolean,
): boolean {
  const head = useHead(filter, sort, isWanted && list.isSuccess)
  const [first] = list.data?.pages ?? []
  if (!head.data || !first || head.dataUpdatedAt <= list.dataUpdatedAt || list.isPlaceholderData) return false
  const ids = (items: readonly ListedRequest[]): string => items.map(({ id }) => id).join()
  return ids(head.data.items) !== ids(first.items)
}
