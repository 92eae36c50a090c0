/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- a real table cannot draw only the rows in view; the rows have the focus, their group hears the keys */
import type { Customer } from '@care/contract'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useMedia } from '../../../shared/hooks/useMedia.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import styles from './book.module.css'
import { BookRow } from './BookRow.tsx'

interface BookTableProps {
  customers: readonly Customer[]
  ref: Ref<HTMLDivElement>
  openId: string | null
  hasMore: boolean
  isLoadingMore: boolean
  hasFailed: boolean
  onMore: () => void
  onOpen: (customerId: string) => void
}
const heights = { table: 44, cards: 84 } as const
/** Rows drawn while the height of the view is not known yet. */
const unmeasured = 30
/** So many rows before the end the next page is fetched. */
const ahead = 15

/** Everybody in rows, only those near the view drawn; arrows move, Enter opens. Cards where columns have no room. */
export function BookTable(props: BookTableProps): ReactNode {
  const { customers, openId, hasMore, isLoadingMore, hasFailed, onMore, onOpen } = props
  const t = useT()
  const look = useMedia('(max-width: 767.95px)') ? 'cards' : 'table'
  const scroller = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const wanted = useRef<number | null>(null)
  const at = Math.min(stop, customers.length - 1)
  // A new function would make the places of all rows anew, in each frame of scrolling.
  const keyOf = useCallback((index: number) => customers[index]?.id ?? index, [customers])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here, so its changing functions are harmless
  const virtualizer = useVirtualizer({
    count: customers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights[look],
    getItemKey: keyOf,
    overscan: 10,
    // The tab stop stays in the page, so that the table can always be entered by keyboard.
    rangeExtractor: (range) => [...new Set([at, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  useEffect(() => virtualizer.measure(), [look, virtualizer])
  const measured = virtualizer.getVirtualItems()
  // Before the first measuring nothing would be drawn.
  const items =
    measured.length > 0
      ? measured
      : customers.slice(0, unmeasured).map((_, index) => ({ index, start: index * heights[look] }))
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoadingMore && !hasFailed && last >= customers.length - ahead) onMore()
  }, [hasMore, isLoadingMore, hasFailed, last, customers.length, onMore])
  useEffect(() => {
    if (wanted.current === null || wanted.current !== at) return
    wanted.current = null
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()
  })
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(index, customers.length - 1))
    wanted.current = next
    setStop(next)
    virtualizer.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, j: 1, k: -1 }
    const step = steps[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step !== undefined) go(at + step)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(customers.length - 1)
    else if (event.key === 'Enter' || event.key === 'o') onOpen(customers[at]?.id ?? '')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const columns = ['name', 'company', 'email', 'phone'] as const
  return (
    <div
      ref={props.ref}
      role="grid"
      aria-label={t('addressBook.region')}
      aria-rowcount={hasMore ? -1 : customers.length + 1}
      className={styles.table}
      data-look={look}
    >
      <div role="row" aria-rowindex={1} className={styles.titles}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`customer.${column}`)}
          </span>
        ))}
        <span role="columnheader">{t('addressBook.openRequests')}</span>
        <span role="columnheader">{t('addressBook.lastContact')}</span>
      </div>
      <div ref={scroller} role="rowgroup" className={styles.scroller} onKeyDown={onKeyDown}>
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const customer = customers[index]
            return (
              customer && (
                <BookRow
                  key={customer.id}
                  customer={customer}
                  index={index}
                  top={start}
                  isStop={index === at}
                  isOpen={customer.id === openId}
                  onOpen={() => {
                    setStop(index)
                    onOpen(customer.id)
                  }}
                />
              )
            )
          })}
        </div>
      </div>
      {hasFailed && hasMore && (
        <output className={styles.more}>
          {t('addressBook.moreDidNotLoad')} <LinkButton onClick={onMore}>{t('common.tryAgain')}</LinkButton>
        </output>
      )}
    </div>
  )
}
