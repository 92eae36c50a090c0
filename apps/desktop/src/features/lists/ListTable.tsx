/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions, react/refs -- a real table cannot draw only the rows in view; the rows have the focus, their group hears the keys; the virtualizer reads its scroller when asked, not while rendering */
import type { ListedRequest, ListLayout, Snippet } from '@care/contract'
import { searchWords, sortsFor } from '@care/domain'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react'
import { useMedia } from '../../shared/hooks/useMedia.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { cardLayout, columns, sized } from './columns.ts'
import { HeadCell } from './HeadCell.tsx'
import { useList } from './list-store.ts'
import { ListRow } from './ListRow.tsx'
import styles from './lists.module.css'
import { useGridKeys } from './useGridKeys.ts'
import { useNames } from './useNames.ts'
import { useSnippets } from './useSnippets.ts'

interface ListTableProps {
  requests: readonly ListedRequest[]
  layout: ListLayout
  changedIds: ReadonlySet<string>
  hasMore: boolean
  isLoadingMore: boolean
  hasFailed: boolean
  /** Rows can be chosen. */
  hasBoxes: boolean
  grid: RefObject<HTMLDivElement | null>
  onMore: () => void
  onOpen: (request: ListedRequest, snippet?: Snippet | null) => void
  onLayout: (layout: ListLayout) => void
  /** Below the last row. */
  children: ReactNode
}
const heights = { table: 38, cards: 96 } as const
/** What a row is higher with the line that says where the words were found. */
const snippetHeight = 22
/** Rows drawn while the height of the view is not known yet. */
const unmeasured = 40
/** So many rows before the end the next page is fetched. */
const ahead = 25

/** The list: only rows near the view are drawn. On a phone each is a card. Left and entered again it is where it was. */
export function ListTable(props: ListTableProps): ReactNode {
  const { requests, layout, hasMore, isLoadingMore, hasFailed, hasBoxes, onMore, onOpen, onLayout } = props
  const t = useT()
  const { filter, sort, selection, focusedId, sortBy, toggle, selectTo, selectShown, clearSelection } = useList()
  const look = useMedia('(max-width: 767.95px)') ? 'cards' : 'table'
  const scroller = useRef<HTMLDivElement>(null)
  // While an edge is drawn the columns follow it; kept is where it is let go.
  const [drawn, setDrawn] = useState<ListLayout | null>(null)
  const shown = look === 'cards' ? cardLayout(layout) : (drawn ?? layout)
  const names = useNames()
  const sorts = useMemo(() => sortsFor(filter), [filter])
  const at = Math.max(
    0,
    requests.findIndex(({ id }) => id === focusedId),
  )
  const { words } = filter
  const sought = useMemo(() => (words === undefined ? none : searchWords(words)), [words])
  const rowHeight = heights[look] + (words === undefined ? 0 : snippetHeight)
  const virtualizer = useRows(scroller, requests, rowHeight, look, at)
  const measured = virtualizer.getVirtualItems()
  const items =
    measured.length > 0
      ? measured
      : requests.slice(0, unmeasured).map((_, index) => ({ index, start: index * rowHeight }))
  const last = items.at(-1)?.index ?? 0
  const snippets = useSnippets(words, requests, items.find(({ index }) => index !== at)?.index ?? 0, last)
  useEffect(() => {
    if (hasMore && !isLoadingMore && !hasFailed && last >= requests.length - ahead) onMore()
  }, [hasMore, isLoadingMore, hasFailed, last, requests.length, onMore])
  const open = useOpening(onOpen, snippets)
  const order = useRef<readonly string[]>([])
  useEffect(() => {
    order.current = requests.map(({ id }) => id)
  }, [requests])
  const select = useCallback(
    (id: string, isRange: boolean) => {
      useList.setState({ focusedId: id })
      if (isRange) selectTo(id, order.current)
      else toggle(id)
    },
    [selectTo, toggle],
  )
  const onKeyDown = useGridKeys({
    at,
    count: requests.length,
    scroller,
    onGo: (index) => {
      useList.setState({ focusedId: requests[index]?.id ?? null })
      virtualizer.scrollToIndex(index)
    },
    onOpen: (index) => requests[index] && open(requests[index]),
    ...(hasBoxes ? { onSelect: (index, isRange) => select(requests[index]?.id ?? '', isRange) } : {}),
  })
  const isAll = requests.length > 0 && requests.every(({ id }) => selection.ids.has(id))
  const widths = shown.map(({ id, width }) => (id === 'title' ? `minmax(${width}px, 1fr)` : `${width}px`))
  const template = [...(hasBoxes ? ['36px'] : []), ...widths].join(' ')
  const width = shown.reduce((sum, column) => sum + column.width + 12, hasBoxes ? 68 : 32)
  return (
    <div
      ref={props.grid}
      role="grid"
      aria-label={t('lists.region')}
      aria-multiselectable={hasBoxes}
      aria-rowcount={hasMore ? -1 : requests.length + 1}
      className={styles.table}
      data-look={look}
      data-searched={words !== undefined || undefined}
      style={{ '--columns': template, '--width': `${width}px` } as CSSProperties}
    >
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={(event) => useList.setState({ scrollTop: event.currentTarget.scrollTop })}
      >
        <div role="row" aria-rowindex={1} className={styles.titles}>
          {hasBoxes && (
            <div role="columnheader" className={styles.box}>
              <input
                type="checkbox"
                aria-label={t('lists.selectShown')}
                checked={isAll}
                ref={(box) => {
                  if (box) box.indeterminate = !isAll && selection.ids.size > 0
                }}
                onChange={() => (isAll ? clearSelection() : selectShown(requests.map(({ id }) => id)))}
              />
            </div>
          )}
          {shown.map(({ id, width: own }) => (
            <HeadCell
              key={id}
              id={id}
              width={own}
              sort={sort}
              maySort={sorts.includes(columns[id].sort?.by ?? 'updated')}
              onSort={sortBy}
              onWidth={(next, isLast) => {
                const changed = sized(shown, id, next)
                setDrawn(isLast ? null : changed)
                if (isLast) onLayout(changed)
              }}
            />
          ))}
        </div>
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtualizer.getTotalSize() || requests.length * rowHeight }}
          onKeyDown={onKeyDown}
        >
          {items.map(({ index, start }) => {
            const request = requests[index]
            return (
              request && (
                <ListRow
                  key={request.id}
                  request={request}
                  index={index}
                  top={start}
                  layout={shown}
                  names={names}
                  words={sought}
                  snippet={words === undefined ? undefined : snippetOf(snippets, request.id)}
                  isStop={index === at}
                  isSelected={selection.isAllMatching || selection.ids.has(request.id)}
                  hasBox={hasBoxes}
                  isChanged={props.changedIds.has(request.id)}
                  onOpen={open}
                  onSelect={select}
                />
              )
            )
          })}
        </div>
        {props.children}
      </div>
    </div>
  )
}

const none: readonly string[] = []

const snippetOf = (snippets: ReadonlyMap<string, Snippet | null>, id: string): Snippet | null | 'pending' =>
  snippets.get(id) ?? (snippets.has(id) ? null : 'pending')

/** Opens a row with what was found in it; stays the same function while snippets come, so that rows are not drawn anew. */
function useOpening(onOpen: ListTableProps['onOpen'], snippets: ReadonlyMap<string, Snippet | null>) {
  const found = useRef(snippets)
  useEffect(() => {
    found.current = snippets
  }, [snippets])
  return useCallback(
    (request: ListedRequest) => {
      useList.setState({ focusedId: request.id })
      onOpen(request, found.current.get(request.id))
    },
    [onOpen],
  )
}

function useRows(
  scroller: RefObject<HTMLDivElement | null>,
  requests: readonly ListedRequest[],
  rowHeight: number,
  look: 'table' | 'cards',
  at: number,
) {
  // A new function would make the places of all rows anew, in each frame of scrolling.
  const keyOf = useCallback((index: number) => requests[index]?.id ?? index, [requests])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here, so its changing functions are harmless
  const virtualizer = useVirtualizer({
    count: requests.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 10,
    initialOffset: useList.getState().scrollTop,
    scrollPaddingStart: look === 'table' ? 34 : 0,
    // The tab stop stays in the page, so that the table can always be entered by keyboard.
    rangeExtractor: (range) => [...new Set([at, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer])
  // Back from the desk: to where one was.
  useEffect(() => {
    const { scrollTop } = useList.getState()
    if (scroller.current && scrollTop > 0) scroller.current.scrollTop = scrollTop
  }, [scroller])
  return virtualizer
}
