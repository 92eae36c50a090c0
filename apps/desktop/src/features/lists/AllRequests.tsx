import type { BulkSelection, ListedRequest, ListLayout, RequestFilter, RequestSort, Snippet } from '@care/contract'
import Button from '@mui/material/Button'
import { Plus } from 'lucide-react'
import { useMemo, useRef, type ComponentType, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'
import { dayEndsAt, useCount, useKeepColumns, useLayoutColumns, useRequests } from './api.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { usualLayout } from './columns.ts'
import { countWords } from './count-words.ts'
import { usedFields, withWords } from './fields.ts'
import { FilterBar } from './FilterBar.tsx'
import { useList } from './list-store.ts'
import { ListBody } from './ListBody.tsx'
import styles from './lists.module.css'
import { SearchField } from './SearchField.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useWordsInAddress } from './useWordsInAddress.ts'

/** What another feature shows of views: the list as it is, and how it becomes another. */
export interface ViewsProps {
  filter: RequestFilter
  sort: RequestSort
  columns: ListLayout
  /** The page is there: counts may be asked for. */
  isWanted: boolean
  onShow: (view: { filter: RequestFilter; sort: RequestSort; columns: ListLayout | null }) => void
}
/** What other features show within the list. */
export interface ListSlots {
  Views: ComponentType<ViewsProps>
  BulkActions: ComponentType<{ selection: BulkSelection; onStarted: () => void }>
  BulkProgress: ComponentType<{ onSelect: (ids: readonly string[]) => void }>
}
interface AllRequestsProps {
  slots?: ListSlots
  /** `snippet`: where what was looked for was found in it. */
  onOpen: (request: ListedRequest, snippet?: Snippet | null) => void
  onNumber: (number: number) => void
  onAddRequest: () => void
}

/** Screen "All requests": everything that one may see, narrowed, sorted, in columns that one chooses (row R1). */
export function AllRequests({ slots, onOpen, onNumber, onAddRequest }: AllRequestsProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const grid = useRef<HTMLDivElement>(null)
  const mayAdd = useCan('requests.create')
  const mayChange = useCan('requests.edit')
  const { filter, sort, columns, selection, narrow, show, setColumns, selectShown, clearSelection } = useList()
  useWordsInAddress()
  const list = useRequests(filter, sort)
  const count = useCount(filter).data
  const own = useLayoutColumns().data?.columns ?? usualLayout
  const layout = columns ?? own
  const keepColumns = useKeepColumns()
  const setLayout = (next: ListLayout): void => (columns === null ? keepColumns.mutate(next) : setColumns(next))
  // What comes anew at the top moves one over to the next page; each is shown once.
  const requests = useMemo(
    () => [...new Map(list.data?.pages.flatMap(({ items }) => items).map((one) => [one.id, one] as const)).values()],
    [list.data],
  )
  const hints = useKeyHints()
  useShortcuts(tableKeys, {
    leave: selection.ids.size > 0 && clearSelection,
    next: () => enter(grid.current),
  })
  return (
    <section className={styles.screen} aria-label={t('lists.region')} {...regionStop} tabIndex={-1}>
      <div>
        <header className={styles.head}>
          <h1>{t('lists.region')}</h1>
          <SearchField
            words={filter.words ?? ''}
            onWords={(words) => narrow(withWords(useList.getState().filter, words))}
            onNumber={onNumber}
            onDown={() => enter(grid.current)}
          />
          <span className={styles.space} />
          {mayAdd && (
            <Button
              variant="contained"
              size="small"
              startIcon={<Plus size={16} />}
              {...hints.props('c')}
              onClick={onAddRequest}
            >
              {t('request.addRequest')}
            </Button>
          )}
        </header>
        {slots && <slots.Views filter={filter} sort={sort} columns={layout} isWanted={list.isSuccess} onShow={show} />}
      </div>
      <div>
        <FilterBar filter={filter} onFilter={(next) => narrow(withWords(next, filter.words ?? ''))}>
          <output className={styles.count}>
            {count && t('lists.count', { n: count.count, count: countWords(format, count) })}
          </output>
          <ColumnsMenu layout={layout} onLayout={setLayout} />
        </FilterBar>
        {slots && mayChange && <slots.BulkProgress onSelect={selectShown} />}
      </div>
      <ListBody
        list={list}
        requests={requests}
        filter={filter}
        sort={sort}
        layout={layout}
        grid={grid}
        hasBoxes={mayChange}
        isFiltered={usedFields(filter).length > 0}
        onOpen={onOpen}
        onLayout={setLayout}
        onClear={() => narrow({})}
        onDropFilters={() => narrow(withWords({}, filter.words ?? ''))}
        {...(mayAdd ? { onAdd: onAddRequest } : {})}
      />
      {mayChange && (
        <SelectionBar total={count} shown={requests.length}>
          {slots && (
            <slots.BulkActions
              selection={selection.isAllMatching ? { filter, dayEndsAt: dayEndsAt() } : { ids: [...selection.ids] }}
              onStarted={clearSelection}
            />
          )}
        </SelectionBar>
      )}
    </section>
  )
}

/** From anywhere on the screen into the rows; within them their own keys move on. */
function enter(grid: HTMLElement | null): boolean {
  const row = grid?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
  row?.focus()
  return Boolean(row)
}
