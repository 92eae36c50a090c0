/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid around it handles the keys, its rows have the focus */
import type { ListedRequest, ListLayout, Snippet } from '@care/contract'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useRoom } from '../../shared/realtime/useRoom.ts'
import { Cell, type NamesOf } from './Cell.tsx'
import styles from './lists.module.css'
import { SnippetLine } from './SnippetLine.tsx'

interface ListRowProps {
  request: ListedRequest
  index: number
  top: number
  layout: ListLayout
  names: NamesOf
  /** What is looked for, folded. */
  words: readonly string[]
  /** Where it was found: null = further back than is looked, `pending` = not known yet, absent = nothing is looked for. */
  snippet: Snippet | null | 'pending' | undefined
  /** The one row that Tab reaches. */
  isStop: boolean
  isSelected: boolean
  hasBox: boolean
  /** Changed since the list was read: it may stand elsewhere by now. */
  isChanged: boolean
  onOpen: (request: ListedRequest) => void
  onSelect: (id: string, isRange: boolean) => void
}
/** Rows that only rush by ask nobody for their news. */
const restMs = 400

/** One request: a mark to choose it by, and its columns. Watches its own changes once it rests on the screen. */
export const ListRow = memo(function ListRow(props: ListRowProps): ReactNode {
  const {
    request,
    index,
    top,
    layout,
    names,
    words,
    snippet,
    isStop,
    isSelected,
    hasBox,
    isChanged,
    onOpen,
    onSelect,
  } = props
  const t = useT()
  const rests = useLater(true, restMs)
  useRoom('request', rests ? request.id : null)
  const select = (event: MouseEvent): void => {
    event.stopPropagation()
    onSelect(request.id, event.shiftKey)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-changed={isChanged || undefined}
      data-id={request.id}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => (event.shiftKey && hasBox ? select(event) : onOpen(request))}
    >
      {hasBox && (
        <div role="gridcell" className={styles.box} onClick={select}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            readOnly
            aria-label={t('lists.select', { number: request.number })}
          />
        </div>
      )}
      {layout.map(({ id }) => (
        <div role="gridcell" key={id} className={styles.cell} data-column={id}>
          <Cell column={id} request={request} names={names} words={words} />
        </div>
      ))}
      {snippet !== undefined && (
        <div role="gridcell" className={styles.snippet} aria-colspan={layout.length}>
          {snippet !== 'pending' && <SnippetLine snippet={snippet} />}
        </div>
      )}
    </div>
  )
})
