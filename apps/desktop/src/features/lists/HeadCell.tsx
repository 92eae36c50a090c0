/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the table draws only the rows in view, so it is none in HTML */
import type { ListColumn, RequestSort } from '@care/contract'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { columns, narrowest, widest } from './columns.ts'
import styles from './lists.module.css'

interface HeadCellProps {
  id: ListColumn
  width: number
  sort: RequestSort
  /** The filter leaves this sort open. */
  maySort: boolean
  onSort: (sort: RequestSort) => void
  onWidth: (width: number, isLast: boolean) => void
}
const step = 16

/** A title: pressed, it sorts; its edge is drawn, or moved by arrows, to the width that one likes. */
export function HeadCell({ id, width, sort, maySort, onSort, onWidth }: HeadCellProps): ReactNode {
  const t = useT()
  const start = useRef<{ x: number; width: number } | null>(null)
  const { word, sort: own } = columns[id]
  const name = t(word)
  const isSorted = own?.by === sort.by
  const draw = (event: PointerEvent, isLast: boolean): void => {
    if (!start.current) return
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    onWidth(start.current.width + direction * (event.clientX - start.current.x), isLast)
    if (isLast) start.current = null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onWidth(width + by, true)
  }
  return (
    <div
      role="columnheader"
      className={styles.title}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {own ? (
        <button
          type="button"
          disabled={!maySort}
          title={maySort ? undefined : t('lists.noSort')}
          onClick={() => onSort(isSorted ? { ...sort, isDescending: !sort.isDescending } : own)}
        >
          <span className="ell">{name}</span>
          {isSorted &&
            (sort.isDescending ? <ArrowDown size={12} aria-hidden="true" /> : <ArrowUp size={12} aria-hidden="true" />)}
        </button>
      ) : (
        <span className="ell">{name}</span>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- a separator that can be moved is a control */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('lists.widthOf', { column: name })}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        className={styles.edge}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = { x: event.clientX, width }
        }}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={(event) => draw(event, true)}
      />
    </div>
  )
}
