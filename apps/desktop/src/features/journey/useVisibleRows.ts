import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { JourneyRow } from './rows.ts'

/** Up to so many rows all are in the page; above, only those near the view. */
const virtualFrom = 60
const heights = { request: 30, activity: 28, other: 28 } as const

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let parent = element?.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return null
}

interface VisibleRows {
  container: RefObject<HTMLDivElement | null>
  /** Rows to draw; `top` in pixels where only some are drawn. */
  visible: { index: number; top?: number }[]
  height: number | undefined
  /** Brings a row into view and gives it the focus. */
  reveal: (index: number) => void
}

/** Which rows of the tree are drawn: ten years of a customer scroll as one day does. The column is what scrolls. */
export function useVisibleRows(rows: readonly JourneyRow[], stop: number): VisibleRows {
  const container = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  const isVirtual = rows.length > virtualFrom
  // A new function would make the places of all rows anew, in each frame of scrolling.
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here, so its changing functions are harmless
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scrollerOf(container.current),
    estimateSize: (index) => heights[rows[index]?.kind ?? 'activity'],
    getItemKey: keyOf,
    scrollMargin: margin,
    overscan: 12,
    // The tab stop stays in the page, so that the tree can always be entered by keyboard.
    rangeExtractor: (range) => [...new Set([stop, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  // Sections above open and fold: where the tree begins is measured after each of their changes.
  useLayoutEffect(() => {
    const scroller = scrollerOf(container.current)
    if (!isVirtual || !scroller || !container.current) return
    const tree = container.current
    const measure = (): void =>
      setMargin(
        Math.round(tree.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop),
      )
    measure()
    const observer = new ResizeObserver(measure)
    for (const section of scroller.children) observer.observe(section)
    return () => observer.disconnect()
  }, [isVirtual])
  // The order of heights changes with the rows; a new array of the same rows is no change.
  const shape = useMemo(() => rows.map(({ key }) => key).join(), [rows])
  useEffect(() => {
    if (isVirtual) virtualizer.measure()
  }, [shape, isVirtual, virtualizer])
  const wanted = useRef<number | null>(null)
  const reveal = useCallback(
    (index: number) => {
      wanted.current = index
      if (isVirtual) virtualizer.scrollToIndex(index)
    },
    [isVirtual, virtualizer],
  )
  useEffect(() => {
    if (wanted.current === null || wanted.current !== stop) return
    const row = container.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')
    if (!row) return
    wanted.current = null
    row.focus()
  })
  if (!isVirtual) return { container, visible: rows.map((_, index) => ({ index })), height: undefined, reveal }
  const items = virtualizer.getVirtualItems()
  // Before the first measuring nothing would be drawn, and the row with the focus would lose it.
  if (items.length === 0) {
    const first = rows.map((_, index) => ({ index })).filter(({ index }) => index < virtualFrom || index === stop)
    return { container, visible: first, height: virtualizer.getTotalSize(), reveal }
  }
  return {
    container,
    visible: items.map(({ index, start }) => ({ index, top: start - margin })),
    height: virtualizer.getTotalSize(),
    reveal,
  }
}
