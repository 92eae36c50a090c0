/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- a real table cannot draw only the rows in view; the rows have the focus, their group hears the keys */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { idOfKey } from '../../shared/keyboard/keys.ts'
import { wantedName } from '../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import styles from './follow-ups.module.css'

export interface GridRow {
  key: string
  height: number
  /** A heading: the focus passes over it. */
  isHeading?: boolean
  draw: (place: { top: number; index: number; tabIndex: 0 | -1; onFocus: () => void }) => ReactNode
  onOpen?: () => void
  /** Space and `x`. */
  onTick?: () => void
  /** Delete. */
  onDelete?: () => void
}

interface RowsGridProps {
  label: string
  titles: readonly string[]
  look: string
  rows: readonly GridRow[]
  hasMore: boolean
  isLoadingMore: boolean
  hasFailed: boolean
  onMore: () => void
}
/** Rows drawn while the height of the view is not known yet. */
const unmeasured = 30
/** So many rows before the end the next page is fetched. */
const ahead = 15

/** Rows of which only those near the view are drawn; arrows move, Enter opens, Space ticks, Delete deletes. */
export function RowsGrid(props: RowsGridProps): ReactNode {
  const { label, titles, look, rows, hasMore, isLoadingMore, hasFailed, onMore } = props
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const [stopKey, setStopKey] = useState<string | null>(null)
  const wanted = useRef(false)
  const at = stopOf(rows, stopKey)
  // A new function would make the places of all rows anew, in each frame of scrolling.
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here, so its changing functions are harmless
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? 44,
    getItemKey: keyOf,
    overscan: 10,
    // The tab stop stays in the page, so that the table can always be entered by keyboard.
    rangeExtractor: (range) =>
      [...new Set([...(at === -1 ? [] : [at]), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  useEffect(() => virtualizer.measure(), [look, rows, virtualizer])
  const measured = virtualizer.getVirtualItems()
  // Before the first measuring nothing would be drawn.
  const items = measured.length > 0 ? measured : firstOf(rows)
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoadingMore && !hasFailed && last >= rows.length - ahead) onMore()
  }, [hasMore, isLoadingMore, hasFailed, last, rows.length, onMore])
  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()
  })
  const go = (step: number): void => {
    const stops = rows.flatMap(({ isHeading }, index) => (isHeading ? [] : [index]))
    const place = Math.max(0, Math.min(stops.length - 1, stops.indexOf(at) + step))
    const next = stops[place]
    if (next === undefined) return
    wanted.current = true
    setStopKey(rows[next]?.key ?? null)
    virtualizer.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // What stands in a row hears its own keys.
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    const name = wantedName(event.nativeEvent) ?? ''
    const id = idOfKey(tableKeys, name) ?? ''
    const step = steps[id] ?? steps[name]
    const row = rows[at]
    if (step !== undefined) go(step)
    else if (id === 'open') row?.onOpen?.()
    else if (id === 'choose') row?.onTick?.()
    else if (name === 'Delete') row?.onDelete?.()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={styles.grid}
      data-look={look}
    >
      <div role="row" aria-rowindex={1} className={styles.titles}>
        {titles.map((title) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
      <div ref={scroller} role="rowgroup" className={styles.scroller} onKeyDown={onKeyDown}>
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            const onFocus = (): void => setStopKey(row?.key ?? null)
            return row?.draw({ top: start, index, tabIndex: index === at ? 0 : -1, onFocus })
          })}
        </div>
      </div>
      {hasFailed && hasMore && (
        <output className={styles.more}>
          {t('followUps.moreDidNotLoad')} <LinkButton onClick={onMore}>{t('common.tryAgain')}</LinkButton>
        </output>
      )}
    </div>
  )
}

const steps: Record<string, number> = {
  next: 1,
  previous: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** The row that Tab reaches; when it is gone, the first. */
function stopOf(rows: readonly GridRow[], key: string | null): number {
  const known = key === null ? -1 : rows.findIndex((row) => row.key === key)
  return known === -1 ? rows.findIndex(({ isHeading }) => !isHeading) : known
}

function firstOf(rows: readonly GridRow[]): { index: number; start: number }[] {
  let start = 0
  return rows.slice(0, unmeasured).map(({ height }, index) => {
    const item = { index, start }
    start += height
    return item
  })
}
