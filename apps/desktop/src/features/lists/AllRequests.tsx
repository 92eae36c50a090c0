import type { ListedRequest, Snippet } from '@care/contract'
import Button from '@mui/material/Button'
import { Plus } from 'lucide-react'
import { useMemo, useRef, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { useCount, useKeepColumns, useLayoutColumns, useRequests } from './api.ts'
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

interface AllRequestsProps {
  /** `snippet`: where what was looked for was found in it. */
  onOpen: (request: ListedRequest, snippet?: Snippet | null) => void
  onNumber: (number: number) => void
  onAddRequest: () => void
}

/** Screen "All requests": everything that one may see, narrowed, sorted, in columns that one chooses (row R1). */
export function AllRequests({ onOpen, onNumber, onAddRequest }: AllRequestsProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const grid = useRef<HTMLDivElement>(null)
  const isOffline = useIsOffline()
  const mayAdd = useCan('requests.create')
  const mayChange = useCan('requests.edit')
  const { filter, sort, selection, narrow, clearSelection } = useList()
  useWordsInAddress()
  const list = useRequests(filter, sort)
  const count = useCount(filter).data
  const layout = useLayoutColumns().data?.columns ?? usualLayout
  const keepColumns = useKeepColumns()
  // What comes anew at the top moves one over to the next page; each is shown once.
  const requests = useMemo(
    () => [...new Map(list.data?.pages.flatMap(({ items }) => items).map((one) => [one.id, one] as const)).values()],
    [list.data],
  )
  const hasBoxes = mayChange && !isOffline
  useShortcuts({
    Escape: () => (selection.ids.size > 0 ? clearSelection() : false),
    j: () => enter(grid.current),
    ArrowDown: () => enter(grid.current),
  })
  return (
    <section className={styles.screen} aria-label={t('lists.region')} {...regionStop} tabIndex={-1}>
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
            aria-keyshortcuts="c"
            onClick={onAddRequest}
          >
            {t('request.addRequest')}
          </Button>
        )}
      </header>
      <FilterBar filter={filter} onFilter={(next) => narrow(withWords(next, filter.words ?? ''))}>
        <output className={styles.count}>
          {count && t('lists.count', { n: count.count, count: countWords(format, count) })}
        </output>
        <ColumnsMenu layout={layout} onLayout={(columns) => keepColumns.mutate(columns)} />
      </FilterBar>
      <ListBody
        list={list}
        requests={requests}
        filter={filter}
        sort={sort}
        layout={layout}
        grid={grid}
        hasBoxes={hasBoxes}
        isFiltered={usedFields(filter).length > 0}
        onOpen={onOpen}
        onLayout={(columns) => keepColumns.mutate(columns)}
        onClear={() => narrow({})}
        onDropFilters={() => narrow(withWords({}, filter.words ?? ''))}
        {...(mayAdd ? { onAdd: onAddRequest } : {})}
      />
      {hasBoxes && <SelectionBar total={count} shown={requests.length} />}
    </section>
  )
}

/** From anywhere on the screen into the rows; within them their own keys move on. */
function enter(grid: HTMLElement | null): boolean {
  const row = grid?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
  row?.focus()
  return Boolean(row)
}
